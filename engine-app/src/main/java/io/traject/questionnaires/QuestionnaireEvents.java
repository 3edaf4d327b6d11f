package io.traject.questionnaires;

import io.traject.events.DomainEvent;
import io.traject.kernel.Ids;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What others get to know of a questionnaire that was filled in. */
final class QuestionnaireEvents {

    static final String COMPLETED = "questionnaire.completed";

    private QuestionnaireEvents() {}

    /**
     * It was completed. Facts: {@code questionnaire} (its code), {@code number} of the version, {@code medical} (then its
     * answers and scores may be shown to nobody without the permission), {@code correction}, {@code answers} (by question
     * the codes of the options chosen, or the number), {@code answerValues} (by question what they count for) and
     * {@code scores} (by group). No words and no dates: those may say who somebody is.
     */
    static DomainEvent completed(Filling filling, String code, int number, Definition definition, Contents said) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        Map<String, List<BigDecimal>> values = new LinkedHashMap<>();
        for (Question question : definition.questions()) {
            List<BigDecimal> counting = Scoring.values(question, said.answers());
            List<String> given = switch (question.kind()) {
                case ONE, SEVERAL -> said.answers().to(question.code());
                case NUMBER -> counting.stream().map(BigDecimal::toPlainString).toList();
                case TEXT, DATE -> List.of();
            };
            if (!given.isEmpty()) {
                answers.put(question.code(), given);
                values.put(question.code(), counting);
            }
        }
        return new DomainEvent(
                Ids.next(),
                COMPLETED,
                filling.organisation(),
                filling.id(),
                filling.caseId(),
                null,
                null,
                Map.of(
                        "questionnaire", code,
                        "number", number,
                        "medical", definition.medical(),
                        "correction", filling.replaces().isPresent(),
                        "answers", answers,
                        "answerValues", values,
                        "scores", said.scores()));
    }
}
