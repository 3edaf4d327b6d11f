package io.traject.rules.triggers;

import java.util.Map;

/**
 * An event that a trigger's action raises.
 *
 * @param event its type
 * @param constants what is known beforehand of its fields, by key, in the form of an operand: {@code event.taskType} when the
 *     action always adds a task of that type
 */
public record RaisedEvent(String event, Map<String, String> constants) {

    public RaisedEvent {
        constants = Map.copyOf(constants);
    }

    public static RaisedEvent of(String event) {
        return new RaisedEvent(event, Map.of());
    }
}
