package io.traject.agenda.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.agenda.Appointment;
import io.traject.agenda.AppointmentAction;
import io.traject.agenda.AppointmentRequest.Deed;
import io.traject.agenda.TypeCode;
import io.traject.web.api.Codes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment; what is empty is left out.
 *
 * @param consultationType its code
 * @param state {@code planned}, {@code completed}, {@code no-show}, {@code cancelled} or {@code lapsed}
 * @param endsAt of the time that the type takes
 * @param reminderFault {@code no-address} when the employee can't be reminded
 * @param allowedActions of {@code reschedule}, {@code cancel}, {@code complete}, {@code no-show}, {@code lapse} and {@code undo}
 *     what the caller may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentView(
        String id,
        String requestId,
        String employeeId,
        String employerId,
        String consultationType,
        @Nullable String caseId,
        String state,
        Instant startsAt,
        Instant endsAt,
        @Nullable String place,
        String plannedBy,
        Instant plannedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable Instant reminderDueAt,
        @Nullable Instant reminderSentAt,
        @Nullable String reminderFault,
        List<String> allowedActions) {

    static AppointmentView of(Appointment appointment, TypeCode type, Collection<AppointmentAction> allowed) {
        Appointment.Reminder reminder = appointment.reminder();
        return new AppointmentView(
                appointment.id().toString(),
                appointment.request().toString(),
                appointment.employee().toString(),
                appointment.employer().toString(),
                type.value(),
                appointment.about().map(UUID::toString).orElse(null),
                Codes.of(appointment.state()),
                appointment.when().start(),
                appointment.end(),
                appointment.when().place().orElse(null),
                appointment.planned().by(),
                appointment.planned().at(),
                appointment.ended().map(Deed::by).orElse(null),
                appointment.ended().map(Deed::at).orElse(null),
                appointment.reason().orElse(null),
                reminder.due().orElse(null),
                reminder.sent().orElse(null),
                reminder.fault().map(Codes::of).orElse(null),
                allowed.stream().sorted().map(Codes::of).toList());
    }

    /** Where and why is about somebody. */
    @Override
    public String toString() {
        return "AppointmentView[" + id + "]";
    }
}
