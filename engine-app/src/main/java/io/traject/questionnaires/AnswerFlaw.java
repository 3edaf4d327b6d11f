package io.traject.questionnaires;

import java.util.List;

/**
 * What is wrong with the answer to a question.
 *
 * @param question its code
 * @param code stable, kebab-case; the message key is {@code questionnaires.answer.<code>}
 * @param arguments what the message names, in its order
 */
public record AnswerFlaw(String question, String code, List<Object> arguments) {

    public AnswerFlaw {
        arguments = List.copyOf(arguments);
    }

    static AnswerFlaw of(String question, String code, Object... arguments) {
        return new AnswerFlaw(question, code, List.of(arguments));
    }

    public String messageKey() {
        return "questionnaires.answer." + code;
    }
}
