package io.traject.events;

import io.traject.kernel.Ids;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * That it is so many days after, or before, a date of a thing: an event for each {@link PassingDate}. It is recorded only for the
 * numbers of days that somebody waits for, so whoever goes by such an event must say which.
 */
@Component
public class PassingDates implements EventDeclarations {

    /** The number of days since the date; negative before it. */
    public static final String DAYS = "event.days";

    public static final int MOST_DAYS = 3650;

    private static final String PREFIX = "time.";
    private static final String DATE = "event.date";

    private final Map<String, PassingDate> byType;

    PassingDates(List<PassingDate> dates) {
        this.byType = dates.stream().collect(Collectors.toUnmodifiableMap(PassingDates::type, Function.identity()));
    }

    /** The type of the event. */
    public static String type(PassingDate date) {
        return PREFIX + date.key();
    }

    /** Whether an event of the type is one. */
    public static boolean isType(String type) {
        return type.startsWith(PREFIX);
    }

    /** The date that an event of the type is about. */
    public Optional<PassingDate> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    @Override
    public List<DeclaredEvent> declared() {
        return byType.values().stream()
                .map(date -> DeclaredEvent.of(
                        type(date),
                        date.kind(),
                        date.about(),
                        Field.of(DAYS, FieldType.NUMBER),
                        Field.of(DATE, FieldType.DATE)))
                .toList();
    }

    /** The event that it is so many days after the date of the thing: there is one, with one id. */
    public static DomainEvent passed(UUID organisation, PassingDate date, Dated dated, int days) {
        LocalDate on = dated.date();
        return new DomainEvent(
                Ids.derived(
                        Dated.startOf(on.plusDays(days)),
                        String.join(" ", type(date), dated.thing().toString(), on.toString(), Integer.toString(days))),
                type(date),
                organisation,
                dated.thing(),
                null,
                null,
                null,
                Map.of(name(DAYS), days, name(DATE), on.toString()));
    }

    private static String name(String field) {
        return field.substring(field.indexOf('.') + 1);
    }
}
