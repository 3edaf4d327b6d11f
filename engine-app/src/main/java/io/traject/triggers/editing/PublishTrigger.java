package io.traject.triggers.editing;

import io.traject.access.Authorization;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.StoredPublications.Change;
import io.traject.triggers.editing.TriggerVersion.Done;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the draft of a trigger run in the place of what ran, from the next event on. */
@Component
public class PublishTrigger {

    private final Triggers triggers;
    private final TriggerBook book;
    private final CheckTrigger check;
    private final LoopsOfTrigger loops;
    private final StoredPublications publications;
    private final Authorization authorization;
    private final BusinessTime time;

    PublishTrigger(
            Triggers triggers,
            TriggerBook book,
            CheckTrigger check,
            LoopsOfTrigger loops,
            StoredPublications publications,
            Authorization authorization,
            BusinessTime time) {
        this.triggers = triggers;
        this.book = book;
        this.check = check;
        this.loops = loops;
        this.publications = publications;
        this.authorization = authorization;
        this.time = time;
    }

    /** What stands in the way of publication now, and which loops would have to be agreed to. */
    public record Outlook(Optional<Refusal> refusal, List<TriggerLoop> loops) {}

    /** As it is now; {@link #publish} looks again. */
    @Transactional(readOnly = true)
    public Outlook outlook(UUID id) {
        Trigger trigger = book.get(id);
        Optional<Refusal> refusal = refusal(trigger);
        List<TriggerLoop> found = refusal.isPresent() ? List.of() : loops.find(trigger);
        return new Outlook(refusal.or(() -> ownLoop(found)), found);
    }

    /**
     * Refused with {@code trigger-no-draft}, {@code trigger-untested}, {@code trigger-mistakes}, {@code trigger-loop-own} for one
     * that sets off itself, or {@code trigger-loop} when it would be in a loop that was not agreed to.
     *
     * @param seen the version of the trigger that the actor looked at, where that matters
     * @param agreed keys of the {@link TriggerLoop loops} that may be
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Trigger> publish(UUID id, OptionalLong seen, Set<String> agreed) {
        Trigger trigger = book.get(id, seen);
        // What it goes by may not change either, from here on.
        publications.await();
        Optional<Refusal> refusal = refusal(trigger);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        List<TriggerLoop> found = loops.find(trigger);
        Optional<Refusal> loop = ownLoop(found).or(() -> unagreed(found, agreed));
        if (loop.isPresent()) {
            return new Outcome.Refused<>(loop.get());
        }
        Done done = new Done(authorization.actor().displayName(), time.now());
        long publication =
                publications.begin(trigger, trigger.open().orElseThrow(), Change.PUBLISHED, inWords(found), done);
        trigger.stop(publication, done);
        triggers.saveAndFlush(trigger);
        trigger.publish(publication, done);
        return Outcome.done(triggers.saveAndFlush(trigger));
    }

    private Optional<Refusal> refusal(Trigger trigger) {
        return trigger.againstPublication().or(() -> {
            int mistakes = check.check(
                            trigger.organisation(), trigger.open().orElseThrow().content())
                    .size();
            return mistakes == 0 ? Optional.empty() : Optional.of(Refusal.of("trigger-mistakes", mistakes));
        });
    }

    private static Optional<Refusal> ownLoop(List<TriggerLoop> loops) {
        return loops.stream().filter(TriggerLoop::own).findFirst().map(loop -> Refusal.of("trigger-loop-own"));
    }

    private static Optional<Refusal> unagreed(List<TriggerLoop> loops, Set<String> agreed) {
        return loops.stream()
                .filter(loop -> !agreed.contains(loop.key()))
                .findFirst()
                .map(loop -> Refusal.of("trigger-loop", inWords(List.of(loop))));
    }

    private static String inWords(List<TriggerLoop> loops) {
        return loops.stream().map(loop -> String.join(" → ", loop.names())).collect(Collectors.joining("; "));
    }
}
