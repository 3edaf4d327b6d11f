package io.traject.web.pages;

import io.traject.kernel.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates and times as the reader's language writes them; templates know it as {@code @dates}. */
@Component("dates")
class DateTexts {

    private final BusinessTime time;
    private final MessageSource messages;

    DateTexts(BusinessTime time, MessageSource messages) {
        this.time = time;
        this.messages = messages;
    }

    /** 3 april 2026. */
    public String date(LocalDate date) {
        return format("d MMMM yyyy").format(date);
    }

    /** 03-04-2026, for tables. */
    public String shortDate(LocalDate date) {
        return format("dd-MM-yyyy").format(date);
    }

    /** 3 april 2026 14:05. */
    public String dateTime(Instant instant) {
        return format("d MMMM yyyy HH:mm").format(local(instant));
    }

    /** 03-04-2026 14:05, for tables. */
    public String shortDateTime(Instant instant) {
        return format("dd-MM-yyyy HH:mm").format(local(instant));
    }

    /** The day of an instant, in the installation's zone. */
    public LocalDate dayOf(Instant instant) {
        return local(instant).toLocalDate();
    }

    /** How long ago or ahead; beyond a month the date itself. */
    public String relative(Instant instant) {
        Duration ahead = Duration.between(time.now(), instant);
        Duration away = ahead.abs();
        if (away.compareTo(Duration.ofMinutes(1)) < 0) {
            return message("web.time.now");
        }
        if (away.compareTo(Duration.ofDays(31)) > 0) {
            return date(dayOf(instant));
        }
        String direction = ahead.isNegative() ? "ago" : "ahead";
        if (away.compareTo(Duration.ofHours(1)) < 0) {
            return message("web.time." + direction + ".minutes", away.toMinutes());
        }
        return away.compareTo(Duration.ofDays(1)) < 0
                ? message("web.time." + direction + ".hours", away.toHours())
                : message("web.time." + direction + ".days", away.toDays());
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(time.zone());
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static DateTimeFormatter format(String pattern) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
