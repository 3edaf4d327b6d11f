package io.traject.kernel;

import java.util.List;

/**
 * Why the business says no: an answer, not a fault.
 *
 * @param code stable, kebab-case; the last part of the problem type in REST and of the message key on pages
 *     ({@code refusal.<code>})
 * @param arguments what the message names, in its order
 */
public record Refusal(String code, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String code, Object... arguments) {
        return new Refusal(code, List.of(arguments));
    }

    public String messageKey() {
        return "refusal." + code;
    }
}
