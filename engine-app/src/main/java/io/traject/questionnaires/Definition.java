package io.traject.questionnaires;

import java.util.List;
import java.util.Optional;

/**
 * What a version of a questionnaire asks, and how the answers add up.
 *
 * @param medical whether answers and scores have medical meaning: then only those who may see that see them
 * @param questions in order
 */
public record Definition(
        Bilingual name,
        Bilingual explanation,
        boolean medical,
        List<Question> questions,
        List<ScoreGroup> scoreGroups) {

    public static final int MAX_QUESTIONS = 100;
    public static final int MAX_OPTIONS = 30;
    public static final int MAX_SCORE_GROUPS = 20;

    public Definition {
        questions = List.copyOf(questions);
        scoreGroups = List.copyOf(scoreGroups);
    }

    /** One without questions yet; medical until somebody says otherwise. */
    public static Definition named(Bilingual name) {
        return new Definition(name, Bilingual.EMPTY, true, List.of(), List.of());
    }

    public Optional<Question> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }
}
