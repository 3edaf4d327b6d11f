package io.traject.cases;

import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.processes.Messages;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells everyone that cases have ended: the log, the rooms, and the process when it does not know yet. */
@Component
class CaseEnding {

    private static final String OUTCOME = "outcome";

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
        List<DomainEvent> announced = announce(
                cancelled,
                one -> CaseEvents.withReason(
                        "case.cancelled", one, OUTCOME, one.outcome().orElse("")));
        Set<UUID> run = cancelled.stream()
                .filter(one -> !one.type().isAboutEmployee())
                .map(Case::id)
                .collect(Collectors.toSet());
        engine.publish(announced.stream()
                .filter(event -> run.contains(event.subject()))
                .map(event -> new EngineMessage(Messages.CASE_CANCELLED, event.subject(), event.id(), Map.of()))
                .toList());
    }

    /** The process, or people where there is none, brought the case to its end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceClosed(Case closed) {
        announce(
                List.of(closed),
                one -> CaseEvents.withCode(
                        "case.closed", one, OUTCOME, one.outcome().orElse("")));
    }

    private List<DomainEvent> announce(List<Case> ended, Function<Case, DomainEvent> event) {
        List<DomainEvent> announced = ended.stream().map(event).toList();
        events.record(announced);
        cases.flush();
        ended.forEach(one -> publisher.publishEvent(new CaseEnded(one.id())));
        return announced;
    }
}
