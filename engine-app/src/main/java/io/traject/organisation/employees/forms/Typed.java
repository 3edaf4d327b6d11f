package io.traject.organisation.employees.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What somebody typed into a field, and what it means. */
public final class Typed {

    private Typed() {}

    /** One line, without blanks around it. */
    public static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    public static Optional<String> text(String line) {
        return Optional.of(line).filter(text -> !text.isEmpty());
    }

    /** Empty for an empty field, and, once the mistake has been told, for one that can't be read. */
    public static <T> Optional<T> read(
            Errors errors, String field, String line, Function<String, Optional<T>> reading, String mistake) {
        Optional<T> value = text(line).flatMap(reading);
        if (value.isEmpty() && !line.isEmpty()) {
            errors.rejectValue(field, mistake);
        }
        return value;
    }

    /** As a date field of a browser sends it. */
    public static Optional<LocalDate> date(String line) {
        try {
            return Optional.of(LocalDate.parse(line));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
