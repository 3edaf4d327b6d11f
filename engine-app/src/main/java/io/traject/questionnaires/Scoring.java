package io.traject.questionnaires;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What answers add up to (A11). The raw score of a group is the sum over its questions of the values of the options chosen,
 * all of them where several may be, or of the number itself. A question without an answer counts for nothing; a group none of
 * whose questions has an answer has no score, which is not the same as nought.
 */
public final class Scoring {

    private Scoring() {}

    /**
     * @param answers that have been checked
     * @return raw scores by code of the group
     */
    public static Map<String, BigDecimal> scores(Definition definition, Answers answers) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (ScoreGroup group : definition.scoreGroups()) {
            List<BigDecimal> values = group.questions().stream()
                    .flatMap(code -> definition.question(code).stream())
                    .flatMap(question -> values(question, answers).stream())
                    .toList();
            if (!values.isEmpty()) {
                scores.put(group.code(), plain(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
            }
        }
        return Collections.unmodifiableMap(scores);
    }

    /** What the answers to a question count for, one by one; nothing for words and dates. */
    static List<BigDecimal> values(Question question, Answers answers) {
        Stream<BigDecimal> values = switch (question.kind()) {
            case ONE, SEVERAL ->
                answers.to(question.code()).stream()
                        .flatMap(code -> question.option(code).stream())
                        .map(AnswerOption::value)
                        .filter(Objects::nonNull);
            case NUMBER -> answers.to(question.code()).stream().flatMap(typed -> AnswerCheck.number(typed).stream());
            case TEXT, DATE -> Stream.empty();
        };
        return values.map(Scoring::plain).toList();
    }

    /** Without noughts at the end, and without an exponent: 20, not 2E+1. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
