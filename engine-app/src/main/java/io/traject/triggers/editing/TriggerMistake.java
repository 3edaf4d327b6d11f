package io.traject.triggers.editing;

import java.util.List;

/**
 * Something in a trigger that must be mended before it can be tested or published.
 *
 * @param place where: {@code name}, {@code event}, {@code until}, {@code condition} for the whole of it, {@code condition.0.2} for
 *     a part by the positions to it, {@code condition.0.2.values.1} for a value of it, {@code actions.0} for an action,
 *     {@code actions.0.title} for a setting of it
 * @param code stable, kebab-case; its text is {@code triggers.mistake.<code>}
 * @param arguments of the text
 */
public record TriggerMistake(String place, String code, List<Object> arguments) {

    public TriggerMistake {
        arguments = List.copyOf(arguments);
    }

    public static TriggerMistake of(String place, String code, Object... arguments) {
        return new TriggerMistake(place, code, List.of(arguments));
    }

    public String messageKey() {
        return "triggers.mistake." + code;
    }
}
