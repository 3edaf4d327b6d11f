package io.traject.triggers.editing;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import io.traject.triggers.editing.TriggerVersion.Done;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the draft of a trigger. It may have mistakes, so that nobody loses what is half done: {@link CheckTrigger} finds them,
 * and what has some is neither tested nor published.
 */
@Component
public class SaveTrigger {

    private final Triggers triggers;
    private final TriggerBook book;
    private final Authorization authorization;
    private final BusinessTime time;

    SaveTrigger(Triggers triggers, TriggerBook book, Authorization authorization, BusinessTime time) {
        this.triggers = triggers;
        this.book = book;
        this.authorization = authorization;
        this.time = time;
    }

    /** @param comment why it is written so */
    public record Draft(TriggerName called, TriggerContent content, String comment) {

        public Draft {
            if (comment.length() > TriggerVersion.MAX_COMMENT_LENGTH) {
                throw new IllegalArgumentException("longer than %d".formatted(TriggerVersion.MAX_COMMENT_LENGTH));
            }
        }
    }

    /** Refused with {@code trigger-name-taken}. */
    @Transactional
    public Outcome<Trigger> create(Draft draft) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        return taken(organisation, draft, Ids.next())
                ? Outcome.refused("trigger-name-taken", draft.called().name())
                : Outcome.done(triggers.saveAndFlush(
                        new Trigger(organisation, draft.called(), draft.content(), draft.comment(), done())));
    }

    /**
     * Refused with {@code trigger-name-taken}.
     *
     * @param seen the version that the change starts from, where that matters
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Trigger> save(UUID id, Draft draft, OptionalLong seen) {
        Trigger trigger = book.get(id, seen);
        if (taken(trigger.organisation(), draft, id)) {
            return Outcome.refused("trigger-name-taken", draft.called().name());
        }
        trigger.write(draft.called(), draft.content(), draft.comment(), done());
        return Outcome.done(triggers.saveAndFlush(trigger));
    }

    private boolean taken(UUID organisation, Draft draft, UUID id) {
        return triggers.existsNamed(organisation, draft.called().name(), id);
    }

    private Done done() {
        return new Done(authorization.actor().displayName(), time.now());
    }
}
