package io.traject.questionnaires.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.questionnaires.Bilingual;
import io.traject.questionnaires.Contents;
import io.traject.questionnaires.Definition;
import io.traject.questionnaires.Filling;
import io.traject.questionnaires.QuestionnaireCatalogue;
import io.traject.questionnaires.QuestionnairesOfCase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questionnaires as REST answers them. */
final class QuestionnaireViews {

    private QuestionnaireViews() {}

    record Items<T>(List<T> items) {}

    /** @param version number of the one that is filled in now */
    record Asked(
            String code,
            int version,
            Bilingual name,
            Bilingual explanation,
            boolean medical,
            List<Question> questions,
            List<Group> scoreGroups) {

        static Asked of(QuestionnaireCatalogue.Published published) {
            Definition definition = published.definition();
            return new Asked(
                    published.code(),
                    published.number(),
                    definition.name(),
                    definition.explanation(),
                    definition.medical(),
                    definition.questions().stream()
                            .map(question -> new Question(
                                    question.code(),
                                    question.text(),
                                    word(question.kind()),
                                    question.required(),
                                    question.options().stream()
                                            .map(option -> new Option(option.code(), option.text(), option.value()))
                                            .toList()))
                            .toList(),
                    definition.scoreGroups().stream()
                            .map(group -> new Group(group.code(), group.name(), group.questions()))
                            .toList());
        }
    }

    /** @param kind {@code one}, {@code several}, {@code number}, {@code text} or {@code date} */
    record Question(String code, Bilingual text, String kind, boolean required, List<Option> options) {}

    record Option(String code, Bilingual text, @Nullable BigDecimal value) {}

    record Group(String code, Bilingual name, List<String> questions) {}

    /**
     * A questionnaire in a case.
     *
     * @param state {@code open}, {@code completed} or {@code replaced}
     * @param answers by question, each a list; left out when they are medical and the caller may not see that
     * @param scores raw scores by group; left out likewise
     */
    record FilledIn(
            String id,
            String questionnaire,
            int version,
            String state,
            boolean medical,
            String filledInBy,
            Instant savedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant completedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String replaces,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, List<String>> answers,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, BigDecimal> scores) {

        static FilledIn of(QuestionnairesOfCase.Opened opened) {
            Filling filling = opened.entry().filling();
            return new FilledIn(
                    filling.id().toString(),
                    opened.entry().code(),
                    opened.entry().number(),
                    word(filling.state()),
                    filling.isMedical(),
                    filling.savedBy(),
                    filling.savedAt(),
                    filling.completedAt().orElse(null),
                    filling.replaces().map(Object::toString).orElse(null),
                    opened.contents().map(said -> said.answers().byQuestion()).orElse(null),
                    opened.contents().map(Contents::scores).orElse(null));
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
