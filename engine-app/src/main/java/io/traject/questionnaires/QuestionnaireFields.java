package io.traject.questionnaires;

import io.traject.kernel.Language;
import io.traject.questionnaires.QuestionnaireCatalogue.Published;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Questionnaires as fields that triggers go by (A11b): {@code answer.<questionnaire>.<question>} the options that were chosen,
 * {@code value.<questionnaire>.<question>} what they count for, {@code score.<questionnaire>.<score group>} a raw score.
 */
@Component
class QuestionnaireFields {

    private static final String ANSWER = "answer.";
    private static final String VALUE = "value.";
    private static final String SCORE = "score.";
    private static final int STEPS = 3;

    private final QuestionnaireCatalogue catalogue;

    QuestionnaireFields(QuestionnaireCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Field> of(UUID organisation) {
        List<Field> fields = new ArrayList<>();
        for (Published one : catalogue.of(organisation)) {
            for (Question question : one.definition().questions()) {
                String key = one.code() + "." + question.code();
                if (question.kind().hasOptions()) {
                    fields.add(new Field(
                            ANSWER + key,
                            FieldType.CODES,
                            false,
                            question.options().stream().map(AnswerOption::code).toList()));
                }
                if (question.kind() != QuestionKind.TEXT && question.kind() != QuestionKind.DATE) {
                    fields.add(Field.of(VALUE + key, FieldType.NUMBER));
                }
            }
            for (ScoreGroup group : one.definition().scoreGroups()) {
                fields.add(Field.of(SCORE + one.code() + "." + group.code(), FieldType.NUMBER));
            }
        }
        return fields;
    }

    /** What a filled-in questionnaire says. What several options of one question count for is added up. */
    Map<String, Object> values(String code, Definition definition, Contents said) {
        Map<String, Object> values = new HashMap<>();
        for (Question question : definition.questions()) {
            String key = code + "." + question.code();
            List<String> chosen = said.answers().to(question.code());
            if (question.kind().hasOptions() && !chosen.isEmpty()) {
                values.put(ANSWER + key, List.copyOf(chosen));
            }
            Scoring.values(question, said.answers()).stream()
                    .reduce(BigDecimal::add)
                    .ifPresent(sum -> values.put(VALUE + key, sum));
        }
        said.scores().forEach((group, score) -> values.put(SCORE + code + "." + group, score));
        return values;
    }

    Optional<String> label(UUID organisation, Field field, Language language) {
        String[] steps = field.key().split("\\.");
        return steps.length != STEPS
                ? Optional.empty()
                : catalogue
                        .find(organisation, steps[1])
                        .flatMap(found -> part(found, field, steps[2], language)
                                .map(part -> found.definition().name().in(language) + ": " + part));
    }

    private static Optional<String> part(Published found, Field field, String code, Language language) {
        return field.key().startsWith(SCORE)
                ? found.definition().scoreGroups().stream()
                        .filter(group -> group.code().equals(code))
                        .map(group -> group.name().in(language))
                        .findFirst()
                : found.definition()
                        .question(code)
                        .map(question -> question.text().in(language));
    }

    Optional<String> valueLabel(UUID organisation, Field field, String value, Language language) {
        String[] steps = field.key().split("\\.");
        return steps.length != STEPS || !field.key().startsWith(ANSWER)
                ? Optional.empty()
                : Stream.ofNullable(catalogue.find(organisation, steps[1]).orElse(null))
                        .flatMap(found -> found.definition().question(steps[2]).stream())
                        .flatMap(question -> question.option(value).stream())
                        .map(option -> option.text().in(language))
                        .findFirst();
    }
}
