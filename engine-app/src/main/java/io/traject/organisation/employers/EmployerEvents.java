package io.traject.organisation.employers;

import io.traject.events.DeclaredEvent;
import io.traject.events.EventDeclarations;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happens to employers and may be the event of a trigger. */
@Component
class EmployerEvents implements EventDeclarations {

    @Override
    public List<DeclaredEvent> declared() {
        return Stream.of(
                        EmployerStep.DRAFTED,
                        EmployerStep.REGISTERED,
                        EmployerStep.PUBLISHED,
                        EmployerStep.CHANGED,
                        EmployerStep.CANCELLED)
                .map(step -> DeclaredEvent.of(step.eventType(), EmployerFacts.KIND, List.of(EmployerFacts.KIND))
                        .changing(EmployerFacts.STATE))
                .toList();
    }
}
