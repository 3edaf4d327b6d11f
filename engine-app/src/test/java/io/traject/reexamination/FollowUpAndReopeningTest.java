package io.traject.reexamination;

import static io.traject.testing.RestCaller.json;
import static io.traject.testing.RestCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.cases.OpenedCase;
import io.traject.communication.InstallStandardTemplates;
import io.traject.kernel.Ids;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestBatches;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What may happen to a case after its final date, and after its end. */
@TrajectTest
class FollowUpAndReopeningTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    TestCases cases;

    @Autowired
    TestBatches batches;

    @Autowired
    TestAccounts accounts;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @Autowired
    JdbcClient database;

    private UUID municipality;
    private RestCaller caller;
    private Browser browser;

    @BeforeEach
    void signIn() {
        municipality = cases.municipality();
        caller = new RestCaller(
                port,
                accounts.accessToken(
                        municipality,
                        Permission.CASES_VIEW,
                        Permission.CASES_EDIT,
                        Permission.CASES_CANCEL,
                        Permission.CASES_REOPEN,
                        Permission.TASKS_WORK));
        browser = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
    }

    @Test
    void shouldFileALetterWithANewFinalDate() throws Exception {
        UUID late = caseAfterItsFinalDate();
        String task = taskOf(late, "follow-up-missing-data");
        LocalDate later = LocalDate.now().plusDays(20);

        browser.get("/tasks/" + task);
        assertThat(browser.post("/tasks/" + task, "outcome", "letter", "date", later.toString())
                        .body())
                .contains("Er is nog geen sjabloon voor de brief na de uiterste datum.");
        SystemActor.run(() -> installStandardTemplates.install(municipality));
        HttpResponse<String> done = browser.post("/tasks/" + task, "outcome", "letter", "date", later.toString());

        assertThat(Browser.location(done)).isEqualTo("/cases/" + late);
        JsonNode letter =
                json(caller.get("/api/v1/cases/" + late + "/communications")).at("/items/0");
        assertThat(letter.get("kind").asString()).isEqualTo("follow-up-letter");
        assertThat(letter.get("state").asString()).isEqualTo("sent");
        assertThat(browser.get("/cases/" + late).body())
                .contains("Brief met een nieuwe uiterste datum in het dossier gelegd")
                .contains("/letter.pdf");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json(caller.get("/api/v1/process-instances/" + late))
                                .path("nextDue")
                                .asString(""))
                        .startsWith(later.toString()));
    }

    @Test
    void shouldAssessAReopenedCaseAgain() {
        OpenedCase about = closedCase();

        HttpResponse<String> reopened = caller.post(path(about) + "/reopening", "{\"reason\":\"Verkeerd besluit\"}");

        assertThat(reopened.statusCode()).isEqualTo(200);
        assertThat(json(reopened).get("stage").asString()).isEqualTo("assessment");
        assertThat(json(reopened).path("outcome").asString("")).isEmpty();
        String task = taskOf(about.id(), "assess-supplied-data");
        assertThat(browser.get("/cases/" + about.id()).body())
                .contains("Dossier heropend", "Verkeerd besluit", "De uitkering loopt door");
        complete(task, "end");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                json(caller.get(path(about))).path("outcome").asString(""))
                        .isEqualTo("end"));
    }

    @Test
    void shouldCancelAReopenedCase() {
        OpenedCase about = closedCase();
        caller.post(path(about) + "/reopening", "");
        taskOf(about.id(), "assess-supplied-data");

        assertThat(caller.post(path(about) + "/cancellation", "{\"reason\":\"Dubbel\"}")
                        .statusCode())
                .isEqualTo(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json(caller.get("/api/v1/process-instances/" + about.id()))
                                .get("state")
                                .asString())
                        .isEqualTo("completed"));
        HttpResponse<String> refused = caller.post(path(about) + "/reopening", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("case-cancelled");
        assertThat(browser.get("/cases/" + about.id() + "/reopening").body()).contains("ten onrechte was gestart");
    }

    @Test
    void shouldReopenOnceWhenTwoUsersDo() throws Exception {
        OpenedCase about = closedCase();
        String seen = caller.get(path(about)).headers().firstValue("ETag").orElseThrow();

        List<Integer> answers;
        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> user =
                    () -> caller.post(path(about) + "/reopening", "").statusCode();
            answers = users.invokeAll(List.of(user, user)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(database.sql(
                                "select count(*) from engine_start where correlation_key = ? and business_key <> correlation_key")
                        .param(about.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(caller.post(path(about) + "/reopening", "", "If-Match", seen).statusCode())
                .isEqualTo(412);
        assertThat(problem(caller.post(path(about) + "/reopening", ""))).isEqualTo("case-not-closed");
    }

    @Test
    void shouldNotReopenBesideAnotherOpenCaseOfTheResident() throws Exception {
        UUID first = batches.caseOf(batches.created(municipality, 1), "EMAIL");
        close(first);
        UUID second = batches.caseOf(batches.created(municipality, 2), "EMAIL");
        String number =
                json(caller.get("/api/v1/cases/" + second)).get("number").asString();

        HttpResponse<String> refused = caller.post("/api/v1/cases/" + first + "/reopening", "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("other-case-open");
        assertThat(refused.body()).contains(number);
        assertThat(json(caller.get("/api/v1/cases/" + first)).get("state").asString())
                .isEqualTo("closed");
        close(second);
        assertThat(caller.post("/api/v1/cases/" + first + "/reopening", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldReopenOnThePage() {
        OpenedCase about = closedCase();
        String page = "/cases/" + about.id() + "/reopening";
        long version = database.sql("select version from cases_case where id = ?")
                .param(about.id())
                .query(Long.class)
                .single();

        assertThat(browser.get("/cases/" + about.id()).body()).contains("Dossier heropenen");
        assertThat(browser.get(page).body()).contains("Het besluit vervalt.");
        assertThat(Browser.location(browser.post(page, "reason", "", "version", Long.toString(version))))
                .isEqualTo("/cases/" + about.id());
        assertThat(browser.get("/cases/" + about.id()).body()).contains("is weer open.");
    }

    @Test
    void shouldNotReopenAnothersCase() {
        OpenedCase hidden = closedCase();
        UUID other = cases.municipality();
        RestCaller stranger =
                new RestCaller(port, accounts.accessToken(other, Permission.CASES_VIEW, Permission.CASES_REOPEN));
        RestCaller reader =
                new RestCaller(port, accounts.accessToken(municipality, Permission.CASES_VIEW, Permission.CASES_EDIT));

        assertThat(stranger.post(path(hidden) + "/reopening", "").statusCode()).isEqualTo(404);
        assertThat(reader.post(path(hidden) + "/reopening", "").statusCode()).isEqualTo(403);
    }

    private OpenedCase closedCase() {
        OpenedCase about = cases.open(municipality, "A. de Vries");
        close(about.id());
        return about;
    }

    private void close(UUID caseId) {
        caller.post("/api/v1/cases/" + caseId + "/supplied-data", "{\"data\":{\"income\":1200}}");
        complete(taskOf(caseId, "assess-supplied-data"), "continue");
        await().atMost(PATIENCE)
                .until(() -> json(caller.get("/api/v1/cases/" + caseId))
                        .get("state")
                        .asString()
                        .equals("closed"));
    }

    /** Of a resident whose data should have been in an hour ago. */
    private UUID caseAfterItsFinalDate() throws Exception {
        UUID batch = batches.created(municipality, 1);
        OpenedCase late = cases.open(
                municipality, "A. de Vries", Ids.next(), Instant.now().minus(Duration.ofHours(1)));
        database.sql("update reexamination_resident set case_id = ?, case_number = ? where batch_id = ?")
                .params(late.id(), late.number(), batch)
                .update();
        cases.invite(late.id());
        return late.id();
    }

    private String taskOf(UUID caseId, String type) {
        return await().atMost(PATIENCE)
                .until(
                        () -> json(caller.get("/api/v1/tasks?case=" + caseId))
                                .get("items")
                                .valueStream()
                                .filter(task -> task.get("type").asString().equals(type))
                                .map(task -> task.get("id").asString())
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    private void complete(String task, String outcome) {
        caller.post("/api/v1/tasks/" + task + "/complete", "{\"outcome\":\"" + outcome + "\"}");
    }

    private static String path(OpenedCase one) {
        return "/api/v1/cases/" + one.id();
    }
}
