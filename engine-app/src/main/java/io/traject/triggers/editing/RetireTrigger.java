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

/** Stops a trigger, from the next event on; and deletes it. What it said and did stays known. */
@Component
public class RetireTrigger {

    private final Triggers triggers;
    private final TriggerBook book;
    private final StoredPublications publications;
    private final Authorization authorization;
    private final BusinessTime time;

    RetireTrigger(
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
     * Refused with {@code trigger-not-running}.
     *
     * @param seen the version of the trigger that the actor looked at, where that matters
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Trigger> retire(UUID id, OptionalLong seen) {
        Trigger trigger = book.get(id, seen);
        return stop(trigger)
                .<Outcome<Trigger>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.done(triggers.saveAndFlush(trigger)));
    }

    /** Stops it if it runs, and takes it from the list. Otherwise as {@link #retire}. */
    @Transactional
    public Trigger delete(UUID id, OptionalLong seen) {
        Trigger trigger = book.get(id, seen);
        if (trigger.running().isPresent()) {
            stop(trigger);
        }
        trigger.delete(done());
        return triggers.saveAndFlush(trigger);
    }

    private Optional<Refusal> stop(Trigger trigger) {
        Optional<TriggerVersion> running = trigger.running();
        if (running.isEmpty()) {
            return Optional.of(Refusal.of("trigger-not-running"));
        }
        Done done = done();
        publications.await();
        trigger.stop(publications.begin(trigger, running.get(), Change.RETIRED, "", done), done);
        return Optional.empty();
    }

    private Done done() {
        return new Done(authorization.actor().displayName(), time.now());
    }
}
