package io.traject.questionnaires;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a filled-in questionnaire says.
 *
 * @param scores raw scores by code of the group; none until it is completed
 */
public record Contents(Answers answers, Map<String, BigDecimal> scores) {

    static final Contents NONE = new Contents(Answers.NONE, Map.of());

    /** Nobody's answers get into a log. */
    @Override
    public String toString() {
        return "Contents";
    }
}
