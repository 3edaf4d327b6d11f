package io.traject.platform;

import io.traject.testing.RunningApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the start of the application's JVM to readiness, on a second start; the goal is 25 s on two cores. */
class StartBench {

    private static final double GOAL_SECONDS = 25;

    @TempDir
    Path home;

    @Test
    void shouldTellHowLongAStartTakes() {
        measure("first start to readiness");
        measure("second start to readiness");
    }

    private void measure(String figure) {
        long begin = System.nanoTime();
        try (RunningApplication application = RunningApplication.start(home).awaitReady()) {
            double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
            System.out.printf(
                    Locale.ROOT,
                    "%s | %.1f s | goal %.0f s | %.2f%n",
                    figure,
                    seconds,
                    GOAL_SECONDS,
                    seconds / GOAL_SECONDS);
            application
                    .output()
                    .lines()
                    .filter(line -> line.contains("start: "))
                    .forEach(System.out::println);
        }
    }
}
