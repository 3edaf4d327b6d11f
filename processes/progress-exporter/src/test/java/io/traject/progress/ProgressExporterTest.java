package io.traject.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.traject.broker.Broker;
import io.traject.broker.BrokerSettings;
import io.traject.broker.ExporterSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real engine and a real database, each started once. */
class ProgressExporterTest {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    @TempDir
    static Path directory;

    private static ProgressDatabase database;
    private static BrokerSettings settings;
    private static Broker broker;
    private static ZeebeClient client;

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        database = new ProgressDatabase(directory.resolve("postgresql"));
        settings = settings();
        startBroker();
        client.newDeployResourceCommand()
                .addProcessModel(model(), "projected.bpmn")
                .send()
                .join();
    }

    @AfterAll
    static void stop() {
        client.close();
        broker.close();
        database.close();
    }

    @Test
    void shouldProjectAProcessFromItsStartToItsEnd() {
        long instance = startInstance("main");
        awaitState(instance, "ACTIVE");
        awaitRows("select state from progress.element where process_instance_key = ? and element_id = 'Work'", instance)
                .is("ACTIVE");

        completeJob("main");
        awaitRows(
                        "select t.state from progress.user_task t join progress.element e on e.key = t.element_instance_key where e.process_instance_key = ? and e.element_id = 'Approve' and e.element_type = 'USER_TASK'",
                        instance)
                .is("CREATED");
        client.newUserTaskCompleteCommand(
                        database.number("select key from progress.user_task where process_instance_key = ?", instance))
                .send()
                .join();
        awaitRows("select state from progress.user_task where process_instance_key = ?", instance)
                .is("COMPLETED");

        awaitRows(
                        "select element_id, state, due_at > now() + interval '13 days' from progress.timer where process_instance_key = ?",
                        instance)
                .is("Wait,ACTIVE,t");
        broker.clock().advance(Duration.ofDays(14));
        awaitRows("select state from progress.timer where process_instance_key = ?", instance)
                .is("TRIGGERED");
        awaitState(instance, "COMPLETED");
        assertThat(database.rows(
                        "select element_id, state, started_at <= ended_at from progress.element where process_instance_key = ? order by key",
                        instance))
                .containsExactly(
                        "Started,COMPLETED,t",
                        "Work,COMPLETED,t",
                        "Approve,COMPLETED,t",
                        "Wait,COMPLETED,t",
                        "Ended,COMPLETED,t");
        assertThat(database.rows(
                        "select process_id, version, parent_key, started_at < ended_at from progress.process_instance where key = ?",
                        instance))
                .containsExactly("projected,1,null,t");
    }

    @Test
    void shouldProjectAnIncidentUntilItIsResolved() {
        long instance = startInstance("broken");
        ActivatedJob job = activateJob("broken");
        client.newFailCommand(job).retries(0).errorMessage("no\0 way").send().join();

        awaitRows(
                        "select element_id, error_type, message, state, job_key, resolved_at from progress.incident where process_instance_key = ?",
                        instance)
                .is("Work,JOB_NO_RETRIES,no way,ACTIVE," + job.getKey() + ",null");

        client.newUpdateRetriesCommand(job).retries(1).send().join();
        client.newResolveIncidentCommand(
                        database.number("select key from progress.incident where process_instance_key = ?", instance))
                .send()
                .join();
        awaitRows(
                        "select state, created_at <= resolved_at from progress.incident where process_instance_key = ?",
                        instance)
                .is("RESOLVED,t");
        client.newCancelInstanceCommand(instance).send().join();
    }

    @Test
    void shouldProjectACancellation() {
        long instance = startInstance("cancelled");
        completeJob("cancelled");
        awaitRows("select state from progress.user_task where process_instance_key = ?", instance)
                .is("CREATED");

        client.newCancelInstanceCommand(instance).send().join();

        awaitState(instance, "TERMINATED");
        awaitRows("select state from progress.user_task where process_instance_key = ?", instance)
                .is("CANCELED");
        awaitRows(
                        "select state from progress.element where process_instance_key = ? and element_id = 'Approve'",
                        instance)
                .is("TERMINATED");
    }

    @Test
    void shouldWaitOutARestartOfTheDatabase() {
        database.stop();
        List<Long> instances;
        try (JobWorker _ = worker("away")) {
            instances = Stream.generate(() -> startInstance("away")).limit(100).toList();
        } finally {
            database.start();
        }

        await().until(() -> database.number(
                        "select count(*) from progress.process_instance where state = 'ACTIVE' and key between ? and ?",
                        instances.stream().min(Long::compare).orElseThrow(),
                        instances.stream().max(Long::compare).orElseThrow())
                == instances.size());
    }

    @Test
    void shouldRecogniseWhatAKilledBrokerHandsOverAgain() {
        long instance = startInstance("replayed");
        awaitRows("select state from progress.element where process_instance_key = ? and element_id = 'Work'", instance)
                .is("ACTIVE");
        String everything = "select md5(string_agg(e::text, ',' order by key)) from progress.element e";
        List<String> before = database.rows(everything);
        long positionBefore = database.number("select position from progress.exporter_position");

        client.close();
        ProcessHandle.of(broker.pid()).orElseThrow().destroyForcibly();
        broker.close();
        startBroker();

        assertThat(database.rows(everything)).isEqualTo(before);
        long next = startInstance("replayed");
        awaitState(next, "ACTIVE");
        assertThat(database.number("select position from progress.exporter_position"))
                .isGreaterThan(positionBefore);
        awaitState(instance, "ACTIVE");
    }

    /** A pinned clock stops the broker's own timers. */
    @Test
    void shouldGoOnWhileTheEnginesClockStandsStill() {
        broker.clock().pin(Instant.now());
        try {
            awaitState(startInstance("pinned"), "ACTIVE");
        } finally {
            broker.clock().reset();
        }
    }

    @Test
    void shouldShowSignsOfLifeWhileNothingHappens() {
        awaitState(startInstance("idle"), "ACTIVE");
        String exportedAt = "select exported_at from progress.exporter_position";
        List<String> before = database.rows(exportedAt);

        await().until(() -> !database.rows(exportedAt).equals(before));
        await().until(() -> database.number("select lag_millis from progress.exporter_position") == 0);
    }

    @Test
    void shouldNotWriteItsPasswordToTheLog() {
        assertThat(broker.logFile()).content().doesNotContain(ProgressDatabase.PASSWORD);
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess("projected")
                .startEvent("Started")
                .serviceTask("Work", task -> task.zeebeJobTypeExpression("\"work-\" + test"))
                .userTask("Approve", task -> task.zeebeUserTask())
                .intermediateCatchEvent("Wait", event -> event.timerWithDuration("P14D"))
                .endEvent("Ended")
                .done();
    }

    private static BrokerSettings settings() {
        var exporter = new ExporterSettings(
                database.url(),
                ProgressDatabase.USER,
                ProgressDatabase.PASSWORD,
                UUID.randomUUID(),
                100,
                Duration.ofMillis(25));
        return BrokerSettings.forTests(directory.resolve("engine")).toBuilder()
                .classpathOf(ExporterSettings.class)
                .classpathOf(org.postgresql.Driver.class)
                .exporter(new ExporterSetting("progress", ExporterSettings.EXPORTER_CLASS, exporter.toArguments()))
                .build();
    }

    private static void startBroker() {
        broker = Broker.start(settings).awaitReady(START_LIMIT);
        client = ZeebeClient.newClientBuilder()
                .usePlaintext()
                .grpcAddress(broker.grpcAddress())
                .restAddress(broker.restAddress())
                .build();
    }

    private static long startInstance(String test) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId("projected")
                .latestVersion()
                .variable("test", test)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private static ActivatedJob activateJob(String test) {
        return client.newActivateJobsCommand()
                .jobType("work-" + test)
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofSeconds(20))
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    private static void completeJob(String test) {
        client.newCompleteCommand(activateJob(test)).send().join();
    }

    private static JobWorker worker(String test) {
        return client.newWorker()
                .jobType("work-" + test)
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().join())
                .open();
    }

    private static void awaitState(long instance, String state) {
        awaitRows("select state from progress.process_instance where key = ?", instance)
                .is(state);
    }

    private static Rows awaitRows(String sql, Object... parameters) {
        return row -> await().untilAsserted(
                        () -> assertThat(database.rows(sql, parameters)).containsExactly(row));
    }

    private interface Rows {
        void is(String row);
    }
}
