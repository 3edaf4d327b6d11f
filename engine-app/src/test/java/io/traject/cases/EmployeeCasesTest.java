package io.traject.cases;

import static io.traject.testing.RestCaller.json;
import static io.traject.testing.RestCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.ChangeEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases that a provider has about the employees of its employers. */
@TrajectTest
class EmployeeCasesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    TestEmployees employees;

    @Autowired
    OpenEmployeeCase openEmployeeCase;

    @Autowired
    CloseCase closeCase;

    @Autowired
    CancelCase cancelCase;

    @Autowired
    ChangeEmployee changeEmployee;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private UUID bakery;
    private UUID ovens;
    private Employee baker;
    private Employee clerk;
    private Browser worker;

    @BeforeEach
    void employ() {
        provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        UUID shop = employees.node(NodeKind.DEPARTMENT, bakery, "Shop");
        baker = employees.add(ovens, "1", "Bakker");
        clerk = employees.add(shop, "2", "Klerk");
        worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, provider));
    }

    @Test
    void shouldBeOpenedFromTheFileOfTheEmployeeAndRunToItsEnd() {
        assertThat(worker.get("/employees/" + baker.id()).body()).contains("/employees/" + baker.id() + "/cases/new");
        worker.get("/employees/" + baker.id() + "/cases/new");
        String page = Browser.location(worker.post(
                "/employees/" + baker.id() + "/cases/new",
                "key",
                Ids.next().toString(),
                "type",
                "GUIDANCE",
                "title",
                "Return to work",
                "finalDay",
                LocalDate.now().plusDays(10).toString()));
        String id = page.substring(page.lastIndexOf('/') + 1);

        assertThat(worker.get(page).body()).contains("Return to work", "Begeleiding", "In behandeling");
        assertThat(worker.get("/cases?q=return").body()).contains("Bakker, A.B. van der", id);
        assertThat(worker.get("/cases?employee=" + clerk.id()).body()).doesNotContain(id);
        assertThat(List.of("/employees/" + baker.id(), "/employers/" + bakery))
                .allSatisfy(file -> assertThat(worker.get(file).body()).contains("Return to work", "/cases/" + id));

        worker.post("/cases/" + id + "/closure", "result", "COMPLETED", "version", version(id));
        assertThat(worker.get(page).body()).contains("Afgerond", "/cases/" + id + "/reopening");
        worker.post("/cases/" + id + "/reopening", "reason", "Too early", "version", version(id));
        assertThat(worker.get(page).body()).contains("In behandeling", "Too early");
        worker.post("/cases/" + id + "/cancellation", "reason", "Wrong person", "version", version(id));
        assertThat(worker.get(page).body()).contains("Geannuleerd", "Wrong person");

        assertThat(events(id)).containsExactly("case.opened", "case.closed", "case.reopened", "case.cancelled");
        assertThat(facts(id)).allSatisfy(facts -> {
            assertThat(facts.get("caseType").asString()).isEqualTo("GUIDANCE");
            assertThat(facts.get("employeeId").asString()).isEqualTo(baker.id().toString());
            assertThat(facts.get("employerId").asString()).isEqualTo(bakery.toString());
            assertThat(facts.toString()).doesNotContain("Return", "Too early", "Wrong", "Bakker");
        });
        assertThat(database.sql(
                                "select count(*) from events_domain_event where case_id = ?::uuid and actor_kind = 'USER'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void shouldSayBesideTheFieldWhatIsMissing() {
        String path = "/employees/" + baker.id() + "/cases/new";
        worker.get(path);

        assertThat(worker.post(path, "key", Ids.next().toString()).body())
                .contains("Kies de soort.", "Vul in waar het dossier over gaat.", "Vul de uiterste datum in.");
        assertThat(worker.post(
                                path,
                                "key",
                                Ids.next().toString(),
                                "type",
                                "ABSENCE",
                                "title",
                                "x",
                                "finalDay",
                                "2020-01-01")
                        .body())
                .contains("Deze datum is voorbij.");
        assertThat(worker.post(
                                path,
                                "key",
                                Ids.next().toString(),
                                "type",
                                "RE_EXAMINATION",
                                "title",
                                "x",
                                "finalDay",
                                "2099-01-01")
                        .statusCode())
                .isEqualTo(200);
        assertThat(worker.get("/cases").body()).doesNotContain("</td>");
    }

    @Test
    void shouldBeReachedWhereTheEmployeeWorks() {
        Case ofBaker = cases.about(baker.id(), "Of the baker");
        Case ofClerk = cases.about(clerk.id(), "Of the clerk");
        Browser ofOvens =
                new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, provider, new Part(ovens, true)));

        assertThat(ofOvens.get("/cases").body()).contains("Of the baker").doesNotContain("Of the clerk");
        assertThat(ofOvens.get("/search?q=the").body())
                .contains(ofBaker.number())
                .doesNotContain(ofClerk.number());
        assertThat(ofOvens.get("/cases/" + ofBaker.id()).body()).contains("Of the baker");
        assertThat(List.of("", "/closure", "/cancellation", "/reopening"))
                .allSatisfy(part -> assertThat(
                                ofOvens.get("/cases/" + ofClerk.id() + part).statusCode())
                        .isEqualTo(404));
        assertThat(ofOvens.post("/cases/" + ofClerk.id() + "/closure", "result", "COMPLETED", "version", "0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ofOvens.get("/employees/" + clerk.id() + "/cases/new").statusCode())
                .isEqualTo(404);
        assertThat(ofOvens.get("/cases?employee=" + clerk.id()).statusCode()).isEqualTo(404);
        assertThat(ofOvens.get("/cases/export.csv").body())
                .contains(ofBaker.number())
                .doesNotContain(ofClerk.number());

        Browser ofEmployer =
                new Browser(port).signedIn(accounts.user(StandardRole.EMPLOYER_USER, provider, new Part(bakery, true)));
        assertThat(ofEmployer.get("/cases/" + ofBaker.id()).statusCode()).isEqualTo(403);
        assertThat(ofEmployer.get("/cases").statusCode()).isEqualTo(403);
        assertThat(ofEmployer.get("/employees/" + baker.id()).body()).doesNotContain("Of the baker");

        Browser elsewhere = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, employees.provider()));
        assertThat(elsewhere.get("/cases/" + ofBaker.id()).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/cases").body()).doesNotContain("Of the baker");
    }

    @Test
    void shouldOfferOnlyCasesThatMayBeReopenedOrCancelled() {
        String file = "/employees/" + baker.id();
        String reopen = "/cases/to-reopen?employee=" + baker.id();
        String cancel = "/cases/to-cancel?employee=" + baker.id();
        assertThat(worker.get(file).body()).doesNotContain(reopen, cancel);

        Case running = cases.about(baker.id(), "Still running");
        Case done = cases.about(baker.id(), "Done too early");
        cases.about(clerk.id(), "Of another");
        SystemActor.call(() -> closeCase.close(done.id(), CaseResult.COMPLETED, OptionalLong.empty()))
                .orThrow();

        assertThat(worker.get(file).body()).contains(reopen, cancel);
        assertThat(worker.get("/employers/" + bakery).body())
                .contains("/cases/to-reopen?employer=" + bakery, "/cases/to-cancel?employer=" + bakery);
        assertThat(worker.get(reopen).body()).contains(done.number()).doesNotContain(running.number(), "Of another");
        assertThat(worker.get(cancel).body()).contains(running.number()).doesNotContain(done.number(), "Of another");
        assertThat(worker.get("/cases/to-cancel?employer=" + bakery).body()).contains(running.number(), "Of another");

        Browser planner = new Browser(port).signedIn(accounts.user(StandardRole.PLANNER, provider));
        assertThat(planner.get(file).body())
                .contains("Still running")
                .doesNotContain(reopen, cancel, file + "/cases/new");
    }

    @Test
    void shouldServeProgramsTheSame() {
        RestCaller caller =
                new RestCaller(port, accounts.accessToken(provider, Permission.CASES_VIEW, Permission.CASES_EDIT));
        String body = RestCaller.json(Map.of(
                "type", "absence",
                "employeeId", baker.id().toString(),
                "title", "Ill",
                "finalDay", "2099-12-31"));

        var opened = caller.post("/api/v1/cases", body);
        String path = "/api/v1/cases/" + json(opened).get("id").asString();

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location")).hasValue(path);
        assertThat(json(caller.get("/api/v1/cases?employee=" + baker.id()))
                        .at("/items/0/title")
                        .asString())
                .isEqualTo("Ill");
        assertThat(json(caller.get(path)).get("employerId").asString()).isEqualTo(bakery.toString());
        assertThat(json(caller.get(path)).get("stage").asString()).isEqualTo("handling");
        assertThat(caller.get(path.replace("/cases/", "/process-instances/")).statusCode())
                .isEqualTo(404);
        assertThat(problem(caller.post(path + "/supplied-data", "{\"data\":{\"a\":1}}")))
                .isEqualTo("case-takes-no-data");
        assertThat(caller.post(path + "/closure", "{\"result\":\"sold\"}").statusCode())
                .isEqualTo(400);
        assertThat(json(caller.post(path + "/closure", "{\"result\":\"no-longer-needed\"}"))
                        .get("outcome")
                        .asString())
                .isEqualTo("no-longer-needed");
        assertThat(problem(caller.post(path + "/closure", "{\"result\":\"completed\"}")))
                .isEqualTo("case-not-open");
        assertThat(caller.post("/api/v1/cases", body.replace("absence", "re-examination"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(new RestCaller(port, accounts.accessToken(provider, Permission.CASES_VIEW))
                        .post("/api/v1/cases", body)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldBeOpenedOnceAndEndedByTheSystem() {
        var opening = new NewEmployeeCase(
                Ids.next(),
                CaseType.ABSENCE,
                baker.id(),
                "By a rule",
                LocalDate.now().plusDays(1));

        Case first = SystemActor.call(() -> openEmployeeCase.open(opening)).orThrow();
        Case again = SystemActor.call(() -> openEmployeeCase.open(opening)).orThrow();

        assertThat(again.number()).isEqualTo(first.number());
        assertThat(events(first.id().toString())).containsExactly("case.opened");
        SystemActor.call(() -> closeCase.close(first.id(), CaseResult.COMPLETED, OptionalLong.empty()))
                .orThrow();
        assertThat(SystemActor.call(() -> closeCase.close(first.id(), CaseResult.COMPLETED, OptionalLong.empty())))
                .isEqualTo(new Outcome.Refused<Case>(Refusal.of("case-not-open")));
        Case other = cases.about(baker.id(), "Another");
        SystemActor.call(() -> cancelCase.cancel(other.id(), "By a rule", OptionalLong.empty()))
                .orThrow();
        OpenedCase municipal = cases.open(cases.municipality(), "A. Eigen");
        assertThat(SystemActor.call(() -> closeCase.close(municipal.id(), CaseResult.COMPLETED, OptionalLong.empty())))
                .isEqualTo(new Outcome.Refused<Case>(Refusal.of("case-run-by-process")));
    }

    @Test
    void shouldBeFoundByTheNameThatTheEmployeeHasNow() {
        cases.about(baker.id(), "Before the wedding");

        SystemActor.call(() -> changeEmployee.change(
                        baker.id(), TestEmployees.details("1", "Molenaar", Optional.empty()), baker.version()))
                .orThrow();

        assertThat(worker.get("/cases?q=molenaar").body()).contains("Before the wedding");
        assertThat(worker.get("/cases?q=bakker").body()).doesNotContain("Before the wedding");
    }

    private String version(String id) {
        return database.sql("select version::text from cases_case where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }

    private List<String> events(String id) {
        return database.sql("select type from events_domain_event where case_id = ?::uuid order by id")
                .param(id)
                .query(String.class)
                .list();
    }

    private List<JsonNode> facts(String id) {
        return database
                .sql("select facts::text from events_domain_event where case_id = ?::uuid order by id")
                .param(id)
                .query(String.class)
                .list()
                .stream()
                .map(facts -> JsonMapper.shared().readTree(facts))
                .toList();
    }
}
