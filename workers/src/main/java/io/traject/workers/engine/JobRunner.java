package io.traject.workers.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.traject.workers.engine.EngineException.Reason;
import io.traject.workers.engine.JobOutcome.Completed;
import io.traject.workers.engine.JobOutcome.Error;
import io.traject.workers.engine.JobOutcome.Later;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Runs the jobs of one handler: binds, calls, keeps the job while it takes long, and tells the engine how it ended. */
final class JobRunner<V> {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration SHORTEST_BACK_OFF = Duration.ofMillis(500);
    private static final int BACK_OFF_FACTOR = 4;

    private final Engine engine;
    private final JobHandler<V> handler;
    private final JobVariables<V> variables;
    private final JobKeeper keeper;
    private final Duration longestBackOff;
    private final MeterRegistry metrics;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    JobRunner(Engine engine, JobHandler<V> handler, JobKeeper keeper, Duration longestBackOff, MeterRegistry metrics) {
        this.engine = engine;
        this.handler = handler;
        this.variables = new JobVariables<>(handler.variables());
        this.keeper = keeper;
        this.longestBackOff = longestBackOff;
        this.metrics = metrics;
    }

    List<String> variableNames() {
        return variables.names();
    }

    /** A job that is at work here already, because its time-out passed unnoticed, is left to that. */
    void run(EngineJob job) {
        if (!running.add(job.key())) {
            return;
        }
        try (var kept = keeper.keep(job)) {
            if (kept.isStillOurs()) {
                runKept(job);
            }
        } finally {
            running.remove(job.key());
        }
    }

    private void runKept(EngineJob job) {
        var timer = Timer.start(metrics);
        var values = EngineJson.readTree(job.variables());
        try (var _ = Correlation.restoredFrom(values)) {
            var ending = attempt(job, values);
            awaitTaken(job, ending.answer());
            timer.stop(metrics.timer("traject.engine.jobs", "type", job.type(), "outcome", ending.name()));
        }
    }

    // Whatever goes wrong in a handler fails its job; nothing may end the worker.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private Ending attempt(EngineJob job, JsonNode values) {
        try {
            return tell(job, handler.handle(bound(job, values)));
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return fail(job, e);
        }
    }

    private Job<V> bound(EngineJob job, JsonNode values) {
        return new Job<>(
                job.key(),
                job.processInstanceKey(),
                job.elementInstanceKey(),
                job.elementId(),
                job.processId(),
                variables.bind(values),
                job.headers());
    }

    private Ending tell(EngineJob job, JobOutcome outcome) {
        return switch (outcome) {
            case Completed(var result) -> new Ending("completed", engine.completeJob(job.key(), result));
            case Error(var code, var message) -> new Ending("error", engine.throwError(job.key(), code, message));
            case Later(var delay, var reason) ->
                new Ending("later", engine.failJob(job.key(), job.retries(), delay, reason));
        };
    }

    private Ending fail(EngineJob job, Throwable cause) {
        int left = job.retries() - 1;
        log.warn(
                "Job {} of type {} in process instance {} failed, {} retries left",
                job.key(),
                job.type(),
                job.processInstanceKey(),
                left,
                cause);
        return new Ending("failed", engine.failJob(job.key(), left, backOff(left), describe(cause)));
    }

    /** Grows towards the last retry, so that it doesn't matter how many a model allows. */
    private Duration backOff(int retriesLeft) {
        var pause = longestBackOff;
        for (int later = 1; later < retriesLeft && pause.compareTo(SHORTEST_BACK_OFF) > 0; later++) {
            pause = pause.dividedBy(BACK_OFF_FACTOR);
        }
        return pause;
    }

    /** Where, not what: the text of an exception may hold somebody's data, and the engine must not. */
    private static String describe(Throwable cause) {
        var place = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.traject."))
                .findFirst();
        return cause.getClass().getSimpleName()
                + place.map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName())
                        .orElse("");
    }

    private static void awaitTaken(EngineJob job, CompletableFuture<Void> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EngineException failure && failure.reason() == Reason.NOT_FOUND) {
                log.debug("Job {} of type {} has ended elsewhere", job.key(), job.type());
            } else {
                log.warn(
                        "The engine was not told how job {} of type {} ended and will hand it out again: {}",
                        job.key(),
                        job.type(),
                        String.valueOf(e.getCause()));
            }
        }
    }

    private record Ending(String name, CompletableFuture<Void> answer) {}
}
