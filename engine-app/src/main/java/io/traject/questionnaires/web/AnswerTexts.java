package io.traject.questionnaires.web;

import io.traject.kernel.Language;
import io.traject.questionnaires.AnswerCheck;
import io.traject.questionnaires.Answers;
import io.traject.questionnaires.Question;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Answers as people read them; for templates {@code @answerTexts}. */
@Component
class AnswerTexts {

    private static final int DECIMALS = 4;

    /** The answer to a question in the reader's language; empty for none. */
    public String of(Question question, Answers answers) {
        return of(question, answers, LocaleContextHolder.getLocale());
    }

    static String of(Question question, Answers answers, Locale locale) {
        return answers.to(question.code()).stream()
                .map(answer -> switch (question.kind()) {
                    case ONE, SEVERAL ->
                        question.option(answer)
                                .map(option -> option.text().in(Language.of(locale)))
                                .orElse(answer);
                    case NUMBER ->
                        AnswerCheck.number(answer)
                                .map(number -> number(number, locale))
                                .orElse(answer);
                    case TEXT -> answer;
                    case DATE -> date(answer, locale);
                })
                .collect(Collectors.joining(", "));
    }

    static String number(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(Language.of(locale).locale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }

    private static String date(String answer, Locale locale) {
        try {
            return LocalDate.parse(answer)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(Language.of(locale).locale()));
        } catch (DateTimeParseException typedWrongly) {
            return answer;
        }
    }
}
