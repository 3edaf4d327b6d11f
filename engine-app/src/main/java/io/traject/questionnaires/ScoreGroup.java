package io.traject.questionnaires;

import java.util.List;

/**
 * A score: some of the questions, added up.
 *
 * @param code stable, kebab-case, unique in its questionnaire
 * @param questions codes of those that count
 */
public record ScoreGroup(String code, Bilingual name, List<String> questions) {

    public ScoreGroup {
        questions = List.copyOf(questions);
    }
}
