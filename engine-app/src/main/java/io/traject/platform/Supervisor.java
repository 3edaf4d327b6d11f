package io.traject.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over one child: when it ends without having been asked to, it is started again on the same ports, at first at
 * once, then with growing pauses.
 */
final class Supervisor {

    /** What the child is doing. */
    enum State {
        STARTING,
        RUNNING,
        RESTARTING,
        STOPPED
    }

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Child child;
    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);
    private final AtomicInteger restarts = new AtomicInteger();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread watcher;
    private volatile Instant since = Instant.now();

    Supervisor(Child child) {
        this.child = child;
    }

    String name() {
        return child.name();
    }

    State state() {
        return Objects.requireNonNull(state.get());
    }

    /** How often the child had to be started again. */
    int restarts() {
        return restarts.get();
    }

    /** When the state changed last. */
    Instant since() {
        return since;
    }

    void launch() throws InterruptedException {
        child.launch();
    }

    /** Waits until the launched child serves; from then on it is kept running. */
    void awaitReady() throws InterruptedException {
        child.awaitReady();
        if (move(State.STARTING, State.RUNNING)) {
            watcher = Thread.ofVirtual().name("supervisor-" + child.name()).start(this::watch);
        }
    }

    /**
     * Starts the child, again and again until it serves, and keeps it running from then on. Returns at once.
     *
     * @param whenItServes done once, before the watching begins
     */
    void startBeside(Runnable whenItServes) {
        watcher = Thread.ofVirtual().name("supervisor-" + child.name()).start(() -> {
            try {
                bringUp(State.STARTING, Duration.ZERO);
                if (state() == State.RUNNING) {
                    whenItServes.run();
                    watch();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Stops the watching and then the child; returns when both have ended. */
    void stop() {
        state.set(State.STOPPED);
        stopping.countDown();
        Thread thread = watcher;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        child.stop();
    }

    private void watch() {
        Duration pause = Duration.ZERO;
        try {
            while (true) {
                long since = System.nanoTime();
                child.awaitExit();
                if (!move(State.RUNNING, State.RESTARTING)) {
                    return;
                }
                log.warn("{} ended unexpectedly and is started again", child.name());
                boolean wasSteady = System.nanoTime() - since > STEADY.toNanos();
                restarts.incrementAndGet();
                pause = bringUp(State.RESTARTING, wasSteady ? Duration.ZERO : pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return the pause before the next attempt, should the child end again soon */
    private Duration bringUp(State from, Duration firstPause) throws InterruptedException {
        Duration pause = firstPause;
        while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            pause = longer(pause);
            try {
                child.launch();
                child.awaitReady();
                move(from, State.RUNNING);
                log.info("{} runs{}", child.name(), from == State.RESTARTING ? " again" : "");
                return pause;
            } catch (PlatformFailure e) {
                restarts.incrementAndGet();
                log.warn(
                        "{} did not start (next attempt in {} s): {}", child.name(), pause.toSeconds(), e.getMessage());
            }
        }
        return pause;
    }

    private boolean move(State from, State to) {
        boolean moved = state.compareAndSet(from, to);
        if (moved) {
            since = Instant.now();
        }
        return moved;
    }

    private static Duration longer(Duration pause) {
        if (pause.isZero()) {
            return FIRST_PAUSE;
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
