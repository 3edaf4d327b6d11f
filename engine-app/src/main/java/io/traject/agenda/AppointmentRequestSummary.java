package io.traject.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A request in a list. */
public record AppointmentRequestSummary(
        UUID id,
        UUID employee,
        UUID consultationType,
        Optional<UUID> about,
        RequestState state,
        boolean saturdayAllowed,
        boolean sundayHolidayAllowed,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> origin,
        String requestedBy,
        Instant createdAt) {}
