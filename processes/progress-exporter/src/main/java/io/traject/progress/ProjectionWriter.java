package io.traject.progress;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Takes entries in and writes them in batches, on a thread of its own: neither a slow database nor a pinned engine
 * clock, which stops the broker's own timers, holds the broker's threads up. What can't be written is tried again
 * until it can, with growing pauses.
 */
final class ProjectionWriter implements AutoCloseable {

    /** Opens the projection of the writer's partition. */
    interface Source {
        Projection open() throws SQLException;
    }

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);
    private static final int BATCHES_IN_MEMORY = 4;

    private final Source source;
    private final LongConsumer exported;
    private final Logger log;
    private final int batchSize;
    private final Duration flushInterval;
    private final BlockingQueue<Entry> queue;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Projection projection;
    private @Nullable String failure;

    /** @param exported told the position up to which all is in the projection, after the commit */
    ProjectionWriter(Source source, ExporterSettings settings, LongConsumer exported, Logger log) {
        this.source = source;
        this.exported = exported;
        this.log = log;
        this.batchSize = settings.batchSize();
        this.flushInterval = settings.flushInterval();
        this.queue = new ArrayBlockingQueue<>(BATCHES_IN_MEMORY * batchSize);
        this.thread = Thread.ofPlatform().daemon().name("progress-exporter").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Waits for room, up to a limit; false when there was none. */
    boolean offer(Entry entry, Duration limit) throws InterruptedException {
        return queue.offer(entry, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                List<Entry> batch = nextBatch();
                writeUntilDone(batch);
                if (!batch.isEmpty() && closing.getCount() > 0) {
                    exported.accept(batch.getLast().position());
                }
            }
        } catch (InterruptedException e) {
            log.debug("Progress exporter ends; what is not written yet is handed over again at the next start");
        } finally {
            disconnect();
        }
    }

    /** Empty when nothing came in for a while. */
    private List<Entry> nextBatch() throws InterruptedException {
        var batch = new ArrayList<Entry>();
        Entry next = queue.poll(SIGN_OF_LIFE.toNanos(), TimeUnit.NANOSECONDS);
        long end = System.nanoTime() + flushInterval.toNanos();
        while (next != null) {
            batch.add(next);
            queue.drainTo(batch, batchSize - batch.size());
            long left = end - System.nanoTime();
            next = batch.size() < batchSize && left > 0 ? queue.poll(left, TimeUnit.NANOSECONDS) : null;
        }
        return batch;
    }

    private void writeUntilDone(List<Entry> batch) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!tryToWrite(batch)) {
            if (closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedException("closed while waiting for the database");
            }
            pause = longer(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean tryToWrite(List<Entry> batch) {
        try {
            if (projection == null) {
                projection = source.open();
            }
            if (batch.isEmpty()) {
                projection.showSignOfLife();
            } else {
                projection.write(batch);
            }
            reportSuccess();
            return true;
        } catch (SQLException | RuntimeException e) {
            disconnect();
            reportFailure(e);
            return false;
        }
    }

    /** Once for a cause that lasts. */
    private void reportFailure(Exception e) {
        String cause = e.toString();
        if (!cause.equals(failure)) {
            log.error("Progress is not exported, records wait in the engine's log: {}", cause);
            log.debug("Progress is not exported", e);
            failure = cause;
        }
    }

    private void reportSuccess() {
        if (failure != null) {
            log.info("Progress is exported again");
            failure = null;
        }
    }

    private void disconnect() {
        if (projection != null) {
            try {
                projection.close();
            } catch (SQLException e) {
                log.debug("The connection was gone already", e);
            }
            projection = null;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            if (!thread.join(TIME_TO_END)) {
                log.warn("The database does not answer; its connection is given up when it does");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
