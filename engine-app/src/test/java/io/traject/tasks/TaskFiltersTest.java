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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finding a task among many: by its kind, by what is overdue, by the number of its case. */
@TrajectTest
class TaskFiltersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
    private TestUser user;
    private Browser browser;
    private OpenedCase toAssess;
    private OpenedCase toFollowUp;

    /** One task of each of two kinds, neither of them overdue. */
    @BeforeEach
    void openTasks() {
        municipality = cases.municipality();
        caller = new RestCaller(
                port,
                accounts.accessToken(
                        municipality, Permission.TASKS_WORK, Permission.CASES_VIEW, Permission.CASES_EDIT));
        user = accounts.user(StandardRole.CASE_WORKER, municipality);
        browser = new Browser(port).signedIn(user);
        toAssess = cases.open(municipality, "A. de Vries");
        cases.invite(toAssess.id());
        caller.post("/api/v1/cases/" + toAssess.id() + "/supplied-data", "{\"data\":{\"income\":1200}}");
        toFollowUp =
                cases.open(municipality, "B. Laat", Ids.next(), Instant.now().minus(Duration.ofHours(1)));
        cases.invite(toFollowUp.id());
        await().atMost(PATIENCE).until(() -> total("") == 2);
    }

    @Test
    void shouldFilterByTheKindOfTask() {
        assertThat(numbers("type=assess-supplied-data")).containsExactly(toAssess.number());
        assertThat(numbers("type=follow-up-missing-data&sort=caseNumber")).containsExactly(toFollowUp.number());
        assertThat(numbers("type=unknown")).isEmpty();

        assertThat(browser.get("/tasks?type=assess-supplied-data").body())
                .contains("A. de Vries")
                .containsPattern("value=\"assess-supplied-data\"\\s+selected=\"selected\"\\s*>Gegevens beoordelen")
                .containsPattern("value=\"follow-up-missing-data\"\\s*>Gegevens ontbreken")
                .doesNotContain("B. Laat");
    }

    @Test
    void shouldFilterWhatIsOverdue() {
        assertThat(numbers("overdue=true")).isEmpty();
        assertThat(browser.get("/tasks?due=overdue").body())
                .contains("Geen taken gevonden", "Filters wissen")
                .doesNotContain("U hebt geen taken in behandeling");

        database.sql("update tasks_task set due_at = now() - interval '1 hour' where case_id = ?")
                .param(toFollowUp.id())
                .update();

        assertThat(numbers("overdue=true")).containsExactly(toFollowUp.number());
        assertThat(numbers("overdue=true&sort=-subject")).containsExactly(toFollowUp.number());
        assertThat(numbers("overdue=true&type=assess-supplied-data")).isEmpty();
        assertThat(browser.get("/tasks?due=overdue").body())
                .contains("B. Laat", "Te laat")
                .doesNotContain("A. de Vries");
    }

    @Test
    void shouldFindByTheBeginningOfTheCaseNumber() {
        String number = toAssess.number();

        assertThat(numbers("caseNumber=" + number)).containsExactly(number);
        assertThat(numbers("caseNumber=" + number.toLowerCase(Locale.ROOT))).containsExactly(number);
        assertThat(numbers("caseNumber=" + number.substring(0, 3)))
                .containsExactlyInAnyOrder(number, toFollowUp.number());
        assertThat(List.of("%25", "_", "%5C", "X", "%00X", number.substring(1)))
                .allSatisfy(other -> assertThat(numbers("caseNumber=" + other)).isEmpty());
        assertThat(browser.get("/tasks?q=+" + number + "+").body())
                .contains("A. de Vries", "value=\"" + number)
                .doesNotContain("B. Laat");
        assertThat(browser.get("/tasks?of=mine").body()).contains("U hebt geen taken in behandeling");
    }

    /** Taking a task and paging lead back to the same selection. */
    @Test
    void shouldKeepTheSelectionInTheUrl() {
        String selection = "/tasks?type=assess-supplied-data&amp;q=" + toAssess.number();

        String page = browser.get("/tasks?q=" + toAssess.number() + "&type=assess-supplied-data")
                .body();

        assertThat(page).containsAnyOf(selection, "/tasks?q=" + toAssess.number() + "&amp;type=assess-supplied-data");
    }

    @Test
    void shouldNotOfferKindsOrTasksThatTheReaderMayNotSee() {
        TestUser without = accounts.user(StandardRole.PLANNER, municipality);

        assertThat(new Browser(port).signedIn(without).get("/tasks").body()).doesNotContain("Werkgever publiceren");
        UUID other = cases.municipality();
        assertThat(new Browser(port)
                        .signedIn(accounts.user(StandardRole.CASE_WORKER, other))
                        .get("/tasks?q=" + toAssess.number())
                        .body())
                .contains("Geen taken gevonden");
    }

    @Test
    void shouldBeAccessibleAndFitTheScreen() {
        database.sql("update tasks_task set due_at = now() - interval '1 hour' where case_id = ?")
                .param(toFollowUp.id())
                .update();
        for (int width : List.of(1280, 390)) {
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = visitor.newPage();
                page.navigate("http://localhost:" + port + "/sign-in");
                page.fill("#username", user.username());
                page.fill("#password", user.password());
                page.click("main button[type=submit]");
                page.navigate("http://localhost:" + port + "/tasks");
                page.getByLabel("Zoek op dossiernummer")
                        .fill(toFollowUp.number().toLowerCase(Locale.ROOT));
                page.getByLabel("Termijn").selectOption("overdue");
                page.getByLabel("Soort taak").selectOption("follow-up-missing-data");
                page.click(".filter-bar button[type=submit]");
                assertThat(page.url()).contains("type=follow-up-missing-data", "due=overdue");
                assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
                assertThat(page.textContent("main tbody")).contains("B. Laat");
                TestBrowser.assertAccessible(page);
                TestBrowser.shoot(page, "tasks-filtered-" + width);
            }
        }
    }

    private int total(String query) {
        return json(caller.get("/api/v1/tasks?" + query)).get("total").asInt();
    }

    private List<String> numbers(String query) {
        return json(caller.get("/api/v1/tasks?" + query))
                .get("items")
                .valueStream()
                .map(task -> task.get("caseNumber").asString())
                .toList();
    }
}
