package io.traject.cases;

import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.processes.Messages;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells everyone that cases have ended: the log, the rooms, and the process when it does not know yet. */
@Component
class CaseEnding {

    private final Cases cases;
    private final DomainEventLog events;
    private final ApplicationEventPublisher publisher;
    private final EngineCommands engine;

    CaseEnding(Cases cases, DomainEventLog events, ApplicationEventPublisher publisher, EngineCommands engine) {
        this.cases = cases;
        this.events = events;
        this.publisher = publisher;
        this.engine = engine;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void announceCancelled(List<Case> cancelled) {
        List<DomainEvent> announced = announce("case.cancelled", cancelled);
        engine.publish(announced.stream()
                .map(event -> new EngineMessage(Messages.CASE_CANCELLED, event.subject(), event.id(), Map.of()))
                .toList());
    }

    /** The process itself brought the case to its end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceClosed(Case closed) {
        announce("case.closed", List.of(closed));
    }

    private List<DomainEvent> announce(String type, List<Case> ended) {
        List<DomainEvent> announced = ended.stream()
                .map(one -> DomainEvent.ofCase(
                        type,
                        one.organisation(),
                        one.id(),
                        Map.of("outcome", one.outcome().orElse(""))))
                .toList();
        events.record(announced);
        cases.flush();
        ended.forEach(one -> publisher.publishEvent(new CaseEnded(one.id())));
        return announced;
    }
}
