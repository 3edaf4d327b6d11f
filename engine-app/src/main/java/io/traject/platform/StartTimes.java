package io.traject.platform;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** Where the time of a start goes; every moment is counted from the start of the Java virtual machine. */
final class StartTimes {

    private volatile Duration postgres = Duration.ZERO;
    private volatile Duration engine = Duration.ZERO;
    private volatile Duration engineReadyAt = Duration.ZERO;
    private volatile Duration pagesServedAt = Duration.ZERO;

    void postgresTook(Duration duration) {
        postgres = duration;
    }

    void engineTook(Duration duration) {
        engine = duration;
        engineReadyAt = now();
    }

    void pagesAreServed() {
        pagesServedAt = now();
    }

    /** Such as {@code 14.2 s (PostgreSQL 1.4, Spring 8.1, Camunda 11.0 beside it, workers 0.7)}, when all is ready. */
    String report() {
        Duration ready = now();
        Duration othersReadyAt = engineReadyAt.compareTo(pagesServedAt) > 0 ? engineReadyAt : pagesServedAt;
        return "%s s (PostgreSQL %s, Spring %s, Camunda %s beside it, workers %s)"
                .formatted(
                        seconds(ready),
                        seconds(postgres),
                        seconds(pagesServedAt.minus(postgres)),
                        seconds(engine),
                        seconds(ready.minus(othersReadyAt)));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    private static Duration now() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
