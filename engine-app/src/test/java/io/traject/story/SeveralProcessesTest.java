package io.traject.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.broker.Broker;
import io.traject.broker.BrokerSettings;
import io.traject.platform.ProgressProjection;
import io.traject.testing.ApiClient;
import io.traject.testing.Browser;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestMailServer;
import io.traject.testing.TestPlatform;
import io.traject.testing.TestPlatform.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two applications and two workers at one database and one engine (N2, N7). */
class SeveralProcessesTest {

    private static final int RESIDENTS = 400;

    /** Of every five sample residents three want mail, one a letter and one both. */
    private static final int MAILED = 320;

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    private final Database database = TestPlatform.emptyDatabase("several_processes");
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()));
    private final TestMailServer mailServer = new TestMailServer();
    private final List<AutoCloseable> running = new ArrayList<>(List.of(mailServer));
    private RunningApplication first;
    private RunningApplication second;
    private RunningApplication firstWorkers;
    private RunningApplication secondWorkers;

    /** All at once: nobody waits for another by hand. */
    @BeforeEach
    void start() {
        Broker broker = Broker.start(ProgressProjection.exporting(
                        BrokerSettings.forTests(folder.resolve("engine")).toBuilder(),
                        database.url(),
                        database.progressPassword(),
                        UUID.randomUUID())
                .build());
        running.add(broker);
        firstWorkers = running(RunningApplication.startWorkers(shared(broker)));
        secondWorkers = running(RunningApplication.startWorkers(shared(broker)));
        first = running(application(broker, "first", Map.of("TRAJECT_DEMO", "true")));
        second = running(application(broker, "second", Map.of()));
        Stream.of(first, second, firstWorkers, secondWorkers).forEach(RunningApplication::awaitReady);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
    }

    @Test
    void shouldShareTheWorkAndSurviveEachOther() throws Exception {
        assertThat(jdbc.sql("select count(*) from progress.flyway_schema_history where success")
                        .query(Long.class)
                        .single())
                .as("the schema progress is brought up to date by the applications, once")
                .isPositive();
        auditSchedules();
        Browser visitor = signedInAt(first);
        assertSessionIsShared(visitor);

        ApiClient atFirst = ApiClient.signIn(first::address, folder.resolve("first"));
        ApiClient atSecond = atFirst.at(second::address);
        Path file = SampleResidents.writeTo(folder.resolve("residents.xlsx"), RESIDENTS);
        String id =
                atFirst.upload("/api/v1/re-examination-batches", file).get("id").asString();
        String batch = "/api/v1/re-examination-batches/" + id;
        atSecond.post(batch + "/confirmation", "");
        awaitState(atFirst, batch, "created");
        assertIdempotencyKeysAreShared(atFirst, atSecond, id);

        atFirst.post(batch + "/dispatch", "");
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> mailServer.messageIds().size() > MAILED / 8);
        firstWorkers.kill();
        first.kill();
        Set<String> window = acceptedAndNotNoted();
        awaitState(atSecond, batch, "dispatched");

        assertEveryMailCameOnce(window);
        assertThat(atSecond.get(batch).get("progress").get("failed").asInt()).isZero();
        assertSessionIsShared(visitor);
        assertTasksGoOn(atSecond, id);
        assertSchedulesRanOnce();
        assertStopsInOrder();
    }

    private void assertSessionIsShared(Browser visitor) {
        assertThat(visitor.at(second.port()).get("/cases").statusCode()).isEqualTo(200);
    }

    /** The same call at both at once, with one key: one supply of data. */
    private void assertIdempotencyKeysAreShared(ApiClient atFirst, ApiClient atSecond, String batch) throws Exception {
        String caseId = atFirst.get("/api/v1/cases?size=1&batch=" + batch)
                .get("items")
                .get(0)
                .get("id")
                .asString();
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<JsonNode>> answers = Stream.of(atFirst, atSecond)
                .map(api -> CompletableFuture.supplyAsync(() -> supply(api, caseId, key)))
                .toList();

        assertThat(answers.getFirst().join()).isEqualTo(answers.getLast().join());
        assertThat(jdbc.sql("select count(*) from cases_supplied_data where case_id = ?::uuid")
                        .param(caseId)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static JsonNode supply(ApiClient api, String caseId, String key) {
        try {
            return api.post("/api/v1/cases/" + caseId + "/supplied-data", "{\"data\":{\"inkomen\":\"1.250,00\"}}", key);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the killed workers had sent and not noted: these mails, and no others, may come a second time. */
    private Set<String> acceptedAndNotNoted() {
        Set<String> window = new HashSet<>(mailServer.messageIds());
        window.removeAll(Set.copyOf(jdbc.sql("select message_id from mail_outbox where state = 'SENT'")
                .query(String.class)
                .list()));
        return window;
    }

    private void assertEveryMailCameOnce(Set<String> window) {
        List<String> accepted = mailServer.messageIds();
        assertThat(jdbc.sql("select message_id from mail_outbox where state = 'SENT'")
                        .query(String.class)
                        .list())
                .hasSize(MAILED)
                .containsExactlyInAnyOrderElementsOf(new HashSet<>(accepted));
        List<String> repeated = new ArrayList<>(accepted);
        new HashSet<>(accepted).forEach(repeated::remove);
        assertThat(window).containsAll(repeated);
        assertThat(repeated).doesNotHaveDuplicates();
    }

    private void assertTasksGoOn(ApiClient api, String batch) throws Exception {
        await().atMost(LIMIT).until(() -> !api.get("/api/v1/tasks").get("items").isEmpty());
        JsonNode task = api.get("/api/v1/tasks").get("items").get(0);
        api.post(
                "/api/v1/tasks/" + task.get("id").asString() + "/complete",
                "{\"outcome\":\"%s\"}".formatted(task.get("outcomes").get(0).asString()));
        await().atMost(LIMIT)
                .until(() -> api.get("/api/v1/cases/" + task.get("caseId").asString())
                        .get("state")
                        .asString()
                        .equals("closed"));
        assertThat(api.get("/api/v1/cases?size=1&batch=" + batch).get("total").asInt())
                .isEqualTo(RESIDENTS);
    }

    /** Writes down who takes which run of a schedule. */
    private void auditSchedules() {
        jdbc.sql("""
                        create table taken_run as
                        select task_name, execution_time, picked_by from scheduled_tasks where false""").update();
        jdbc.sql("""
                        create function note_run() returns trigger language plpgsql as $$
                        begin
                            insert into taken_run values (new.task_name, old.execution_time, new.picked_by);
                            return new;
                        end $$""").update();
        jdbc.sql("""
                        create trigger note_run before update on scheduled_tasks for each row
                        when (new.picked and not old.picked and new.task_name not like 'engine.command.%')
                        execute function note_run()""").update();
    }

    private void assertSchedulesRanOnce() {
        await().atMost(LIMIT)
                .until(() -> jdbc.sql("select count(*) from taken_run")
                                .query(Long.class)
                                .single()
                        > 0);
        assertThat(jdbc.sql("""
                        select task_name from taken_run
                        group by task_name, execution_time having count(*) > 1""").query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("select task_name from scheduled_tasks where task_name not like 'engine.command.%'")
                        .query(String.class)
                        .list())
                .contains("engine.reconcileStarts", "tasks.withdrawLeft")
                .doesNotHaveDuplicates();
    }

    private void assertStopsInOrder() {
        RunningApplication.signal(secondWorkers.handle(), "TERM");
        assertThat(secondWorkers.awaitExit()).isEqualTo(ENDED_BY_SIGTERM);
        RunningApplication.signal(second.handle(), "TERM");
        assertThat(second.awaitExit()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(secondWorkers.output()).contains("Takes jobs").doesNotContain("ERROR");
    }

    private Browser signedInAt(RunningApplication application) throws IOException {
        JsonNode user = new JsonMapper()
                .readTree(Files.readString(folder.resolve("first/demo-credentials.json")))
                .get("users")
                .get(0);
        Browser visitor = new Browser(application.port());
        visitor.signIn(user.get("username").asString(), user.get("password").asString());
        return visitor;
    }

    private RunningApplication application(Broker broker, String home, Map<String, String> more) {
        Map<String, String> environment = shared(broker);
        environment.put("TRAJECT_ENGINE", "external");
        environment.put("TRAJECT_WORKERS", "external");
        environment.put("TRAJECT_PROGRESS_USERNAME", ProgressProjection.ROLE);
        environment.put("TRAJECT_PROGRESS_PASSWORD", database.progressPassword());
        environment.put("TRAJECT_SECRET_KEY", RunningApplication.SECRET_KEY);
        environment.putAll(more);
        return RunningApplication.start(folder.resolve(home), environment);
    }

    /** What a killed process had begun is taken over soon: the time-outs are short. */
    private Map<String, String> shared(Broker broker) {
        return new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "ZEEBE_GRPC_ADDRESS", broker.grpcAddress().toString(),
                "ZEEBE_REST_ADDRESS", broker.restAddress().toString(),
                "TRAJECT_MAIL_HOST", "127.0.0.1",
                "TRAJECT_MAIL_PORT", Integer.toString(mailServer.port()),
                "TRAJECT_MAIL_ANSWER_TIMEOUT", "1s",
                "TRAJECT_WORKERS_JOBTIMEOUT", "5s",
                // Four processes start at once: their code is compiled quickly rather than well.
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    }

    private RunningApplication running(RunningApplication application) {
        running.add(application);
        return application;
    }

    private static void awaitState(ApiClient api, String batch, String state) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> api.get(batch).get("state").asString().equals(state));
    }
}
