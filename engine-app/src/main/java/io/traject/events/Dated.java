package io.traject.events;

import io.traject.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A thing with its date; also a position among such, by moment and then by id.
 *
 * @param moment of the date, by which things are in order
 */
public record Dated(UUID thing, Instant moment) {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The position before everything of a day. */
    public static Dated before(LocalDate day) {
        return new Dated(BEFORE_ALL, startOf(day));
    }

    /** The first moment of a business day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    public LocalDate date() {
        return moment.atZone(BusinessTime.ZONE).toLocalDate();
    }
}
