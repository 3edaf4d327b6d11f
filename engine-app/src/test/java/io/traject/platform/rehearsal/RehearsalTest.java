package io.traject.platform.rehearsal;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.traject.broker.FreePort;
import io.traject.kernel.BusinessTime;
import io.traject.testing.ApiClient;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Business time moved through weeks, with everything that happens on the way. */
@ExtendWith(RunningApplication.NothingLeft.class)
class RehearsalTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final int FINAL_DATE_COLUMN = SampleResidents.HEADERS.indexOf("UITERSTE_DATUM");

    @TempDir
    private Path home;

    private final int managementPort = FreePort.next();

    @Test
    void shouldMoveBusinessTimeThroughWhatFallsDue(@TempDir Path files) throws Exception {
        Instant begin = Instant.now();
        LocalDate today = LocalDate.ofInstant(begin, BusinessTime.ZONE);
        Instant change = BusinessTime.ZONE
                .getRules()
                .nextTransition(begin.plus(Duration.ofDays(30)))
                .getInstant();
        LocalDate dayOfChange = LocalDate.ofInstant(change, BusinessTime.ZONE);
        Path residents = residents(
                files.resolve("inwoners.xlsx"),
                List.of(today.plusDays(5), today.plusDays(10), today.plusDays(5), dayOfChange));

        RunningApplication application = start();
        ApiClient api = ApiClient.signIn(application::address, home);
        String batch = "/api/v1/re-examination-batches/"
                + api.upload("/api/v1/re-examination-batches", residents)
                        .get("id")
                        .asString();
        api.post(batch + "/confirmation", "");
        awaitThat(() -> assertThat(api.get(batch).get("state").asString()).isEqualTo("created"));
        api.post(batch + "/dispatch", "");
        awaitThat(() -> assertThat(api.get(batch).get("state").asString()).isEqualTo("dispatched"));

        waitForTenthDay(api);

        Instant asked = Instant.now();
        JsonNode moved = oneOfTwo(api, "{\"advance\":\"P14D\"}");

        assertThat(finalDates(moved))
                .containsExactly(
                        endOf(today.plusDays(5)) + " 2", // the earlier first, whatever the order in the file
                        endOf(today.plusDays(10)) + " 1");
        assertThat(fellDue(moved, "time.case.openedOn"))
                .containsExactly(
                        today.plusDays(10).atStartOfDay(BusinessTime.ZONE).toInstant() + " 4");
        assertThat(openTasks(api))
                .as("by the final date, and for each case by the trigger")
                .isEqualTo(3 + 4);
        assertThat(businessTime(api))
                .isBetween(asked.plus(FORTNIGHT), Instant.now().plus(FORTNIGHT));
        assertThat(engineTime()).isCloseTo(businessTime(api), within(Duration.ofSeconds(1)));
        assertThat(page(application, "/sign-in")).contains("Oefening: hier is het");

        application.child("BrokerMain").destroyForcibly();
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> application.output().contains("Camunda ended unexpectedly"));
        application.awaitReady();
        awaitThat(() -> assertThat(engineTime()).isCloseTo(businessTime(api), within(Duration.ofSeconds(1))));

        application.kill();
        RunningApplication again = start();
        ApiClient sameAccount = api.at(again::address);
        assertThat(businessTime(sameAccount)).isAfter(begin.plus(FORTNIGHT));
        assertThat(engineTime()).isCloseTo(businessTime(sameAccount), within(Duration.ofSeconds(1)));

        Instant dayBefore =
                dayOfChange.minusDays(1).atTime(12, 0).atZone(BusinessTime.ZONE).toInstant();
        assertThat(finalDates(move(sameAccount, "{\"to\":\"" + dayBefore + "\"}")))
                .isEmpty();
        assertThat(finalDates(move(sameAccount, "{\"advance\":\"P2D\"}"))).containsExactly(endOf(dayOfChange) + " 1");
        assertThat(refusal(sameAccount, "{\"to\":\"" + begin + "\"}")).contains("422", "rehearsal-not-forward");
        again.close();

        RunningApplication real = RunningApplication.start(home, Map.of());
        assertThat(real.awaitExit()).isEqualTo(1);
        assertThat(real.output()).contains("ahead in a rehearsal", "TRAJECT_REHEARSAL=true");
    }

    private RunningApplication start() {
        var environment = new HashMap<>(Map.of("TRAJECT_DEMO", "true", "TRAJECT_REHEARSAL", "true"));
        environment.put("TRAJECT_ENGINE_MANAGEMENT_PORT", Integer.toString(managementPort));
        return RunningApplication.start(home, environment).awaitReady();
    }

    private static Path residents(Path file, List<LocalDate> finalDates) throws IOException {
        SampleResidents.writeTo(file, finalDates.size());
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)));
                var out = new FileOutputStream(file.toFile())) {
            for (int row = 0; row < finalDates.size(); row++) {
                workbook.getSheetAt(0)
                        .getRow(row + 1)
                        .getCell(FINAL_DATE_COLUMN)
                        .setCellValue(finalDates.get(row));
            }
            workbook.write(out);
        }
        return file;
    }

    /** Two who move the clock at once: one does, the other is told to wait. */
    private static JsonNode oneOfTwo(ApiClient api, String body) {
        List<String> answers = Stream.of(attempt(api, body), attempt(api, body))
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers)
                .filteredOn(answer -> answer.contains("rehearsal-busy"))
                .hasSize(1);
        return new JsonMapper()
                .readTree(answers.stream()
                        .filter(answer -> answer.startsWith("{"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(answers)));
    }

    private static CompletableFuture<String> attempt(ApiClient api, String body) {
        return supplyAsync(() -> {
            try {
                return move(api, body).toString();
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining("answers 409");
                return String.valueOf(refused.getMessage());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String refusal(ApiClient api, String body) throws Exception {
        try {
            return move(api, body).toString();
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static JsonNode move(ApiClient api, String body) throws IOException, InterruptedException {
        return api.post("/api/v1/rehearsal/clock", body);
    }

    /** When the final dates of cases fell due, and of how many, as told. */
    private static List<String> finalDates(JsonNode moved) {
        return fellDue(moved, "re-examination-case.AwaitFinalDate");
    }

    /** A trigger that adds a task to each case when it has been open for ten days. */
    private static void waitForTenthDay(ApiClient api) throws IOException, InterruptedException {
        String trigger = "/api/v1/triggers/"
                + api.post("/api/v1/triggers", """
                        {"name": "Ten days", "event": "time.case.openedOn",
                         "condition": {"all": [{"field": "event.days", "operator": "equals", "values": ["10"]},
                                               {"field": "case.state", "operator": "equals", "values": ["OPEN"]}]},
                         "actions": [{"kind": "add-task", "settings": {"title": "Call"}}]}""").get("id").asString();
        api.post(trigger + "/test", "{}");
        api.post(trigger + "/publication", "{}");
    }

    private static List<String> fellDue(JsonNode moved, String name) {
        return moved.get("fellDue")
                .valueStream()
                .filter(due -> due.get("name").asString().equals(name))
                .map(due -> due.get("at").asString() + " " + due.get("count").asString())
                .toList();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private static int openTasks(ApiClient api) throws Exception {
        return api.get("/api/v1/tasks").get("total").asInt();
    }

    private static Instant businessTime(ApiClient api) throws Exception {
        return Instant.parse(api.get("/api/v1/rehearsal/clock").get("now").asString());
    }

    private Instant engineTime() throws IOException, InterruptedException {
        String clock = fetch(URI.create("http://127.0.0.1:" + managementPort + "/actuator/clock"));
        return Instant.ofEpochMilli(
                new JsonMapper().readTree(clock).get("epochMilli").asLong());
    }

    private static String page(RunningApplication application, String path) throws IOException, InterruptedException {
        return fetch(application.address(path));
    }

    private static String fetch(URI address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static void awaitThat(ThrowingRunnable assertion) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(assertion);
    }
}
