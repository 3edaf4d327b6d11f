package io.traject.triggers.editing;

import io.traject.access.Authorization;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.StoredPublications.Change;
import io.traject.triggers.editing.TriggerVersion.Done;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the draft of a trigger run in the place of what ran, from the next event on. */
@Component
public class PublishTrigger {

    private final Triggers triggers;
    private final TriggerBook book;
    private final StoredPublications publications;
    private final Authorization authorization;
    private final BusinessTime time;

    PublishTrigger(
            Triggers triggers,
            TriggerBook book,
            StoredPublications publications,
            Authorization authorization,
            BusinessTime time) {
        this.triggers = triggers;
        this.book = book;
        this.publications = publications;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * Refused with {@code trigger-no-draft} or {@code trigger-untested}.
     *
     * @param seen the version of the trigger that the actor looked at, where that matters
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Trigger> publish(UUID id, OptionalLong seen) {
        Trigger trigger = book.get(id, seen);
        Optional<Refusal> refusal = trigger.againstPublication();
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        Done done = new Done(authorization.actor().displayName(), time.now());
        publications.await();
        long publication =
                publications.begin(trigger, trigger.open().orElseThrow(), Change.PUBLISHED, done);
        trigger.stop(publication, done);
        triggers.saveAndFlush(trigger);
        trigger.publish(publication, done);
        return Outcome.done(triggers.saveAndFlush(trigger));
    }
}
