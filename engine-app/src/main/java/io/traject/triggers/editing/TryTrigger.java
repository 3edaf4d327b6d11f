package io.traject.triggers.editing;

import io.traject.access.Authorization;
import io.traject.events.EventCatalogue;
import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.rules.triggers.ExplainTrigger;
import io.traject.rules.triggers.Explanation;
import io.traject.rules.triggers.Facts;
import io.traject.triggers.actions.ChosenAction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries what a trigger says on something that happened or might: says what would come of it, and does nothing. */
@Component
public class TryTrigger {

    private final TriggerBook book;
    private final CheckTrigger check;
    private final RecordTest recordTest;
    private final MergePreview merge;
    private final EventCatalogue events;
    private final EventSnapshots snapshots;
    private final Authorization authorization;

    TryTrigger(
            TriggerBook book,
            CheckTrigger check,
            RecordTest recordTest,
            MergePreview merge,
            EventCatalogue events,
            EventSnapshots snapshots,
            Authorization authorization) {
        this.book = book;
        this.check = check;
        this.recordTest = recordTest;
        this.merge = merge;
        this.events = events;
        this.snapshots = snapshots;
        this.authorization = authorization;
    }

    /** On what a trigger is tried. @param texts what texts may say beside the facts, by key */
    public record Attempt(Facts facts, Map<String, String> texts, TestedHow how) {

        public Attempt {
            texts = Map.copyOf(texts);
        }
    }

    /**
     * What would come of it.
     *
     * @param version number of the version that was tried
     * @param valid whether it fires on that day at all
     * @param explanation what became of the conditions
     * @param actions as they would be, merged, whether they would be done or not
     */
    public record Trial(int version, boolean valid, Explanation explanation, List<ChosenAction> actions) {

        public boolean fires() {
            return valid && explanation.holds();
        }
    }

    /**
     * Tries the draft, which is tested then; without one, what was written last. Refused with {@code trigger-mistakes}, or
     * {@code trigger-other-event} for facts of another event.
     */
    @Transactional
    public Outcome<Trial> on(UUID id, Attempt attempt, Language language) {
        Trigger trigger = book.get(id);
        TriggerVersion version = trigger.written();
        TriggerContent content = version.content();
        Facts facts = attempt.facts();
        if (!facts.event().equals(content.event()) || !facts.organisation().equals(trigger.organisation())) {
            return Outcome.refused("trigger-other-event");
        }
        int mistakes = check.check(trigger.organisation(), content).size();
        if (mistakes > 0) {
            return Outcome.refused("trigger-mistakes", mistakes);
        }
        Explanation explanation = ExplainTrigger.explain(
                content.condition(), events.fields(trigger.organisation(), content.event()), facts);
        if (version.state().open()) {
            recordTest.record(id, content, attempt.how(), authorization.actor().displayName());
        }
        return Outcome.done(new Trial(
                version.number(),
                isValid(content, facts),
                explanation,
                merge.merged(content.actions(), facts, attempt.texts(), language)));
    }

    /**
     * The same on an event that really happened, with what was known then. Texts about people are not looked up.
     *
     * @throws NotFoundException also for an event of another organisation
     */
    @Transactional
    public Outcome<Trial> onPast(UUID id, UUID event, Language language) {
        EventSnapshot past = snapshots.of(book.get(id).organisation(), event).orElseThrow(NotFoundException::new);
        return on(id, new Attempt(past.facts(), Map.of(), TestedHow.PAST_EVENT), language);
    }

    private static boolean isValid(TriggerContent content, Facts facts) {
        return (content.from() == null || !facts.on().isBefore(content.from()))
                && (content.until() == null || !facts.on().isAfter(content.until()));
    }
}
