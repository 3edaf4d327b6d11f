package io.traject.tasks;

import static io.traject.testing.RestCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.cases.OpenedCase;
import io.traject.kernel.Ids;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The final date of many residents passes on one day: their tasks end together. */
@TrajectTest
class TasksTogetherTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LIST = "/tasks?type=follow-up-missing-data";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private UUID municipality;
    private RestCaller caller;
    private TestUser worker;
    private Browser browser;
    private List<OpenedCase> late;
    private List<String> tasks;
    private String both;

    @BeforeEach
    void openTasks() {
        municipality = cases.municipality();
        caller = new RestCaller(port, accounts.accessToken(municipality, Permission.TASKS_WORK, Permission.CASES_VIEW));
        worker = accounts.user(StandardRole.CASE_WORKER, municipality);
        browser = new Browser(port).signedIn(worker);
        late = Stream.of("A. Laat", "B. Later", "C. Laatst")
                .map(name ->
                        cases.open(municipality, name, Ids.next(), Instant.now().minus(Duration.ofHours(1))))
                .toList();
        late.forEach(one -> cases.invite(one.id()));
        await().atMost(PATIENCE).until(() -> open().size() == 3);
        tasks = open();
        both = tasks.get(0) + "," + tasks.get(1);
    }

    @Test
    void shouldEndInTheSameWay() {
        assertThat(browser.get(LIST).body()).contains("Samen afronden", tasks.getFirst());
        assertThat(browser.get("/tasks").body()).doesNotContain("Samen afronden");
        String chosen = browser.post("/tasks/together/choice", "task", both, "back", LIST)
                .body();
        assertThat(chosen).contains("2 taken afronden", "Gegevens ontbreken · 2 taken");
        assertThat(browser.post("/tasks/together", "task", tasks.get(0), "back", LIST)
                        .body())
                .as("which outcome")
                .contains("Kies");

        String date = LocalDate.now().plusDays(30).toString();
        assertThat(Browser.location(
                        browser.post("/tasks/together", "task", both, "back", LIST, "outcome", "extend", "date", date)))
                .isEqualTo(LIST);

        assertThat(browser.get(LIST).body()).contains("2 taken zijn afgerond.");
        assertThat(open()).containsExactly(tasks.get(2));
        assertThat(database.sql("select count(*) from cases_case where organisation_id = ? and due_at > now()")
                        .param(municipality)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void shouldLeaveWhatIsRefusedAndSayWhy() {
        Browser colleague = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
        colleague.get("/tasks");
        colleague.post("/tasks/" + tasks.get(0) + "/claim");
        browser.get(LIST);

        String answer = browser.post(
                        "/tasks/together",
                        "task",
                        both + "," + tasks.get(1),
                        "outcome",
                        "close",
                        "remark",
                        "Niets ontvangen")
                .body();

        assertThat(answer)
                .contains(
                        "Eén taak staat nog open", "Eén taak is afgerond.", numberOf(tasks.get(0)), "Niets ontvangen");
        assertThat(open()).containsExactlyInAnyOrder(tasks.get(0), tasks.get(2));
        String past = browser.post(
                        "/tasks/together",
                        "task",
                        tasks.get(2),
                        "outcome",
                        "extend",
                        "date",
                        LocalDate.now().minusDays(1).toString())
                .body();
        assertThat(past).contains("Eén taak staat nog open", numberOf(tasks.get(2)));
    }

    @Test
    void shouldBeForOnesOwnTasksOfOneTypeOnly() {
        Browser stranger = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, cases.municipality()));
        stranger.get("/tasks");
        assertThat(stranger.post("/tasks/together", "task", tasks.get(0), "outcome", "close")
                        .statusCode())
                .isEqualTo(404);
        assertThat(open()).hasSize(3);
        browser.get(LIST);
        assertThat(Browser.location(browser.post("/tasks/together/choice", "back", LIST)))
                .isEqualTo(LIST);
        assertThat(browser.get(LIST).body()).contains("Kies eerst de taken");
        database.sql("update tasks_task set type = 'assess-supplied-data' where id = ?")
                .param(UUID.fromString(tasks.get(1)))
                .update();
        assertThat(browser.post("/tasks/together/choice", "task", both).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void shouldBeChosenInTheList(int width) {
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/sign-in");
            page.fill("#username", worker.username());
            page.fill("#password", worker.password());
            page.click("main button[type=submit]");
            page.navigate("http://localhost:" + port + LIST);
            TestBrowser.assertAccessible(page);
            page.check("[data-select-all]");
            TestBrowser.shoot(page, "tasks-together-list-" + width);
            page.getByText("Samen afronden").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Taken samen afronden");
            TestBrowser.assertAccessible(page);
            page.check("input[value=close]");
            TestBrowser.shoot(page, "tasks-together-" + width);
            page.getByText("3 taken afronden").click();
            page.waitForURL("**" + LIST);
            assertThat(page.textContent("body")).contains("3 taken zijn afgerond.");
        }
        assertThat(open()).isEmpty();
    }

    private List<String> open() {
        return json(caller.get("/api/v1/tasks?type=follow-up-missing-data&sort=subject"))
                .get("items")
                .valueStream()
                .map(task -> task.get("id").asString())
                .toList();
    }

    private String numberOf(String task) {
        return database.sql("select case_number from tasks_task where id = ?")
                .param(UUID.fromString(task))
                .query(String.class)
                .single();
    }
}
