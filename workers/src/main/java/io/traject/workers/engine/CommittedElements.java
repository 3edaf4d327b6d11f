package io.traject.workers.engine;

import io.traject.workers.progress.ProcessProgress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Says whether the keys of a job are final. The engine hands out a job a moment before it has committed the step that made
 * it. When a broker is killed in that moment, the step is done again, with other keys: whoever had written down the first
 * ones would wait for something that never was. What the exporter shows is committed.
 */
@Component
public class CommittedElements implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CommittedElements.class);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** Shorter than any restart of a broker, after which a key may have been given to something else. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ProcessProgress progress;
    private final Map<Long, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("committed-elements").factory());
    private volatile boolean running;

    CommittedElements(ProcessProgress progress) {
        this.progress = progress;
    }

    /** Waits a moment for the element of the job; false when it is not known to be committed by then. */
    public boolean includes(Job<?> job) {
        var shown = awaited.computeIfAbsent(job.elementInstanceKey(), key -> new CompletableFuture<>());
        try {
            return shown.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS) == job.processInstanceKey();
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            awaited.remove(job.elementInstanceKey(), shown);
        }
    }

    /** One question for all who wait. */
    private void look() {
        if (awaited.isEmpty()) {
            return;
        }
        try {
            progress.instancesOf(awaited.keySet()).forEach((element, instance) -> {
                var shown = awaited.get(element);
                if (shown != null) {
                    shown.complete(instance);
                }
            });
        } catch (DataAccessException | TransactionException e) {
            log.debug("Could not look for {} elements: {}", awaited.size(), e.getMessage());
        }
    }

    @Override
    public void start() {
        looks.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        looks.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the jobs begin, and after their end. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}
