package io.traject.triggers.editing;

import io.traject.events.EventCatalogue;
import io.traject.rules.triggers.CheckCondition;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what must be mended in a trigger before it can run: in its event, its conditions and its actions. */
@Component
public class CheckTrigger {

    private final EventCatalogue events;
    private final CheckReferences references;
    private final CheckActions actions;

    CheckTrigger(EventCatalogue events, CheckReferences references, CheckActions actions) {
        this.events = events;
        this.references = references;
        this.actions = actions;
    }

    /** All mistakes, in the order in which people read a trigger. With an unknown event nothing else is looked at. */
    public List<TriggerMistake> check(UUID organisation, TriggerContent content) {
        if (events.event(content.event()).isEmpty()) {
            return List.of(TriggerMistake.of("event", "event-unknown", content.event()));
        }
        List<Field> fields = events.fields(organisation, content.event());
        List<Mistake> inConditions = CheckCondition.check(content.condition(), fields);
        List<TriggerMistake> mistakes = new ArrayList<>();
        inConditions.forEach(mistake -> mistakes.add(inCondition(mistake)));
        if (inConditions.isEmpty()) {
            mistakes.addAll(references.check(organisation, content));
            mistakes.addAll(CheckDays.check(content));
        }
        mistakes.addAll(actions.check(organisation, content));
        return List.copyOf(mistakes);
    }

    private static TriggerMistake inCondition(Mistake mistake) {
        String place = place(mistake.place());
        return TriggerMistake.of(
                mistake.operand() < 0 ? place : place + ".values." + mistake.operand(), mistake.code());
    }

    static String place(List<Integer> positions) {
        return positions.stream().map(position -> "." + position).collect(Collectors.joining("", "condition", ""));
    }
}
