package io.traject.triggers.actions;

import java.util.Map;

/**
 * An action as a trigger has it.
 *
 * @param kind of the {@link TriggerAction}
 * @param settings as written, by the keys of its {@link Setting}s; what is not filled in is left out
 */
public record ChosenAction(String kind, Map<String, String> settings) {

    public ChosenAction {
        settings = Map.copyOf(settings);
    }
}
