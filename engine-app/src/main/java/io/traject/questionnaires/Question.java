package io.traject.questionnaires;

import java.util.List;
import java.util.Optional;

/**
 * A question.
 *
 * @param code stable, kebab-case, unique in its questionnaire
 * @param required whether a questionnaire can't be completed without an answer
 * @param options in order; empty unless it is answered by choosing
 */
public record Question(String code, Bilingual text, QuestionKind kind, boolean required, List<AnswerOption> options) {

    public Question {
        options = kind.hasOptions() ? List.copyOf(options) : List.of();
    }

    public Optional<AnswerOption> option(String optionCode) {
        return options.stream()
                .filter(option -> option.code().equals(optionCode))
                .findFirst();
    }
}
