package io.traject.triggers.web;

import io.traject.kernel.Language;
import io.traject.rules.triggers.FieldType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values as people type and read them. */
final class TypedValue {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+[.,]\\d+");
    private static final DateTimeFormatter DUTCH_DATE =
            DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private TypedValue() {}

    /** As conditions have it; as it was typed when it is no value of the type. */
    static String canonical(FieldType type, String typed) {
        String text = typed.strip();
        return switch (type) {
            case NUMBER -> NUMBER.matcher(text).matches() ? text.replace(',', '.') : text;
            case DATE -> date(text);
            default -> text;
        };
    }

    /** As it is typed in the language. */
    static String typed(FieldType type, String canonical, Language language) {
        return type == FieldType.NUMBER
                        && language == Language.NL
                        && NUMBER.matcher(canonical).matches()
                ? canonical.replace('.', ',')
                : canonical;
    }

    private static String date(String text) {
        try {
            return LocalDate.parse(text, DUTCH_DATE).toString();
        } catch (DateTimeException otherwiseWritten) {
            return text;
        }
    }
}
