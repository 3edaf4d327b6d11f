package io.traject.agenda.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What somebody typed into a field, and what it means. */
final class Typed {

    private Typed() {}

    /** One line, without blanks around it. */
    static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Lines, without blanks around them. */
    static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]+", " ")
                        .strip();
    }

    static Optional<String> filled(String typed) {
        return Optional.of(typed).filter(text -> !text.isEmpty());
    }

    static Optional<UUID> id(String typed) {
        try {
            return filled(typed).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** As a date field of a browser sends it; empty, once the mistake has been told, for one that can't be read. */
    static Optional<LocalDate> date(Errors errors, String field, String typed) {
        try {
            return filled(typed).map(LocalDate::parse);
        } catch (DateTimeParseException notADate) {
            errors.rejectValue(field, "agenda.date.invalid");
            return Optional.empty();
        }
    }

    /** The same for a time of day. */
    static Optional<LocalTime> time(Errors errors, String field, String typed) {
        try {
            return filled(typed).map(LocalTime::parse);
        } catch (DateTimeParseException notATime) {
            errors.rejectValue(field, "agenda.time.invalid");
            return Optional.empty();
        }
    }
}
