package io.traject.triggers.log;

import io.traject.events.EventCatalogue;
import io.traject.events.EventSnapshot;
import io.traject.rules.triggers.ExplainTrigger;
import io.traject.rules.triggers.Judgement;
import io.traject.rules.triggers.TriggerRule;
import io.traject.triggers.Publications;
import io.traject.triggers.editing.CheckTrigger;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerVersion;
import io.traject.triggers.log.TriggerLog.Whole;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says why a trigger fired at an event, or why not, by looking once more at what was known then. */
@Service
@Transactional(readOnly = true)
public class WhyNot {

    private final TriggerLog log;
    private final TriggerBook book;
    private final Publications publications;
    private final CheckTrigger check;
    private final EventCatalogue events;

    WhyNot(TriggerLog log, TriggerBook book, Publications publications, CheckTrigger check, EventCatalogue events) {
        this.log = log;
        this.book = book;
        this.publications = publications;
        this.check = check;
        this.events = events;
    }

    /**
     * What can be said.
     *
     * @param version that ran when the event was evaluated; otherwise the newest
     * @param ran whether it did
     * @param judgement of that version on what was known; empty when it no longer fits what the event knows
     */
    public record Answer(Trigger trigger, TriggerVersion version, boolean ran, Optional<Judgement> judgement) {

        public boolean fired() {
            return ran && judgement.filter(Judgement.Fires.class::isInstance).isPresent();
        }
    }

    /** @throws io.traject.kernel.NotFoundException when there is no such event or trigger, or it is another organisation's */
    public Answer about(UUID event, UUID triggerId) {
        Whole logged = log.get(event);
        Trigger trigger = book.get(triggerId);
        Optional<TriggerVersion> ran = ranAt(logged.publication().orElseGet(publications::newest), trigger);
        TriggerVersion version = ran.orElseGet(trigger::newest);
        return new Answer(trigger, version, ran.isPresent(), judge(trigger, version, logged.event()));
    }

    private Optional<TriggerVersion> ranAt(long publication, Trigger trigger) {
        Set<UUID> running = publications.triggers(publication).stream()
                .map(published -> published.rule().version())
                .collect(Collectors.toSet());
        return trigger.versions().stream()
                .filter(version -> running.contains(version.id()))
                .findFirst();
    }

    private Optional<Judgement> judge(Trigger trigger, TriggerVersion version, EventSnapshot event) {
        TriggerContent content = version.content();
        UUID organisation = trigger.organisation();
        if (!check.check(organisation, content).isEmpty()) {
            return Optional.empty();
        }
        TriggerRule rule = new TriggerRule(
                version.id(), organisation, content.event(), content.condition(), content.from(), content.until());
        return Optional.of(ExplainTrigger.judge(rule, events.fields(organisation, content.event()), event.facts()));
    }
}
