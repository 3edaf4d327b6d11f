package io.traject.workers.engine;

import io.traject.workers.engine.EngineException.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps jobs from being handed to somebody else while they are at work here. */
final class JobKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JobKeeper.class);

    private final Engine engine;
    private final Duration timeout;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor timer;

    JobKeeper(Engine engine, Duration timeout, InstantSource clock) {
        this.engine = engine;
        this.timeout = timeout;
        this.clock = clock;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("job-keeper").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Until the answer is closed. */
    Kept keep(EngineJob job) {
        long pause = timeout.dividedBy(3).toMillis();
        return new Kept(job, timer.scheduleWithFixedDelay(() -> extend(job), pause, pause, TimeUnit.MILLISECONDS));
    }

    private void extend(EngineJob job) {
        var _ = engine.extendJob(job.key(), timeout).exceptionally(failure -> {
            log.debug("Could not extend job {} of type {}: {}", job.key(), job.type(), failure.getMessage());
            return null;
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    final class Kept implements AutoCloseable {

        private final EngineJob job;
        private final Future<?> extensions;

        private Kept(EngineJob job, Future<?> extensions) {
            this.job = job;
            this.extensions = extensions;
        }

        /** False if the job waited here so long that it has been done elsewhere in the meantime. */
        boolean isStillOurs() {
            if (clock.instant().isBefore(job.deadline().minus(timeout.dividedBy(2)))) {
                return true;
            }
            try {
                engine.extendJob(job.key(), timeout).join();
                return true;
            } catch (CompletionException e) {
                return !(e.getCause() instanceof EngineException failure && failure.reason() == Reason.NOT_FOUND);
            }
        }

        @Override
        public void close() {
            extensions.cancel(false);
        }
    }
}
