package io.traject.triggers.web;

import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A trigger as it is typed.
 *
 * @param version of the trigger that the reader started from
 * @param root of the conditions
 */
record TriggerForm(
        String name,
        String description,
        String event,
        String from,
        String until,
        String comment,
        long version,
        ConditionNode root,
        List<ChosenAction> actions) {

    static final TriggerForm BLANK = new TriggerForm(
            "", "", "", "", "", "", 0, ConditionNode.group(ConditionNode.Kind.ALL, false, List.of()), List.of());

    TriggerForm {
        actions = List.copyOf(actions);
    }

    /** What a version says, to go on from. */
    static TriggerForm of(Trigger trigger, TriggerVersion version) {
        TriggerContent content = version.content();
        return new TriggerForm(
                trigger.called().name(),
                trigger.called().description(),
                content.event(),
                content.from() == null ? "" : content.from().toString(),
                content.until() == null ? "" : content.until().toString(),
                version.state().open() ? version.comment() : "",
                trigger.version(),
                ConditionNode.root(content.condition()),
                content.actions());
    }

    /** @param fields of the event */
    Condition condition(Collection<Field> fields) {
        Map<String, FieldType> types = fields.stream().collect(Collectors.toMap(Field::key, Field::type));
        return root.condition(types(types));
    }

    private static Function<String, Optional<FieldType>> types(Map<String, FieldType> types) {
        return key -> Optional.ofNullable(types.get(key));
    }

    TriggerForm with(ConditionNode other) {
        return new TriggerForm(name, description, event, from, until, comment, version, other, actions);
    }

    TriggerForm with(List<ChosenAction> others) {
        return new TriggerForm(name, description, event, from, until, comment, version, root, others);
    }

    TriggerForm startedFrom(long other) {
        return new TriggerForm(name, description, event, from, until, comment, other, root, actions);
    }
}
