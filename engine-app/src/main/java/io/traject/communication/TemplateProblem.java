package io.traject.communication;

import java.util.List;

/**
 * Why a text can't be a template.
 *
 * @param part where: the subject or the body
 * @param line from 1
 * @param column from 1, in characters
 * @param code stable, kebab-case; the message has the key {@code communication.templateProblem.<code>}
 * @param arguments what the message names, in its order
 */
public record TemplateProblem(Part part, int line, int column, String code, List<String> arguments) {

    /** The part of a template that a problem is in. */
    public enum Part {
        SUBJECT,
        BODY
    }

    public TemplateProblem {
        arguments = List.copyOf(arguments);
    }

    public String messageKey() {
        return "communication.templateProblem." + code;
    }
}
