package io.traject.platform;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the time of a start goes. */
final class StartTimes {

    private final Map<String, Duration> parts = new LinkedHashMap<>();

    /** Since the Java virtual machine was started. */
    static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /** Notes what a part took. */
    synchronized void took(String part, Duration duration) {
        parts.put(part, duration);
    }

    /** Such as {@code 14.2 s (PostgreSQL 1.4, Camunda 11.0)}. */
    synchronized String report(Duration total) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + seconds(part.getValue()))
                .collect(Collectors.joining(", ", seconds(total) + " s (", ")"));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
