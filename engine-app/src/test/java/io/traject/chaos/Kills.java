package io.traject.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/**
 * Kills at random moments of each phase's work. A moment is a share of the work that is done, not a time: however slow the
 * machine is, every phase gets its kills. One in four falls into the recovery from the one before.
 */
final class Kills {

    private static final int SHORTEST_PAUSE_MILLIS = 200;
    private static final int LONGEST_PAUSE_MILLIS = 2_500;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int ONE_IN = 4;
    /** Somebody must still be at work when the last one falls. */
    private static final double LAST_MOMENT = 0.95;

    private final KillablePlatform platform;
    private final Random random;
    private final Instant end;
    private final Queue<Victim> victims = new ConcurrentLinkedQueue<>();
    private final Map<String, Map<Victim, Integer>> kills = new LinkedHashMap<>();

    /** @param limit no kill later than this, from now on */
    Kills(KillablePlatform platform, Random random, Duration limit) {
        this.platform = platform;
        this.random = random;
        this.end = Instant.now().plus(limit);
    }

    /**
     * Does the work and returns when it is done.
     *
     * @param inAll how often will have been killed by then, with the phases before
     * @param progress from 0 to 1; may fail while what it asks is down
     */
    void whileWorking(String phase, int inAll, DoubleSupplier progress, Runnable work) {
        Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
        kills.put(phase, killed);
        List<Double> moments = random.doubles(Math.max(0, inAll - count()), 0, LAST_MOMENT)
                .sorted()
                .boxed()
                .toList();
        CompletableFuture<Void> working = CompletableFuture.runAsync(work);
        for (double moment : moments) {
            boolean intoRecovery = !killed.isEmpty() && random.nextInt(ONE_IN) == 0;
            boolean goesOn = intoRecovery ? !endsWithin(pause(), working) : reaches(moment, progress, working);
            if (!goesOn) {
                break;
            }
            Victim victim = nextVictim();
            platform.kill(victim, random);
            killed.merge(victim, 1, Integer::sum);
        }
        working.join();
    }

    int count() {
        return kills.values().stream().mapToInt(Kills::sum).sum();
    }

    void print() {
        System.out.println("phase | kills | "
                + List.of(Victim.values()).stream()
                        .map(victim -> victim.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" | ")));
        kills.forEach((phase, killed) -> System.out.println(phase
                + " | "
                + sum(killed)
                + " | "
                + List.of(Victim.values()).stream()
                        .map(victim -> String.valueOf(killed.getOrDefault(victim, 0)))
                        .collect(Collectors.joining(" | "))));
    }

    /** Waits until all is up and the work has come so far. @return false when it ended before, or time is up */
    private boolean reaches(double moment, DoubleSupplier progress, CompletableFuture<Void> working) {
        platform.awaitUp();
        while (!endsWithin(LOOK, working)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            if (known(progress) >= moment) {
                return true;
            }
        }
        return false;
    }

    private static double known(DoubleSupplier progress) {
        try {
            return progress.getAsDouble();
        } catch (RuntimeException e) {
            return 0;
        }
    }

    private Duration pause() {
        return Duration.ofMillis(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
    }

    private Victim nextVictim() {
        if (victims.isEmpty()) {
            victims.addAll(Victim.shuffled(random));
        }
        return victims.remove();
    }

    private static int sum(Map<Victim, Integer> killed) {
        return killed.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean endsWithin(Duration time, CompletableFuture<Void> work) {
        try {
            work.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The work failed", e);
        }
    }
}
