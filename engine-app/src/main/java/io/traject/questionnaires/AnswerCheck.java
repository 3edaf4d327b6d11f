package io.traject.questionnaires;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether answers are answers to the questions. */
public final class AnswerCheck {

    public static final int MAX_TEXT = 4000;

    /** Either way from nought, with at most four decimals and a point or a comma before them. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,4})?");

    private AnswerCheck() {}

    /** What can't be kept, in the order of the questions. What was not answered yet may come later. */
    public static List<AnswerFlaw> soFar(Definition definition, Answers answers) {
        Stream<AnswerFlaw> unknown = answers.byQuestion().keySet().stream()
                .filter(question -> definition.question(question).isEmpty())
                .map(question -> AnswerFlaw.of(question, "unknown-question"));
        Stream<AnswerFlaw> wrong = definition.questions().stream()
                .flatMap(question -> flaw(question, answers.to(question.code())).stream());
        return Stream.concat(wrong, unknown).toList();
    }

    /** What stands in the way of completion, in the order of the questions. */
    public static List<AnswerFlaw> complete(Definition definition, Answers answers) {
        Stream<AnswerFlaw> missing = definition.questions().stream()
                .filter(Question::required)
                .filter(question -> answers.to(question.code()).isEmpty())
                .map(question -> AnswerFlaw.of(question.code(), "required"));
        List<String> order = definition.questions().stream().map(Question::code).toList();
        return Stream.concat(missing, soFar(definition, answers).stream())
                .sorted((one, other) -> Integer.compare(place(order, one.question()), place(order, other.question())))
                .toList();
    }

    /** As {@link #NUMBER} says. */
    public static Optional<BigDecimal> number(String typed) {
        return NUMBER.matcher(typed).matches()
                ? Optional.of(new BigDecimal(typed.replace(',', '.')))
                : Optional.empty();
    }

    private static int place(List<String> order, String question) {
        int place = order.indexOf(question);
        return place < 0 ? order.size() : place;
    }

    private static Optional<AnswerFlaw> flaw(Question question, List<String> answers) {
        if (answers.size() > 1 && question.kind() != QuestionKind.SEVERAL) {
            return Optional.of(AnswerFlaw.of(question.code(), "only-one"));
        }
        return answers.stream()
                .flatMap(answer -> mistake(question, answer).stream())
                .findFirst();
    }

    private static Optional<AnswerFlaw> mistake(Question question, String answer) {
        String code = question.code();
        return switch (question.kind()) {
            case ONE, SEVERAL -> unless(question.option(answer).isPresent(), AnswerFlaw.of(code, "unknown-option"));
            case NUMBER -> unless(number(answer).isPresent(), AnswerFlaw.of(code, "no-number"));
            case TEXT -> unless(answer.length() <= MAX_TEXT, AnswerFlaw.of(code, "too-long", MAX_TEXT));
            case DATE -> unless(isDate(answer), AnswerFlaw.of(code, "no-date"));
        };
    }

    private static Optional<AnswerFlaw> unless(boolean right, AnswerFlaw flaw) {
        return right ? Optional.empty() : Optional.of(flaw);
    }

    /** As date fields of browsers send it, within the years that people mean. */
    private static boolean isDate(String typed) {
        try {
            int year = LocalDate.parse(typed).getYear();
            return year >= 1800 && year < 2200;
        } catch (DateTimeParseException notDate) {
            return false;
        }
    }
}
