package io.traject.tasks;

import static io.traject.testing.RestCaller.json;
import static io.traject.testing.RestCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.cases.OpenedCase;
import io.traject.kernel.Ids;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Human tasks on a real engine: opened by it, completed here, told to it. */
@TrajectTest
class TasksTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    private UUID municipality;
    private RestCaller caller;
    private Browser browser;

    @BeforeEach
    void signIn() {
        municipality = cases.municipality();
        caller = aCaller(municipality);
        browser = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
    }

    @Test
    void shouldBringACaseToItsDecision() {
        OpenedCase about = cases.open(municipality, "A. de Vries");
        String task = assessmentOf(about);

        browser.get("/tasks/" + task);
        HttpResponse<String> completed = browser.post("/tasks/" + task, "outcome", "continue", "remark", "Klopt.");

        assertThat(Browser.location(completed)).isEqualTo("/tasks");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode closed = json(caller.get("/api/v1/cases/" + about.id()));
            assertThat(closed.get("state").asString()).isEqualTo("closed");
            assertThat(closed.get("outcome").asString()).isEqualTo("continue");
        });
        assertThat(browser.get("/cases/" + about.id()).body())
                .contains("Gegevens beoordelen: De uitkering loopt door")
                .contains("Afgesloten");
        assertThat(browser.get("/tasks/" + task).body()).contains("Klopt.");
    }

    @Test
    void shouldLetOnlyOneOfTwoComplete() throws Exception {
        String task = assessmentOf(cases.open(municipality, "A. de Vries"));
        RestCaller colleague = aCaller(municipality);
        Callable<HttpResponse<String>> first = () -> complete(caller, task);
        Callable<HttpResponse<String>> second = () -> complete(colleague, task);

        List<HttpResponse<String>> answers;
        try (var both = Executors.newFixedThreadPool(2)) {
            answers = both.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409).map(RestCaller::problem))
                .allMatch(List.of("task-not-open", "changed-meanwhile")::contains);
    }

    @Test
    void shouldKeepWhatWasTypedWhenSomeoneWasFaster() {
        String task = assessmentOf(cases.open(municipality, "A. de Vries"));
        browser.get("/tasks/" + task);
        complete(caller, task);

        HttpResponse<String> late = browser.post("/tasks/" + task, "outcome", "end", "remark", "Een lang verhaal");

        assertThat(late.body())
                .contains("Deze taak is al afgerond of vervallen.")
                .contains("Een lang verhaal");
    }

    @Test
    void shouldKeepAClaimedTaskForTheOneWhoHasIt() {
        String task = assessmentOf(cases.open(municipality, "A. de Vries"));
        browser.get("/tasks");
        assertThat(Browser.location(browser.post("/tasks/" + task + "/claim", "back", "/tasks?of=mine")))
                .isEqualTo("/tasks?of=mine");

        assertThat(browser.get("/tasks?of=mine").body()).contains(task).contains("Geef terug");
        assertThat(json(caller.get("/api/v1/tasks?mine=true")).get("total").asInt())
                .isZero();
        assertThat(json(caller.get("/api/v1/tasks")).at("/items/0/claimedBy").asString())
                .isEqualTo("Test User");
        HttpResponse<String> refused = complete(caller, task);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("task-claimed-by-other");
        browser.post("/tasks/" + task + "/release");
        assertThat(caller.post("/api/v1/tasks/" + task + "/claim", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldReleaseWhatADeactivatedUserHadClaimed() {
        TestAccounts.TestUser leaving = accounts.user(StandardRole.CASE_WORKER, municipality);
        String open = assessmentOf(cases.open(municipality, "A. de Vries"));
        String done = assessmentOf(cases.open(municipality, "B. de Vries"));
        String ofAnother = assessmentOf(cases.open(municipality, "C. de Vries"));
        Browser leavingBrowser = new Browser(port).signedIn(leaving);
        leavingBrowser.get("/tasks");
        leavingBrowser.post("/tasks/" + open + "/claim");
        leavingBrowser.get("/tasks/" + done);
        leavingBrowser.post("/tasks/" + done, "outcome", "continue", "remark", "Klopt.");
        browser.get("/tasks");
        browser.post("/tasks/" + ofAnother + "/claim");
        assertThat(problem(complete(caller, open))).isEqualTo("task-claimed-by-other");

        TestAccounts.TestUser administrating = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        Browser administrator = new Browser(port).signedIn(administrating);
        administrator.get("/admin/users/" + leaving.id() + "/deactivation");
        administrator.post("/admin/users/" + leaving.id() + "/deactivation");

        assertThat(browser.get("/tasks").body()).contains(open);
        assertThat(problem(complete(caller, ofAnother))).isEqualTo("task-claimed-by-other");
        assertThat(json(caller.get("/api/v1/tasks/" + done)).get("claimedBy").asString())
                .as("of a task that is done")
                .isEqualTo("Test User");
        Browser auditor = new Browser(port).signedIn(accounts.user(StandardRole.AUDITOR, municipality));
        assertThat(auditor.get("/audit?object=" + open + "&who=" + administrating.username())
                        .body())
                .contains("claimedBy");
        assertThat(complete(caller, open).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAskWhatACompletionLacks() {
        String task = assessmentOf(cases.open(municipality, "A. de Vries"));

        browser.get("/tasks/" + task);
        assertThat(browser.post("/tasks/" + task, "outcome", "", "remark", "x").body())
                .contains("Kies een uitkomst.");
        HttpResponse<String> unknown = caller.post("/api/v1/tasks/" + task + "/complete", "{\"outcome\":\"party\"}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(problem(unknown)).isEqualTo("task-outcome-unknown");
    }

    @Test
    void shouldNotTellThatAnothersTaskExists() {
        String hidden = assessmentOf(cases.open(municipality, "B. Ander"));
        UUID other = cases.municipality();
        RestCaller stranger = aCaller(other);
        Browser strangersBrowser = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, other));

        assertThat(stranger.get("/api/v1/tasks/" + hidden).statusCode()).isEqualTo(404);
        assertThat(json(stranger.get("/api/v1/tasks")).get("total").asInt()).isZero();
        assertThat(List.of("claim", "release"))
                .allSatisfy(action -> assertThat(stranger.post("/api/v1/tasks/" + hidden + "/" + action, "")
                                .statusCode())
                        .isEqualTo(404));
        assertThat(complete(stranger, hidden).statusCode()).isEqualTo(404);
        assertThat(strangersBrowser.get("/tasks/" + hidden).statusCode()).isEqualTo(404);
        strangersBrowser.get("/tasks");
        assertThat(strangersBrowser.post("/tasks/" + hidden + "/claim").statusCode())
                .isEqualTo(404);
        assertThat(strangersBrowser.post("/tasks/" + hidden, "outcome", "end").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldWithdrawTheTasksOfACancelledCase() {
        OpenedCase about = cases.open(municipality, "A. de Vries");
        String task = assessmentOf(about);

        caller.post("/api/v1/cases/" + about.id() + "/cancellation", "{\"reason\":\"Dubbel\"}");

        assertThat(json(caller.get("/api/v1/tasks/" + task)).get("state").asString())
                .isEqualTo("withdrawn");
        assertThat(problem(complete(caller, task))).isEqualTo("task-not-open");
    }

    @Test
    void shouldWithdrawATaskThatTheEngineHasLeft() {
        OpenedCase about = cases.open(
                municipality, "A. de Vries", Ids.next(), Instant.now().minus(Duration.ofHours(1)));
        cases.invite(about.id());
        String followUp = taskOf(about, "follow-up-missing-data");

        caller.post("/api/v1/cases/" + about.id() + "/supplied-data", "{\"data\":{\"income\":1200}}");

        taskOf(about, "assess-supplied-data");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json(caller.get("/api/v1/tasks/" + followUp))
                                .get("state")
                                .asString())
                        .isEqualTo("withdrawn"));
    }

    @Test
    void shouldWaitUntilANewDate() {
        OpenedCase about = cases.open(
                municipality, "A. de Vries", Ids.next(), Instant.now().minus(Duration.ofHours(1)));
        cases.invite(about.id());
        String task = taskOf(about, "follow-up-missing-data");
        String path = "/api/v1/tasks/" + task + "/complete";

        assertThat(problem(caller.post(path, "{\"outcome\":\"extend\"}"))).isEqualTo("final-date-not-in-future");
        LocalDate later = LocalDate.now().plusDays(20);
        assertThat(caller.post(path, "{\"outcome\":\"extend\",\"date\":\"" + later + "\"}")
                        .statusCode())
                .isEqualTo(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json(caller.get("/api/v1/process-instances/" + about.id()))
                                .path("nextDue")
                                .asString(""))
                        .startsWith(later.toString()));
    }

    private String assessmentOf(OpenedCase about) {
        caller.post("/api/v1/cases/" + about.id() + "/supplied-data", "{\"data\":{\"income\":1200}}");
        return taskOf(about, "assess-supplied-data");
    }

    private String taskOf(OpenedCase about, String type) {
        return await().atMost(PATIENCE)
                .until(
                        () -> json(caller.get("/api/v1/tasks?case=" + about.id()))
                                .get("items")
                                .valueStream()
                                .filter(task -> task.get("type").asString().equals(type))
                                .map(task -> task.get("id").asString())
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    private static HttpResponse<String> complete(RestCaller someone, String task) {
        return someone.post("/api/v1/tasks/" + task + "/complete", "{\"outcome\":\"continue\"}");
    }

    private RestCaller aCaller(UUID organisation) {
        return new RestCaller(
                port,
                accounts.accessToken(
                        organisation,
                        Permission.CASES_VIEW,
                        Permission.CASES_EDIT,
                        Permission.CASES_CANCEL,
                        Permission.CASES_REOPEN,
                        Permission.TASKS_WORK));
    }
}
