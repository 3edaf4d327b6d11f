package io.traject.cases;

import static io.traject.testing.RestCaller.json;
import static io.traject.testing.RestCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.kernel.Ids;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@TrajectTest
class CasesTest {

    private static final byte[] PDF = "%PDF-1.7 payslip".getBytes(StandardCharsets.US_ASCII);

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
        caller = new RestCaller(
                port,
                accounts.accessToken(
                        municipality,
                        Permission.CASES_VIEW,
                        Permission.CASES_EDIT,
                        Permission.CASES_CANCEL,
                        Permission.TASKS_WORK));
        browser = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
    }

    @Test
    void shouldListOnlyTheCasesOfTheOwnMunicipality() {
        OpenedCase mine = cases.open(municipality, "A. Eigen");
        cases.open(cases.municipality(), "B. Ander");

        assertThat(numbers("")).containsExactly(mine.number());
        assertThat(browser.get("/cases").body()).contains("A. Eigen").doesNotContain("B. Ander");
    }

    @Test
    void shouldFindByBeginningsOfWords() {
        OpenedCase one = cases.open(municipality, "A.B. van der Öztürk");
        OpenedCase other = cases.open(municipality, "C. Jansen-Smit");

        assertThat(numbers("q=%C3%B6zt")).containsExactly(one.number());
        assertThat(numbers("q=SMIT")).containsExactly(other.number());
        assertThat(numbers("q=jans+c")).containsExactly(other.number());
        assertThat(numbers("q=" + one.number().substring(0, 12))).contains(one.number());
        assertThat(numbers("q=" + one.number())).containsExactly(one.number());
        assertThat(numbers("q=%27%26%7C%21%3A%2A%00")).isEmpty();
        assertThat(browser.get("/cases?q=smit").body()).contains("Jansen-Smit").doesNotContain("Öztürk");
    }

    @Test
    void shouldFilterAndSort() {
        UUID batch = Ids.next();
        OpenedCase late =
                cases.open(municipality, "A. Laat", batch, Instant.now().plus(Duration.ofDays(60)));
        OpenedCase soon =
                cases.open(municipality, "B. Snel", batch, Instant.now().plus(Duration.ofDays(3)));
        OpenedCase elsewhere = cases.open(municipality, "C. Elders");
        cases.invite(late.id());

        assertThat(numbers("batch=" + batch)).containsExactly(soon.number(), late.number());
        assertThat(numbers("batch=" + batch + "&sort=-dueAt")).containsExactly(late.number(), soon.number());
        assertThat(numbers("stage=awaiting-data")).containsExactly(late.number());
        assertThat(numbers("state=open")).contains(elsewhere.number()).hasSize(3);
        assertThat(numbers("state=closed")).isEmpty();
        assertThat(caller.get("/api/v1/cases?state=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldNotTellThatAnothersCaseExists() {
        UUID other = cases.municipality();
        OpenedCase hidden = cases.open(other, "B. Ander");
        RestCaller owner =
                new RestCaller(port, accounts.accessToken(other, Permission.CASES_VIEW, Permission.CASES_EDIT));
        String document = json(owner.upload(path(hidden) + "/supplied-data", "files", "a.pdf", PDF))
                .at("/documents/0/id")
                .asString();

        assertThat(List.of("", "/documents/" + document, "/documents/" + Ids.next(), "/communications"))
                .allSatisfy(part ->
                        assertThat(caller.get(path(hidden) + part).statusCode()).isEqualTo(404));
        assertThat(caller.get("/api/v1/process-instances/" + hidden.id()).statusCode())
                .isEqualTo(404);
        assertThat(caller.post(path(hidden) + "/cancellation", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(caller.post(path(hidden) + "/supplied-data", "{\"data\":{\"a\":1}}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(List.of("", "/cancellation", "/supplied-data", "/documents/" + document))
                .allSatisfy(page -> assertThat(
                                browser.get("/cases/" + hidden.id() + page).statusCode())
                        .isEqualTo(404));
        browser.get("/cases");
        assertThat(browser.post("/cases/" + hidden.id() + "/cancellation", "reason", "x", "version", "0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(owner.get(path(hidden)).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseCallsThatThePermissionsDoNotInclude() {
        OpenedCase mine = cases.open(municipality, "A. Eigen");
        RestCaller reader =
                new RestCaller(port, accounts.accessToken(municipality, Permission.CASES_VIEW, Permission.CASES_EDIT));

        assertThat(reader.get(path(mine)).statusCode()).isEqualTo(200);
        assertThat(reader.post(path(mine) + "/cancellation", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.get("/api/v1/tasks").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldNotCancelACaseThatHasChangedSinceItWasRead() {
        OpenedCase mine = cases.open(municipality, "A. Eigen");
        String seen = caller.get(path(mine)).headers().firstValue("ETag").orElseThrow();
        cases.invite(mine.id());

        HttpResponse<String> lost = caller.post(path(mine) + "/cancellation", "{\"reason\":\"x\"}", "If-Match", seen);

        assertThat(lost.statusCode()).isEqualTo(412);
        assertThat(json(caller.get(path(mine))).get("state").asString()).isEqualTo("open");

        String now = caller.get(path(mine)).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> cancelled =
                caller.post(path(mine) + "/cancellation", "{\"reason\":\"Dubbel\"}", "If-Match", now);
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(cancelled.headers().firstValue("ETag"))
                .isEqualTo(caller.get(path(mine)).headers().firstValue("ETag"));
        assertThat(json(cancelled).get("outcome").asString()).isEqualTo("Dubbel");
        HttpResponse<String> again = caller.post(path(mine) + "/cancellation", "{\"reason\":\"x\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(problem(again)).isEqualTo("case-not-open");
    }

    @Test
    void shouldNotCancelWithoutAReason() {
        OpenedCase mine = cases.open(municipality, "A. Eigen");

        assertThat(caller.post(path(mine) + "/cancellation", "{\"reason\":\" \"}")
                        .statusCode())
                .isEqualTo(422);
        browser.get("/cases/" + mine.id() + "/cancellation");
        assertThat(browser.post("/cases/" + mine.id() + "/cancellation", "reason", " ", "version", "0")
                        .body())
                .contains("Vul in waarom u dit dossier annuleert.");
    }

    @Test
    void shouldKeepBothDeliveriesWhenDataComesTwice() {
        OpenedCase mine = cases.open(municipality, "A. Eigen");

        assertThat(caller.post(path(mine) + "/supplied-data", "{\"data\":{\"income\":1200,\"note\":\"a\\u0000b\"}}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode second = json(caller.upload(
                path(mine) + "/supplied-data", "files", "loonstrook.pdf", PDF, "data", "{\"income\":1300}"));

        assertThat(second.get("stage").asString()).isEqualTo("assessment");
        assertThat(second.at("/suppliedData/0/data/income").asInt()).isEqualTo(1200);
        assertThat(second.at("/suppliedData/0/data/note").asString()).isEqualTo("ab");
        assertThat(second.at("/suppliedData/1/data/income").asInt()).isEqualTo(1300);
        assertThat(second.at("/documents/0/mediaType").asString()).isEqualTo("application/pdf");
        HttpResponse<String> nothing = caller.post(path(mine) + "/supplied-data", "{\"data\":{}}");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(problem(nothing)).isEqualTo("supplied-data-empty");
    }

    @Test
    void shouldServeADocumentAsAHarmlessDownload() {
        OpenedCase mine = cases.open(municipality, "A. Eigen");
        byte[] text = "start calc.exe".getBytes(StandardCharsets.UTF_8);

        JsonNode kept = json(caller.upload(
                        path(mine) + "/supplied-data", "files", "..\\../etc/<b>pay\u202Efdp.bat", text))
                .at("/documents/0");

        assertThat(kept.get("fileName").asString()).isEqualTo("bpayfdp.bat.txt");
        HttpResponse<String> page = browser.get(
                "/cases/" + mine.id() + "/documents/" + kept.get("id").asString());
        assertThat(page.body()).isEqualTo("start calc.exe");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(page.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("bpayfdp.bat.txt");
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(page.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
    }

    @Test
    void shouldShowWhereTheProcessStands() {
        OpenedCase mine = cases.open(municipality, "A. Eigen");
        String process = "/api/v1/process-instances/" + mine.id();

        assertThat(json(caller.get(process)).get("state").asString()).isIn("starting", "active");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonNode position = json(caller.get(process));
            assertThat(position.get("state").asString()).isEqualTo("active");
            assertThat(position.at("/currentSteps/0/id").asString()).isEqualTo("AwaitInvitation");
            assertThat(position.at("/currentSteps/0/label").asString()).contains("uitnodiging");
        });
        cases.invite(mine.id());
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                json(caller.get(process)).path("nextDue").asString(""))
                        .isNotEmpty());
        assertThat(browser.get("/cases/" + mine.id()).body())
                .contains("Wacht op gegevens van de inwoner")
                .contains("Uitnodiging verzonden");
        assertThat(caller.get("/api/v1/process-instances/" + Ids.next()).statusCode())
                .isEqualTo(404);
        assertThat(json(caller.get("/api/v1/processes"))
                        .at("/items/1/startable")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void shouldSupplyDataOnThePage() {
        OpenedCase mine = cases.open(municipality, "A. Eigen");
        String page = "/cases/" + mine.id() + "/supplied-data";

        browser.get(page);
        assertThat(browser.post(page, "remark", "").body()).contains("Vul iets in of voeg een document toe.");
        assertThat(Browser.location(browser.post(page, "remark", "Verhuisd op 1 mei")))
                .isEqualTo("/cases/" + mine.id());
        assertThat(browser.get("/cases/" + mine.id()).body()).contains("Verhuisd op 1 mei");
        assertThat(json(caller.get(path(mine))).at("/suppliedData/0/data"))
                .hasToString(RestCaller.json(Map.of("remark", "Verhuisd op 1 mei")));
    }

    private List<String> numbers(String query) {
        return json(caller.get("/api/v1/cases?" + query)).get("items").findValuesAsString("number");
    }

    private static String path(OpenedCase one) {
        return "/api/v1/cases/" + one.id();
    }
}
