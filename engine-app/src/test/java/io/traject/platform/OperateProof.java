package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.broker.FreePort;
import io.traject.testing.ApiClient;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * With a real Operate and its store: {@code mvn -Poperate verify}. Prints a table; not part of the usual tests. It
 * shows a case at its very instance, and whatever happens to the store, the platform goes on and Operate catches up.
 */
class OperateProof {

    private static final Duration LIMIT = Duration.ofMinutes(6);
    /** Sending them makes more than the 1,000 records that Camunda's own exporter keeps before it waits; ours keeps more. */
    private static final int CASES = 100;

    private static final String BATCHES = "/api/v1/re-examination-batches";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final Map<String, String> ports = new HashMap<>();
    private final List<String> table = new ArrayList<>();
    private RunningApplication application;
    private ApiClient api;

    @BeforeEach
    void start() throws Exception {
        List.of("TRAJECT_POSTGRES_PORT", "TRAJECT_OPERATE_PORT", "TRAJECT_OPERATE_STORE_PORT")
                .forEach(name -> ports.put(name, Integer.toString(FreePort.next())));
        Map<String, String> environment = new HashMap<>(ports);
        environment.put("TRAJECT_OPERATE", "true");
        environment.put("TRAJECT_DEMO", "true");
        measured(
                "ready",
                () -> application =
                        RunningApplication.start(home(), environment).awaitReady());
        api = ApiClient.signIn(application::address, home());
    }

