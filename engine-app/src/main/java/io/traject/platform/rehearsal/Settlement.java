package io.traject.platform.rehearsal;

import io.traject.kernel.FallsDue;
import io.traject.workers.engine.EngineClock;
import io.traject.workers.engine.EngineCommandQueue;
import io.traject.workers.engine.EngineException;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.rehearsal.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Waits until nothing is going on any more: the engine's clock is business time and no timer is overdue, the engine was told
 * everything, no job is open, every human task is in its list, and neither the engine nor the projection of its progress
 * has moved for a while. Incidents don't count: they wait for people.
 */
@Component
@OnRehearsal
class Settlement implements DisposableBean {

    private static final long PAUSE_MILLIS = 150;

    /** The engine's records are in the projection some 30 ms after they were made. */
    private static final int QUIET_LOOKS = 3;

    private final MovableClock clock;
    private final EngineClock engine;
    private final EngineCommandQueue commands;
    private final ProcessProgress progress;
    private final ObjectProvider<FallsDue> rooms;
    private final Duration patience;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Settlement(
            MovableClock clock,
            EngineClock engine,
            EngineCommandQueue commands,
            ProcessProgress progress,
            ObjectProvider<FallsDue> rooms,
            @Value("${traject.rehearsal-patience:60s}") Duration patience) {
        this.clock = clock;
        this.engine = engine;
        this.commands = commands;
        this.progress = progress;
        this.rooms = rooms;
        this.patience = patience;
    }

    /** What one sees at a moment; two that are equal mean that nothing has happened in between. */
    private record Look(List<String> goingOn, long processed, long projected, long waiting) {}

    /** @throws NotSettledException when something is still going on and nothing has changed for the time of patience */
    void await() throws InterruptedException {
        quiet();
        rooms.forEach(FallsDue::catchUp);
        quiet();
    }

    private void quiet() throws InterruptedException {
        Look before = look();
        long changed = System.nanoTime();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            pause(Duration.ofMillis(PAUSE_MILLIS));
            Look now = look();
            boolean same = now.equals(before);
            quiet = same && now.goingOn.isEmpty() ? quiet + 1 : 0;
            if (!same) {
                changed = System.nanoTime();
            } else if (!now.goingOn.isEmpty() && System.nanoTime() - changed > patience.toNanos()) {
                throw new NotSettledException(now.goingOn);
            }
            before = now;
        }
    }

    /** @throws InterruptedException also when the application stops meanwhile */
    void pause(Duration duration) throws InterruptedException {
        if (stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("The application is stopping");
        }
    }

    private Look look() {
        List<String> goingOn = new ArrayList<>();
        long processed = processed(goingOn);
        Instant now = clock.instant();
        progress.timersDue(Instant.EPOCH, now)
                .forEach(timers -> goingOn.add("%d overdue timer(s) %s".formatted(timers.count(), timers.elementId())));
        long waiting = commands.length();
        if (waiting > 0) {
            goingOn.add("%d command(s) to the engine, %d failing".formatted(waiting, commands.failingCount()));
        }
        progress.busySteps()
                .forEach(step -> goingOn.add(
                        "%d time(s) at work: %s.%s".formatted(step.instances(), step.processId(), step.elementId())));
        return new Look(List.copyOf(goingOn), processed, progress.position(), waiting);
    }

    /** A restarted broker is told the time again here, too. */
    private long processed(List<String> goingOn) {
        try {
            engine.follow();
            return engine.processed();
        } catch (EngineException e) {
            goingOn.add("the engine is away");
            return -1;
        }
    }

    @Override
    public void destroy() {
        stopping.countDown();
    }
}
