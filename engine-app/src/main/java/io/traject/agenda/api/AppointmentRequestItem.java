package io.traject.agenda.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.agenda.AppointmentRequestSummary;
import io.traject.agenda.TypeCode;
import io.traject.web.api.Codes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment request in a list; what is empty is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentRequestItem(
        String id,
        String employeeId,
        String consultationType,
        @Nullable String caseId,
        String state,
        boolean saturdayAllowed,
        boolean sundayHolidayAllowed,
        @Nullable LocalDate desiredFrom,
        @Nullable LocalDate desiredUntil,
        Instant requestedAt) {

    static AppointmentRequestItem of(AppointmentRequestSummary request, TypeCode type) {
        return new AppointmentRequestItem(
                request.id().toString(),
                request.employee().toString(),
                type.value(),
                request.about().map(UUID::toString).orElse(null),
                Codes.of(request.state()),
                request.saturdayAllowed(),
                request.sundayHolidayAllowed(),
                request.from().orElse(null),
                request.until().orElse(null),
                request.createdAt());
    }
}
