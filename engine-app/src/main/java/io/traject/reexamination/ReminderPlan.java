package io.traject.reexamination;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When a resident is reminded: 5, 10 and 14 times 24 hours after the invitation was sent (C8). */
final class ReminderPlan {

    private static final List<Duration> AFTER =
            Stream.of(5, 10, 14).map(days -> Duration.ofHours(24L * days)).toList();

    private ReminderPlan() {}

    static List<Instant> after(Instant sent) {
        return AFTER.stream().map(sent::plus).toList();
    }
}
