package io.traject.questionnaires;

import java.util.List;

/**
 * What is wrong with a part of a definition.
 *
 * @param path of the part, {@code questions[2].options[0].value}
 * @param code stable, kebab-case; the message key is {@code questionnaires.flaw.<code>}
 * @param arguments what the message names, in its order
 */
public record Flaw(String path, String code, List<Object> arguments) {

    public Flaw {
        arguments = List.copyOf(arguments);
    }

    static Flaw of(String path, String code, Object... arguments) {
        return new Flaw(path, code, List.of(arguments));
    }

    public String messageKey() {
        return "questionnaires.flaw." + code;
    }
}
