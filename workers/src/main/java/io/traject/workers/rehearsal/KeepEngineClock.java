package io.traject.workers.rehearsal;

import io.traject.workers.engine.EngineClock;
import io.traject.workers.engine.EngineException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sets the clock of a broker that was restarted, and has forgotten it, again. */
final class KeepEngineClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeepEngineClock.class);
    private static final long PAUSE_MILLIS = 250;

    private final EngineClock engine;
    private final ClockMoves moves;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean started;

    KeepEngineClock(EngineClock engine, ClockMoves moves) {
        this.engine = engine;
        this.moves = moves;
    }

    @Override
    public void start() {
        started = true;
        Thread.ofVirtual().name("engine-clock").start(this::keep);
    }

    private void keep() {
        try {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                keepOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepOnce() {
        try {
            moves.betweenMoves(engine::follow);
        } catch (EngineException | IllegalStateException e) {
            log.debug("The engine's clock can't be seen to now: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return started && stopped.getCount() > 0;
    }
}
