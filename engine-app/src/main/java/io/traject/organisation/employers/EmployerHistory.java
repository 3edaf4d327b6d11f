package io.traject.organisation.employers;

import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Ids;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down and announces what happens to employers. */
@Component
class EmployerHistory {

    private final DomainEventLog log;
    private final ApplicationEventPublisher announcements;

    EmployerHistory(DomainEventLog log, ApplicationEventPublisher announcements) {
        this.log = log;
        this.announcements = announcements;
    }

    /**
     * @param before in which state it was; null for a new one
     * @param facts ids and codes, nothing of what was typed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            Employer employer, EmployerStep step, @Nullable EmployerState before, Map<String, Object> facts) {
        UUID event = Ids.next();
        log.record(new DomainEvent(
                event,
                step.eventType(),
                employer.organisation(),
                employer.id(),
                null,
                before == null ? null : Map.of("state", before.name()),
                Map.of("state", employer.state().name()),
                facts));
        announcements.publishEvent(new EmployerStepped(employer.id(), step, event));
    }
}
