package io.traject.workers.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.traject.workers.engine.Engine.JobRequest;
import io.traject.workers.engine.Engine.JobSubscription;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One subscription for each job handler. */
@Component
class JobWorkers {

    private static final Logger log = LoggerFactory.getLogger(JobWorkers.class);
    private static final Duration SHUTDOWN_WAIT = Duration.ofSeconds(15);

    private final Engine engine;
    private final ObjectProvider<JobHandler<?>> handlers;
    private final WorkerProperties properties;
    private final MeterRegistry metrics;
    private final JobKeeper keeper;
    private final List<JobHandler<?>> opened = new ArrayList<>();
    private final List<JobSubscription> subscriptions = new ArrayList<>();
    private final Phaser atWork = new Phaser(1);
    private boolean closed;

    JobWorkers(
            Engine engine,
            ObjectProvider<JobHandler<?>> handlers,
            WorkerProperties properties,
            MeterRegistry metrics,
            ObjectProvider<Clock> clock) {
        this.engine = engine;
        this.handlers = handlers;
        this.properties = properties;
        this.metrics = metrics;
        this.keeper = new JobKeeper(engine, properties.jobTimeout(), engineTime(clock));
    }

    /** In a rehearsal the engine's time, in which a job's deadline is given, is not the machine's. */
    private static InstantSource engineTime(ObjectProvider<Clock> clock) {
        InstantSource moved = clock.getIfAvailable();
        return moved == null ? InstantSource.system() : moved;
    }

    synchronized void open() {
        if (closed) {
            return;
        }
        handlers.forEach(handler -> {
            opened.add(handler);
            subscriptions.add(subscribe(handler));
        });
        log.info("Takes jobs of {} types from the engine", subscriptions.size());
    }

    private <V> JobSubscription subscribe(JobHandler<V> handler) {
        var runner = new JobRunner<>(engine, handler, keeper, properties.longestBackOff(), metrics);
        var request =
                new JobRequest(handler.jobType(), runner.variableNames(), inFlight(handler), properties.jobTimeout());
        return engine.subscribe(request, job -> {
            atWork.register();
            try {
                runner.run(job);
            } finally {
                atWork.arriveAndDeregister();
            }
        });
    }

    private int inFlight(JobHandler<?> handler) {
        int usual = handler.inFlight() > 0 ? handler.inFlight() : properties.jobsInFlight();
        return properties.jobsInFlightByType().getOrDefault(handler.jobType(), usual);
    }

    /** Takes no more jobs, and gives those at work a while to end or to hand back the rest. */
    synchronized void close() {
        closed = true;
        subscriptions.forEach(JobSubscription::close);
        subscriptions.clear();
        opened.forEach(JobHandler::windUp);
        try {
            atWork.awaitAdvanceInterruptibly(atWork.arrive(), SHUTDOWN_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.info("{} jobs are still at work; the engine will hand them out again", atWork.getUnarrivedParties());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeper.close();
    }
}
