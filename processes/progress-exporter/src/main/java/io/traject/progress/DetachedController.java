package io.traject.progress;

import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What an exporter may ask of its partition, from another thread than the partition's. */
final class DetachedController implements Controller {

    private final Controller partition;
    private final ScheduledExecutorService thread;
    private volatile byte @Nullable [] metadata;

    /** To be made on the partition's thread: only there the metadata can be read. */
    DetachedController(Controller partition, ScheduledExecutorService thread) {
        this.partition = partition;
        this.thread = thread;
        this.metadata = partition.readMetadata().orElse(null);
    }

    /** Acknowledges a record that was not exported; the exporter's own notes stay as they are. */
    void giveUp(long position) {
        byte[] notes = metadata;
        if (notes == null) {
            partition.updateLastExportedRecordPosition(position);
        } else {
            partition.updateLastExportedRecordPosition(position, notes);
        }
    }

    @Override
    public void updateLastExportedRecordPosition(long position) {
        partition.updateLastExportedRecordPosition(position);
    }

    @Override
    public void updateLastExportedRecordPosition(long position, byte[] notes) {
        metadata = notes.clone();
        partition.updateLastExportedRecordPosition(position, notes);
    }

    @Override
    public long getLastExportedRecordPosition() {
        return partition.getLastExportedRecordPosition();
    }

    @Override
    public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
        Future<?> scheduled = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public Optional<byte[]> readMetadata() {
        byte[] notes = metadata;
        return notes == null ? Optional.empty() : Optional.of(notes.clone());
    }
}
