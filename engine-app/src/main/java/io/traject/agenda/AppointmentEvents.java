package io.traject.agenda;

import io.traject.events.DeclaredEvent;
import io.traject.events.DomainEvent;
import io.traject.events.EventDeclarations;
import io.traject.kernel.Ids;
import io.traject.rules.triggers.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happens to appointments, as the log of events has it: ids, codes and days only. */
@Component
class AppointmentEvents implements EventDeclarations {

    static final String PLANNED = "appointment.planned";
    static final String RESCHEDULED = "appointment.rescheduled";
    static final String CANCELLED = "appointment.cancelled";
    static final String COMPLETED = "appointment.completed";
    static final String NO_SHOW = "appointment.noShow";
    static final String LAPSED = "appointment.lapsed";

    /** It is planned again after it was said to be held or missed. */
    static final String UNDONE = "appointment.undone";

    /** The type asks for a reminder, and it can't be sent (A36). */
    static final String REMINDERS_NOT_CREATED = "appointment.remindersNotCreated";

    private static final String FAULT = "reminderFault";

    static final List<String> ABOUT = List.of(AppointmentFacts.KIND, RequestFacts.KIND, "case", "employee", "employer");

    @Override
    public List<DeclaredEvent> declared() {
        return List.of(
                declared(PLANNED),
                declared(RESCHEDULED).changing(AppointmentFacts.DATE),
                declared(CANCELLED),
                declared(COMPLETED),
                declared(NO_SHOW),
                declared(LAPSED),
                declared(UNDONE),
                declared(
                        REMINDERS_NOT_CREATED,
                        Field.code(
                                "event." + FAULT,
                                Arrays.stream(ReminderFault.values())
                                        .map(Enum::name)
                                        .toList())));
    }

    private static DeclaredEvent declared(String type, Field... fields) {
        return DeclaredEvent.of(type, AppointmentFacts.KIND, ABOUT, fields);
    }

    static DomainEvent of(String type, Appointment appointment) {
        return event(type, appointment, Optional.empty(), Map.of());
    }

    /** @param before the day on which it was to be */
    static DomainEvent rescheduled(Appointment appointment, LocalDate before) {
        return event(RESCHEDULED, appointment, Optional.of(before), Map.of());
    }

    static DomainEvent notReminded(Appointment appointment, ReminderFault fault) {
        return event(REMINDERS_NOT_CREATED, appointment, Optional.empty(), Map.of(FAULT, fault.name()));
    }

    private static DomainEvent event(
            String type, Appointment appointment, Optional<LocalDate> before, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("requestId", appointment.request().toString());
        facts.put("employeeId", appointment.employee().toString());
        facts.put("employerId", appointment.employer().toString());
        return new DomainEvent(
                Ids.next(),
                type,
                appointment.organisation(),
                appointment.id(),
                appointment.about().orElse(null),
                before.map(AppointmentEvents::on).orElse(null),
                on(appointment.when().day()),
                facts);
    }

    private static Map<String, Object> on(LocalDate day) {
        return Map.of(AppointmentFacts.DATE, day.toString());
    }
}
