package io.traject.triggers.editing;

import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.MergeText;
import io.traject.triggers.actions.ChosenAction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields that a trigger looks at or merges. */
public final class UsedFields {

    private UsedFields() {}

    /** Their keys, in the order in which they are read. */
    public static Set<String> of(TriggerContent content) {
        Set<String> keys = new LinkedHashSet<>();
        add(content.condition(), keys);
        content.actions().stream()
                .map(ChosenAction::settings)
                .flatMap(settings -> settings.values().stream())
                .filter(text -> text.length() <= MergeText.LONGEST)
                .forEach(text -> keys.addAll(MergeText.of(text).fields()));
        return keys;
    }

    private static void add(Condition condition, Set<String> keys) {
        switch (condition) {
            case Condition.All(List<Condition> of) -> of.forEach(part -> add(part, keys));
            case Condition.Any(List<Condition> of) -> of.forEach(part -> add(part, keys));
            case Condition.Not(Condition of) -> add(of, keys);
            case Condition.Test test -> keys.add(test.field());
        }
    }
}
