package io.traject.userevents;

import io.traject.access.UserChanged;
import io.traject.events.DeclaredEvent;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.events.EventDeclarations;
import io.traject.kernel.Ids;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what happens to users into the log of events: ids and codes only. */
@Component
class UserEvents implements EventDeclarations {

    private static final String ADDED = "user.added";

    /** Also: let in no longer, or let in again. */
    private static final String CHANGED = "user.changed";

    private final DomainEventLog log;

    UserEvents(DomainEventLog log) {
        this.log = log;
    }

    @Override
    public List<DeclaredEvent> declared() {
        return List.of(
                DeclaredEvent.of(ADDED, UserFacts.KIND, List.of(UserFacts.KIND)),
                DeclaredEvent.of(CHANGED, UserFacts.KIND, List.of(UserFacts.KIND))
                        .changing(UserFacts.ROLE, UserFacts.LANGUAGE, UserFacts.HAS_EMAIL, UserFacts.ACTIVE));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(UserChanged changed) {
        boolean added = changed.before().isEmpty();
        log.record(new DomainEvent(
                Ids.next(),
                added ? ADDED : CHANGED,
                changed.organisation(),
                changed.user(),
                null,
                changed.before().map(UserFacts::of).orElse(null),
                added ? null : UserFacts.of(changed.after()),
                Map.of()));
    }
}