    @AfterEach
    void stop() {
        List<ProcessHandle> children = application.children();
        application.close();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void shouldShowCasesAndNeverHoldAnythingUp() throws Exception {
        assertThat(application.output())
                .contains("Operate is at http://127.0.0.1:%s/operate".formatted(ports.get("TRAJECT_OPERATE_PORT")));
        String batch = created();
        List<String> cases = casesOf(batch);
        Operate operate = measured("Operate serves, after the platform was ready", this::signedIn);
        assertThat(new Operate(operate.address()).signIn("demo", "demo")).isFalse();
        await().atMost(LIMIT).until(() -> application.output().contains("Operate runs"));
        measured("first instance shown", () -> operate.awaitShown(keyOf(cases.getFirst())));
        assertThat(operate.answer("/operate/processes/" + keyOf(cases.getFirst()))
                        .statusCode())
                .isEqualTo(200);

        ProcessHandle store = application.child("OpenSearchNode");
        RunningApplication.signal(store, "STOP");
        long before = exported();
        measured("%d cases are dispatched while the store hangs".formatted(CASES), () -> dispatched(batch));
        measured("a case moves while the store hangs", () -> supply(cases.get(0)));
        table.add("positions of the log that our exporter took meanwhile | %d".formatted(exported() - before));
        assertThat(application.isReady()).isTrue();

        store.destroyForcibly();
        store.onExit().join();
        measured("a case moves after the store was killed", () -> supply(cases.get(1)));
        assertThat(application.isReady()).isTrue();
        await().atMost(LIMIT).until(() -> application.output().contains("OpenSearch runs again"));

        measured("Operate shows what happened meanwhile, after the store was back", () -> {
            operate.awaitStep(keyOf(cases.getLast()), "AwaitFinalDate");
            operate.awaitStep(keyOf(cases.get(0)), "AssessSuppliedData");
            operate.awaitStep(keyOf(cases.get(1)), "AssessSuppliedData");
            return operate;
        });
        assertThat(Files.readString(home().resolve("logs/camunda.log"))).doesNotContain("after the next start");
        System.out.println("what | seconds");
        table.forEach(System.out::println);
    }

    /** @return path of a batch whose cases are created */
    private String created() throws Exception {
        Path file = SampleResidents.writeTo(folder.resolve("residents.xlsx"), CASES);
        String batch = BATCHES + "/" + api.upload(BATCHES, file).get("id").asString();
        api.post(batch + "/confirmation", "");
        awaitState(batch, "created");
        return batch;
    }

    private String dispatched(String batch) throws Exception {
        api.post(batch + "/dispatch", "");
        awaitState(batch, "dispatched");
        return batch;
    }

    private void awaitState(String batch, String state) {
        await().atMost(LIMIT).until(() -> api.get(batch).get("state").asString().equals(state));
    }

    private List<String> casesOf(String batch) throws Exception {
        String id = batch.substring(batch.lastIndexOf('/') + 1);
        return api.get("/api/v1/cases?sort=number&size=200&batch=" + id)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    /** Until our own projection shows the next step. */
    private String supply(String caseId) throws Exception {
        String instance = "/api/v1/process-instances/" + caseId;
        await().atMost(LIMIT)
                .until(() -> api.get(instance).get("currentSteps").toString().contains("AwaitFinalDate"));
        api.post("/api/v1/cases/" + caseId + "/supplied-data", "{\"data\":{\"inkomen\":\"1.250,00\"}}");
        await().atMost(LIMIT)
                .until(() -> api.get(instance).get("currentSteps").toString().contains("AssessSuppliedData"));
        return caseId;
    }

    private long keyOf(String caseId) throws IOException {
        return jdbc().sql("select process_instance_key from engine_start where correlation_key = ?")
                .param(UUID.fromString(caseId))
                .query(Long.class)
                .single();
    }

    private long exported() throws IOException {
        return jdbc().sql("select position from progress.exporter_position")
                .query(Long.class)
                .single();
    }

    private JdbcClient jdbc() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:%s/traject".formatted(ports.get("TRAJECT_POSTGRES_PORT"));
        String password = Files.readString(home().resolve("secrets/postgresql-traject"));
        return JdbcClient.create(new DriverManagerDataSource(url, "traject", password));
    }

    private Operate signedIn() throws IOException {
        Operate operate = new Operate(URI.create("http://127.0.0.1:" + ports.get("TRAJECT_OPERATE_PORT")));
        String password = Files.readString(home().resolve("secrets/operate"));
        await().atMost(LIMIT).ignoreExceptions().until(() -> operate.signIn("operate", password));
        return operate;
    }

    private Path home() {
        return folder.resolve("home");
    }

    private interface Step<T> {
        T take() throws Exception;
    }

    private <T> T measured(String what, Step<T> step) throws Exception {
        long begin = System.nanoTime();
        T result = step.take();
        table.add("%s | %.1f".formatted(what, (System.nanoTime() - begin) / 1e9));
        return result;
    }

    /** Operate by its own interface, with a session. */
    private static final class Operate {

        private final URI address;
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private String token = "";

        Operate(URI address) {
            this.address = address;
        }

        URI address() {
            return address;
        }

        /** @return whether it let the user in */
        boolean signIn(String user, String password) throws IOException, InterruptedException {
            URI signIn = address.resolve("/api/login?username=%s&password=%s"
                    .formatted(user, URLEncoder.encode(password, StandardCharsets.UTF_8)));
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(signIn).POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
            token = answer.headers().firstValue("X-CSRF-TOKEN").orElse("");
            return answer.statusCode() < 300;
        }

        HttpResponse<String> answer(String path) throws IOException, InterruptedException {
            return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        }

        Operate awaitShown(long instance) {
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() ->
                            answer("/v1/process-instances/" + instance).body().contains("re-examination-case"));
            return this;
        }

        void awaitStep(long instance, String step) {
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() -> steps(instance).contains(step));
        }

        private String steps(long instance) throws IOException, InterruptedException {
            HttpRequest search = HttpRequest.newBuilder(address.resolve("/v1/flownode-instances/search"))
                    .header("Content-Type", "application/json")
                    .header("X-CSRF-TOKEN", token)
                    .POST(BodyPublishers.ofString(
                            "{\"filter\":{\"processInstanceKey\":%d},\"size\":100}".formatted(instance)))
                    .build();
            JsonNode found =
                    JSON.readTree(http.send(search, BodyHandlers.ofString()).body());
            return found.get("items").toString();
        }
    }
}
