package io.traject.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import io.traject.progress.DetachedExporter.Limits;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a store that is away: nobody waits for it, and what can be is exported later. */
class DetachedExporterTest {

    private final Store store = new Store();
    private final Partition partition = new Partition();
    private final DetachedExporter exporter = new DetachedExporter(store, new Limits(3, 2));

    @BeforeEach
    void open() throws Exception {
        Context context = mock(Context.class);
        when(context.getLogger()).thenReturn(ExporterRun.LOG);
        exporter.configure(context);
        exporter.open(partition);
    }

    @AfterEach
    void close() {
        exporter.close();
    }

    @Test
    void shouldHandRecordsOverInTheirOrder() {
        export(1, 2, 3);

        await().until(() -> store.taken.equals(List.of(1L, 2L, 3L)));
        assertThat(partition.position).isEqualTo(3);
    }

    @Test
    void shouldNotWaitForAStoreThatIsAwayAndCatchUpWhenItIsBack() {
        store.away = true;
        export(1, 2, 3);
        assertThat(partition.position).isEqualTo(-1);

        store.away = false;

        await().until(() -> store.taken.equals(List.of(1L, 2L, 3L)));
        export(4);
        await().until(() -> partition.position == 4);
    }

    @Test
    void shouldLeaveInTheLogWhatHasNoRoom() {
        store.away = true;
        export(1, 2, 3, 4, 5);

        store.away = false;
        await().until(() -> store.taken.equals(List.of(1L, 2L, 3L)));

        // The next start of the broker begins behind this position.
        assertThat(partition.position).isEqualTo(3);
    }

    @Test
    void shouldGiveUpWhatWouldFillTheDiskAndKeepTheStoresNotes() {
        export(1);
        await().until(() -> partition.position == 1);
        store.away = true;
        export(2, 3, 4, 5, 6, 7, 8);

        assertThat(partition.position).isEqualTo(8);
        assertThat(partition.notes).asString(StandardCharsets.UTF_8).isEqualTo("taken 1");
    }

    @Test
    void shouldEndSoonWhenTheStoreHangs() {
        store.away = true;
        export(1);
        long begin = System.nanoTime();

        exporter.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    private void export(long... positions) {
        LongStream.of(positions).forEach(position -> exporter.export(record(position)));
    }

    /** As the engine's: only its copy may be kept. */
    private static Record<?> record(long position) {
        return (Record<?>) Proxy.newProxyInstance(
                DetachedExporterTest.class.getClassLoader(),
                new Class<?>[] {Record.class},
                (record, method, arguments) -> switch (method.getName()) {
                    case "getPosition" -> position;
                    case "copyOf" -> record;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Store implements Exporter {

        private final List<Long> taken = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean away;
        private Controller controller;

        @Override
        public void open(Controller theController) {
            controller = theController;
        }

        @Override
        public void export(Record<?> record) {
            if (away) {
                throw new IllegalStateException("connection refused");
            }
            taken.add(record.getPosition());
            controller.updateLastExportedRecordPosition(
                    record.getPosition(), ("taken " + taken.size()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class Partition implements Controller {

        private volatile long position = -1;
        private volatile byte[] notes = {};

        @Override
        public void updateLastExportedRecordPosition(long newPosition) {
            position = Math.max(position, newPosition);
        }

        @Override
        public void updateLastExportedRecordPosition(long newPosition, byte[] metadata) {
            updateLastExportedRecordPosition(newPosition);
            notes = metadata;
        }

        @Override
        public long getLastExportedRecordPosition() {
            return position;
        }

        @Override
        public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
            throw new UnsupportedOperationException("the partition's thread is not to be used");
        }

        @Override
        public Optional<byte[]> readMetadata() {
            return Optional.empty();
        }
    }
}
