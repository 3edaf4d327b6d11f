package io.traject.progress;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an exporter as a broker's partition does. */
final class ExporterRun implements Context, Controller, AutoCloseable {

    static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    static final Logger LOG = LoggerFactory.getLogger("progress");

    private final ProgressExporter exporter = new ProgressExporter();
    private final ExporterSettings settings;
    private volatile long exported = -1;

    ExporterRun(ExporterSettings settings) {
        this.settings = settings;
        exporter.configure(this);
        exporter.open(this);
    }

    ExporterRun export(Iterable<Record<?>> records) {
        records.forEach(exporter::export);
        return this;
    }

    /** The position that the broker was told. */
    long exported() {
        return exported;
    }

    @Override
    public void close() {
        exporter.close();
    }

    @Override
    public void updateLastExportedRecordPosition(long position) {
        exported = position;
    }

    @Override
    public void updateLastExportedRecordPosition(long position, byte[] metadata) {
        exported = position;
    }

    @Override
    public long getLastExportedRecordPosition() {
        return exported;
    }

    @Override
    public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> readMetadata() {
        return Optional.empty();
    }

    @Override
    public MeterRegistry getMeterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Override
    public Logger getLogger() {
        return LOG;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Override
    public Configuration getConfiguration() {
        return new Configuration() {
            @Override
            public String getId() {
                return "progress";
            }

            @Override
            public Map<String, Object> getArguments() {
                return Map.copyOf(settings.toArguments());
            }

            @Override
            public <T> T instantiate(Class<T> type) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public int getPartitionId() {
        return 1;
    }

    @Override
    public void setFilter(RecordFilter filter) {}
}
