package io.traject.agenda.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.agenda.AppointmentRequest;
import io.traject.agenda.AppointmentWishes;
import io.traject.agenda.RequestAction;
import io.traject.agenda.TypeCode;
import io.traject.web.api.Codes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment request; what is empty is left out.
 *
 * @param consultationType its code
 * @param state {@code draft}, {@code open}, {@code planned}, {@code settled} or {@code withdrawn}
 * @param appointmentId of the appointment that was planned for it and not called off
 * @param origin what had it made, such as a trigger, when no person asked
 * @param allowedActions of {@code open}, {@code plan}, {@code change}, {@code withdraw} and {@code reinstate} what the caller may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentRequestView(
        String id,
        String employeeId,
        String employerId,
        String consultationType,
        @Nullable String caseId,
        String state,
        boolean saturdayAllowed,
        boolean sundayHolidayAllowed,
        @Nullable LocalDate desiredFrom,
        @Nullable LocalDate desiredUntil,
        @Nullable String remark,
        String requestedBy,
        Instant requestedAt,
        @Nullable String origin,
        @Nullable Instant openedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String appointmentId,
        List<String> allowedActions) {

    static AppointmentRequestView of(
            AppointmentRequest request, TypeCode type, Optional<UUID> appointment, Collection<RequestAction> allowed) {
        AppointmentWishes wishes = request.wishes();
        return new AppointmentRequestView(
                request.id().toString(),
                request.employee().toString(),
                request.employer().toString(),
                type.value(),
                request.about().map(UUID::toString).orElse(null),
                Codes.of(request.state()),
                wishes.saturdayAllowed(),
                wishes.sundayHolidayAllowed(),
                wishes.from().orElse(null),
                wishes.until().orElse(null),
                wishes.remark().orElse(null),
                request.requested().by(),
                request.requested().at(),
                request.origin().orElse(null),
                request.opened().map(AppointmentRequest.Deed::at).orElse(null),
                request.withdrawn().map(AppointmentRequest.Deed::at).orElse(null),
                appointment.map(UUID::toString).orElse(null),
                allowed.stream().sorted().map(Codes::of).toList());
    }

    /** What was remarked is about somebody. */
    @Override
    public String toString() {
        return "AppointmentRequestView[" + id + "]";
    }
}
