package io.traject.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** With records made by hand and a real database: what an engine only does on a bad day. */
@ExtendWith(OutputCaptureExtension.class)
class ExporterRunTest {

    private static final UUID INSTALLATION = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @TempDir
    static Path directory;

    private static ProgressDatabase database;

    private final Records records = new Records(ExporterRun.NOW.minusSeconds(600));

    @BeforeAll
    static void start() {
        database = new ProgressDatabase(directory);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void shouldWriteRecordsThatAreHandedOverAgainOnce() {
        records.started(10).ended(10).started(20);
        exportAll();
        List<String> once = everything();

        exportAll();

        assertThat(everything()).isEqualTo(once);
        assertThat(once)
                .containsExactly(
                        "10,COMPLETED,2030-01-01 11:50:00,2030-01-01 11:50:00",
                        "11,COMPLETED,2030-01-01 11:50:00,2030-01-01 11:50:00",
                        "20,ACTIVE,2030-01-01 11:50:00,null",
                        "21,ACTIVE,2030-01-01 11:50:00,null");
    }

    @Test
    void shouldNotReviveWhatHasEndedWhenThePositionIsLost() {
        records.started(10).ended(10);
        exportAll();
        List<String> ended = everything();
        database.execute("delete from progress.exporter_position");

        var earlier = new Records(ExporterRun.NOW).started(10);
        try (var run = run(INSTALLATION).export(earlier.all())) {
            await().until(() -> run.exported() == earlier.lastPosition());
        }

        assertThat(everything()).isEqualTo(ended);
    }

    @Test
    void shouldShowItsLag() {
        records.started(10);
        exportAll();

        assertThat(
                        database.rows(
                                "select position, lag_millis, record_timestamp at time zone 'UTC', exported_at > now() - interval '1 minute' from progress.exporter_position"))
                .containsExactly(records.lastPosition() + ",600000,2030-01-01 11:50:00,t");
    }

    @Test
    void shouldRefuseTheDatabaseOfAnotherInstallation(CapturedOutput output) {
        exportAll();
        UUID other = UUID.fromString("00000000-0000-0000-0000-000000000002");
        records.started(10);

        try (var run = run(other).export(records.all())) {
            await().until(() -> output.getOut()
                    .contains("The database belongs to installation " + INSTALLATION + ", this engine to " + other));
            assertThat(everything()).isEmpty();
            assertThat(run.exported()).isEqualTo(-1);

            database.execute("update progress.installation set id = '" + other + "'");
            await().until(() -> run.exported() == records.lastPosition());
            assertThat(output).contains("Progress is exported again");
        }
    }

    @Test
    void shouldTakeNoMoreThanItCanHoldAndLoseNothing() throws SQLException {
        Stream.iterate(10L, key -> key + 10).limit(1_000).forEach(records::started);
        try (Connection blocker = database.connect();
                var run = run(INSTALLATION)) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table progress.exporter_position");
            assertThatThrownBy(() -> run.export(records.all()))
                    .hasMessageStartingWith("Waiting for the database before record");
            assertThat(run.exported()).isEqualTo(-1);

            blocker.rollback();
            run.export(records.all());
            await().until(() -> run.exported() == records.lastPosition());
        }
        assertThat(database.number("select count(*) from progress.process_instance"))
                .isEqualTo(1_000);
    }

    @Test
    void shouldSurviveTwoExportersOfOnePartition() {
        Stream.iterate(10L, key -> key + 10)
                .limit(300)
                .forEach(key -> records.started(key).ended(key));
        try (var leader = run(INSTALLATION);
                var formerLeader = run(INSTALLATION)) {
            Thread former = Thread.ofPlatform().start(() -> formerLeader.export(records.all()));
            leader.export(records.all());
            await().until(() ->
                    leader.exported() == records.lastPosition() && formerLeader.exported() == records.lastPosition());
            assertThat(former.isAlive()).isFalse();
        }
        assertThat(database.number("select count(*) from progress.process_instance where state = 'COMPLETED'"))
                .isEqualTo(300);
    }

    @Test
    void shouldCutLongMessagesAndLeaveOutWhatPostgresqlRefuses() {
        records.incident(10, "\0" + "x".repeat(3_000));
        exportAll();

        assertThat(database.rows("select message, job_key from progress.incident"))
                .containsExactly("x".repeat(2_000) + ",null");
    }

    @Test
    void shouldKeepUpWithTheEngine() {
        Stream.iterate(10L, key -> key + 10)
                .limit(5_000)
                .forEach(key -> records.started(key).ended(key));
        long start = System.nanoTime();
        exportAll();

        System.out.printf(
                "Progress exporter: %,d records/s%n",
                records.lastPosition() * 1_000_000_000L / (System.nanoTime() - start));
        assertThat(database.number("select position from progress.exporter_position"))
                .isEqualTo(records.lastPosition());
    }

    private void exportAll() {
        try (var run = run(INSTALLATION)) {
            if (records.all().isEmpty()) {
                await().until(() -> !database.rows("select 1 from progress.exporter_position")
                        .isEmpty());
            } else {
                run.export(records.all());
                await().pollInterval(Duration.ofMillis(10)).until(() -> run.exported() == records.lastPosition());
            }
        }
    }

    private static ExporterRun run(UUID installation) {
        return new ExporterRun(new ExporterSettings(
                database.url(),
                ProgressDatabase.USER,
                ProgressDatabase.PASSWORD,
                installation,
                200,
                Duration.ofMillis(5)));
    }

    private static List<String> everything() {
        return database.rows("""
                select key, state, started_at at time zone 'UTC', ended_at at time zone 'UTC'
                from (select key, state, started_at, ended_at from progress.process_instance
                      union select key, state, started_at, ended_at from progress.element) row
                order by key""");
    }
}
