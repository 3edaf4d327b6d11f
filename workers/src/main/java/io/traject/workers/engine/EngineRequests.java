package io.traject.workers.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.traject.workers.engine.EngineException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the number of unanswered commands below the one at which the engine refuses more. How many it takes depends on how
 * busy it is, so the limit gives way a tenth with each such refusal, and grows again by one for each full round of answers.
 */
@Component
class EngineRequests {

    private static final double GIVING_WAY = 0.9;

    private final int most;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition room = lock.newCondition();
    private double limit;
    private int inFlight;

    EngineRequests(WorkerProperties properties, MeterRegistry metrics) {
        most = properties.requestsInFlight();
        limit = most;
        Gauge.builder("traject.engine.commands.in.flight", () -> inFlight)
                .description("commands that the engine has not answered yet")
                .register(metrics);
    }

    /** Waits until there is room, sends, and returns before the answer. */
    <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> request) {
        enter();
        try {
            return request.get().whenComplete((answer, failure) -> leave(failure));
        } catch (RuntimeException e) {
            leave(e);
            throw e;
        }
    }

    private void enter() {
        lock.lock();
        try {
            while (inFlight >= (int) limit) {
                room.awaitUninterruptibly();
            }
            inFlight++;
        } finally {
            lock.unlock();
        }
    }

    private void leave(@Nullable Throwable failure) {
        lock.lock();
        try {
            inFlight--;
            limit = failure instanceof EngineException refusal && refusal.reason() == Reason.OVERLOADED
                    ? Math.max(1, limit * GIVING_WAY)
                    : Math.min(most, limit + 1 / limit);
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
