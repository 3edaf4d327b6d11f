package io.traject.agenda;

import java.util.Optional;
import java.util.UUID;

/** An appointment in a list. */
public record AppointmentSummary(
        UUID id,
        UUID employee,
        UUID consultationType,
        AppointmentState state,
        PlannedTime when,
        Optional<ReminderFault> reminderFault) {}
