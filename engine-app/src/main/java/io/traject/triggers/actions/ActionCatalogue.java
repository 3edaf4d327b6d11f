package io.traject.triggers.actions;

import io.traject.events.DeclaredEvent;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything that triggers can do. */
@Component
public class ActionCatalogue {

    private final Map<String, TriggerAction> actions;

    ActionCatalogue(List<TriggerAction> actions) {
        this.actions = actions.stream().collect(Collectors.toUnmodifiableMap(TriggerAction::kind, Function.identity()));
    }

    /** By kind. */
    public List<TriggerAction> all() {
        return actions.values().stream()
                .sorted(Comparator.comparing(TriggerAction::kind))
                .toList();
    }

    public Optional<TriggerAction> find(String kind) {
        return Optional.ofNullable(actions.get(kind));
    }

    /** Whether the event knows one of the things that the action needs, if it needs any. */
    public static boolean fits(TriggerAction action, DeclaredEvent event) {
        return action.needs().isEmpty() || !Collections.disjoint(action.needs(), event.about());
    }
}
