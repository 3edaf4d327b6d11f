package io.traject.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time that due dates, reminders and rules go by. A rehearsal may move it; sign-in, tokens and signatures use
 * {@link RealTime}. Business days are those of the installation's zone (Europe/Amsterdam).
 */
public final class BusinessTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Clock clock;

    public BusinessTime(Clock clock) {
        this.clock = clock.withZone(ZONE);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The first moment after a business day. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The day of which this is the {@link #endOf end}, or in which it lies. */
    public LocalDate lastDayBefore(Instant moment) {
        return moment.minusNanos(1).atZone(ZONE).toLocalDate();
    }

    public ZoneId zone() {
        return ZONE;
    }
}
