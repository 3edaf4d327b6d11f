package io.traject.triggers.editing;

import io.traject.events.EventCatalogue;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FindLoops;
import io.traject.rules.triggers.RaisedEvent;
import io.traject.rules.triggers.TriggerRule;
import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.actions.ChosenAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the loops that there would be if the draft of a trigger ran, together with everything else that runs. */
@Component
class LoopsOfTrigger {

    private final Publications publications;
    private final ActionCatalogue actions;
    private final EventCatalogue events;

    LoopsOfTrigger(Publications publications, ActionCatalogue actions, EventCatalogue events) {
        this.publications = publications;
        this.actions = actions;
        this.events = events;
    }

    /** Those that the draft is in; reads what runs in the caller's transaction. */
    List<TriggerLoop> find(Trigger trigger) {
        TriggerVersion draft = trigger.open().orElseThrow();
        PublishedTrigger published = published(trigger, draft);
        List<PublishedTrigger> together =
                Stream.concat(Stream.of(published), others(trigger)).toList();
        Map<UUID, String> names =
                together.stream().collect(Collectors.toMap(one -> one.rule().version(), PublishedTrigger::name));
        Map<UUID, Set<RaisedEvent>> raised = new HashMap<>();
        Map<String, List<Field>> fields = new HashMap<>();
        together.forEach(one -> {
            raised.put(one.rule().version(), raised(one));
            fields.computeIfAbsent(
                    one.rule().event(), type -> events.fields(one.rule().organisation(), type));
        });
        return FindLoops.among(together.stream().map(PublishedTrigger::rule).toList(), raised, fields).stream()
                .filter(loop -> loop.getFirst().version().equals(draft.id()))
                .map(loop -> loop(loop, names))
                .toList();
    }

    private Stream<PublishedTrigger> others(Trigger trigger) {
        return publications.triggers(publications.newest()).stream()
                .filter(one -> one.rule().organisation().equals(trigger.organisation()))
                .filter(one -> !one.trigger().equals(trigger.id()));
    }

    private Set<RaisedEvent> raised(PublishedTrigger trigger) {
        return trigger.actions().stream()
                .map(ChosenAction::kind)
                .flatMap(kind -> actions.find(kind).stream())
                .flatMap(action -> action.raises().stream())
                .map(RaisedEvent::of)
                .collect(Collectors.toSet());
    }

    private static PublishedTrigger published(Trigger trigger, TriggerVersion draft) {
        TriggerContent content = draft.content();
        return new PublishedTrigger(
                trigger.id(),
                trigger.name(),
                new TriggerRule(
                        draft.id(),
                        trigger.organisation(),
                        content.event(),
                        content.condition(),
                        content.from(),
                        content.until()),
                content.actions());
    }

    private static TriggerLoop loop(List<TriggerRule> rules, Map<UUID, String> names) {
        return new TriggerLoop(
                rules.stream().map(rule -> rule.version().toString()).collect(Collectors.joining("+")),
                rules.stream()
                        .map(rule -> names.getOrDefault(rule.version(), ""))
                        .toList());
    }
}
