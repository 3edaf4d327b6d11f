package io.traject.progress;

import static java.util.Objects.requireNonNull;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Projects process instances, elements, user tasks, timers and incidents into PostgreSQL, schema {@code progress}
 * ({@code db/progress}). The position that the broker keeps moves only after the commit, so records
 * stay in the engine's log until they are in the projection, however long the database is away.
 *
 * <p>Arguments: {@code url}, {@code user}, {@code password}, {@code installationId}; {@code batchSize} (1000) and
 * {@code flushIntervalMillis} (25) may be left out. The password may be {@code env:NAME}, the value of an environment
 * variable: Camunda writes the arguments to its log when it can't load an exporter.
 *
 * <p>In a self-managed Camunda 8.6: mount this module's jar, let {@code ZEEBE_BROKER_EXPORTERS_PROGRESS_JARPATH} name
 * it, {@code _CLASSNAME} this class, and {@code _ARGS_*} the arguments. The distribution brings a PostgreSQL driver;
 * where it is missing, put one into its {@code lib} folder.
 */
public final class ProgressExporter implements Exporter {

    /** How long a full buffer may hold up the exporters of a partition, which share one thread, before it is an error. */
    private static final Duration LIMIT_FOR_ROOM = Duration.ofSeconds(1);

    private @Nullable Context context;
    private @Nullable ExporterSettings settings;
    private @Nullable ProjectionWriter writer;

    @Override
    public void configure(Context theContext) {
        context = theContext;
        settings = ExporterSettings.of(theContext.getConfiguration().getArguments());
        theContext.setFilter(new ProjectedRecords());
    }

    @Override
    public void open(Controller controller) {
        Context configured = requireNonNull(context);
        ExporterSettings theSettings = requireNonNull(settings);
        writer = new ProjectionWriter(
                () -> Projection.open(theSettings, configured.getPartitionId(), configured.clock()),
                theSettings,
                controller::updateLastExportedRecordPosition,
                configured.getLogger());
        writer.start();
    }

    @Override
    public void export(Record<?> record) {
        try {
            if (!requireNonNull(writer).offer(Entry.of(record), LIMIT_FOR_ROOM)) {
                throw new NoRoomException(record.getPosition());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoRoomException(record.getPosition());
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }

    /** The broker hands the record over again after a pause. Thrown often while the database is away: no stack trace. */
    private static final class NoRoomException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoRoomException(long position) {
            super("Waiting for the database before record " + position + " can be taken", null, false, false);
        }
    }

    private static final class ProjectedRecords implements Context.RecordFilter {

        @Override
        public boolean acceptType(RecordType type) {
            return type == RecordType.EVENT;
        }

        @Override
        public boolean acceptValue(ValueType type) {
            return Change.VALUE_TYPES.contains(type);
        }
    }
}
