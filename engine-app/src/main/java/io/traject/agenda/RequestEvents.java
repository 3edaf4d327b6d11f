package io.traject.agenda;

import io.traject.events.DeclaredEvent;
import io.traject.events.DomainEvent;
import io.traject.events.EventDeclarations;
import io.traject.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happens to appointment requests, as the log of events has it: ids and codes only. */
@Component
class RequestEvents implements EventDeclarations {

    /** One is to be planned. */
    private static final String REQUESTED = "appointment.requested";

    /** One waits for somebody to open it. */
    private static final String DRAFTED = "appointment.drafted";

    private static final String WITHDRAWN = "appointment.withdrawn";

    private static final List<String> ABOUT = List.of(RequestFacts.KIND, "case", "employee", "employer");

    @Override
    public List<DeclaredEvent> declared() {
        return List.of(declared(REQUESTED), declared(DRAFTED), declared(WITHDRAWN));
    }

    private static DeclaredEvent declared(String type) {
        return DeclaredEvent.of(type, RequestFacts.KIND, ABOUT);
    }

    /** @param before empty for one that is new */
    static DomainEvent of(AppointmentRequest request, ConsultationType type, Optional<RequestState> before) {
        AppointmentWishes wishes = request.wishes();
        return new DomainEvent(
                Ids.next(),
                name(request.state()),
                request.organisation(),
                request.id(),
                request.about().orElse(null),
                before.map(RequestEvents::state).orElse(null),
                state(request.state()),
                Map.of(
                        "consultationType", type.code().value(),
                        "employeeId", request.employee().toString(),
                        "employerId", request.employer().toString(),
                        "draft", request.state() == RequestState.DRAFT,
                        "saturdayAllowed", wishes.saturdayAllowed(),
                        "sundayHolidayAllowed", wishes.sundayHolidayAllowed()));
    }

    private static String name(RequestState state) {
        return switch (state) {
            case DRAFT -> DRAFTED;
            case OPEN -> REQUESTED;
            case WITHDRAWN -> WITHDRAWN;
            case PLANNED, SETTLED -> throw new IllegalArgumentException("of the appointment: " + state);
        };
    }

    private static Map<String, Object> state(RequestState state) {
        return Map.of("state", state.name());
    }
}
