package io.traject.progress;

import static java.util.Objects.requireNonNull;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Runs Camunda's OpenSearch exporter, which feeds Operate, on a thread of its own. The exporters of a partition share one
 * loop, and one that waits for its store holds all others up; this one never waits. Takes the arguments of Camunda's.
 *
 * <p>While the store is away, records wait in memory. When too many do, the rest are left in the engine's log: they are
 * exported after the next start of the broker, which begins at the last position that the store acknowledged. When even
 * those become too many, their positions are acknowledged, so that the log can be shortened: the store then lacks them.
 */
public final class DetachedExporter implements Exporter {

    /** Camunda's, by name: it is in the distribution and in no dependency of this module. */
    private static final String OPENSEARCH_EXPORTER = "io.camunda.zeebe.exporter.opensearch.OpensearchExporter";

    private static final Duration PAUSE_BEFORE_REPEAT = Duration.ofSeconds(1);
    private static final Duration TIME_TO_END = Duration.ofSeconds(3);

    private final Exporter exporter;
    private final Limits limits;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("detached-exporter").factory());
    private final AtomicInteger waiting = new AtomicInteger();
    private @Nullable Logger log;
    private @Nullable DetachedController controller;
    private long leftBehind;

    /**
     * How many records wait.
     *
     * @param inMemory some 20 MB
     * @param inLog on the broker's disk, a gigabyte or less
     */
    record Limits(int inMemory, long inLog) {}

    public DetachedExporter() throws ReflectiveOperationException {
        this(
                (Exporter) Class.forName(OPENSEARCH_EXPORTER)
                        .getDeclaredConstructor()
                        .newInstance(),
                new Limits(10_000, 500_000));
    }

    DetachedExporter(Exporter exporter, Limits limits) {
        this.exporter = exporter;
        this.limits = limits;
    }

    @Override
    public void configure(Context context) throws Exception {
        log = context.getLogger();
        exporter.configure(context);
    }

    @Override
    public void open(Controller theController) {
        DetachedController detached = new DetachedController(theController, thread);
        controller = detached;
        thread.execute(() -> untilItSucceeds(() -> exporter.open(detached)));
    }

    /** Returns at once, and never throws because of the store. */
    @Override
    public void export(Record<?> record) {
        if (leftBehind == 0 && waiting.get() < limits.inMemory()) {
            Record<?> copy = record.copyOf();
            waiting.incrementAndGet();
            thread.execute(() -> {
                untilItSucceeds(() -> exporter.export(copy));
                waiting.decrementAndGet();
            });
        } else {
            leaveBehind(record.getPosition());
        }
    }

    private void leaveBehind(long position) {
        leftBehind++;
        if (leftBehind == 1) {
            requireNonNull(log)
                    .warn(
                            "The store of Operate has not taken {} records; from position {} on they are exported after the next start of the broker",
                            limits.inMemory(),
                            position);
        }
        if (leftBehind == limits.inLog() + 1) {
            requireNonNull(log).warn("The store of Operate will lack what comes from position {} on", position);
        }
        if (leftBehind > limits.inLog()) {
            requireNonNull(controller).giveUp(position);
        }
    }

    private void untilItSucceeds(Runnable step) {
        boolean first = true;
        while (!thread.isShutdown()) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (first) {
                    requireNonNull(log).warn("The store of Operate does not take records: {}", e.toString());
                    first = false;
                }
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_BEFORE_REPEAT.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the store has not taken yet is exported after the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
        Thread closing = Thread.ofPlatform()
                .daemon()
                .name("close-detached-exporter")
                .start(() -> {
                    if (ends()) {
                        exporter.close();
                    }
                });
        try {
            closing.join(TIME_TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ends() {
        try {
            return thread.awaitTermination(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
