package io.traject.workers.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Keeps the commands to the engine below the number at which it answers with back-pressure; first come, first served. */
@Component
class EngineRequests {

    private final Semaphore free;

    EngineRequests(WorkerProperties properties, MeterRegistry metrics) {
        int limit = properties.requestsInFlight();
        free = new Semaphore(limit, true);
        Gauge.builder("traject.engine.commands.in.flight", () -> limit - free.availablePermits())
                .description("commands that the engine has not answered yet")
                .register(metrics);
    }

    /** Waits until there is room, sends, and answers at once. */
    <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> request) {
        free.acquireUninterruptibly();
        try {
            return request.get().whenComplete((answer, failure) -> free.release());
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }
}
