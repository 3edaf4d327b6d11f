package io.traject.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.cases.OpenedCase;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Action links: what an organisation arranges, and what its people then find (A7). */
@TrajectTest
class PortalTest {

    private static final String PORTAL = "/admin/configuration/portal";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private UUID municipality;
    private TestUser administrator;
    private Browser caseWorker;
    private OpenedCase open;
    private OpenedCase closed;

    @BeforeEach
    void prepare() {
        municipality = cases.municipality();
        administrator = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        caseWorker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
        open = cases.open(municipality, "A. Lopend");
        closed = cases.open(municipality, "B. Gesloten");
        end(closed, "CLOSED");
    }

    @Test
    void shouldOfferTheUsualLinksWhereNothingWasArranged() {
        String running = caseWorker.get("/cases/" + open.id()).body();
        String ended = caseWorker.get("/cases/" + closed.id()).body();

        assertThat(running).containsOnlyOnce("/cancellation\"").doesNotContain("/reopening");
        assertThat(ended).containsOnlyOnce("/reopening\"").doesNotContain("/cancellation");
        assertThat(caseWorker.get("/cases").body()).doesNotContain("/cases/to-reopen", "/cases/to-cancel");
    }

    @Test
    void shouldOfferAndNameTheLinksAsArranged() {
        for (int width : List.of(1280, 390)) {
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = signedIn(visitor, administrator);
                page.navigate(address(PORTAL));
                TestBrowser.assertAccessible(page);
                TestBrowser.shoot(page, "portal-" + width);
            }
        }
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, administrator);
            page.navigate(address(PORTAL));
            page.fill(field(1, "dutch"), "Ten onrechte gestart");
            page.fill(field(1, "position"), "0");
            page.click("main button[type=submit]");
            assertThat(page.textContent(".error-summary")).contains("van 1 tot en met 99", "in beide talen");
            TestBrowser.assertAccessible(page);

            page.fill(field(1, "english"), "Started by mistake");
            page.fill(field(1, "position"), "2");
            page.check("input[name='lines[1].form'][value=BUTTON]");
            page.uncheck(field(0, "shown"));
            page.check(field(2, "shown"));
            page.check(field(3, "shown"));
            page.click("main button[type=submit]");
            assertThat(page.textContent(".flash")).contains("De portaalinrichting is opgeslagen.");
        }

        assertThat(caseWorker.get("/cases/" + open.id()).body())
                .contains("Ten onrechte gestart")
                .doesNotContain("menu-item-danger");
        assertThat(caseWorker.get("/cases/" + closed.id()).body()).doesNotContain("/reopening");
        assertThat(caseWorker.get("/cases").body()).contains("/cases/to-reopen", "/cases/to-cancel");
    }

    @Test
    void shouldOfferOnlyCasesThatTheUserMayReopenOrCancel() {
        OpenedCase cancelled = cases.open(municipality, "C. Geannuleerd");
        end(cancelled, "CANCELLED");
        cases.open(cases.municipality(), "D. Ander");

        assertThat(caseWorker.get("/cases/to-reopen").body())
                .contains("B. Gesloten", "/cases/" + closed.id() + "/reopening")
                .doesNotContain("A. Lopend", "C. Geannuleerd", "D. Ander");
        assertThat(caseWorker.get("/cases/to-cancel").body())
                .contains("A. Lopend", "/cases/" + open.id() + "/cancellation")
                .doesNotContain("B. Gesloten", "C. Geannuleerd", "D. Ander");
        assertThat(caseWorker.get("/cases/to-reopen?q=lopend").body()).contains("Geen dossiers gevonden");
        Browser planner = new Browser(port).signedIn(accounts.user(StandardRole.PLANNER, municipality));
        assertThat(List.of("/cases/to-reopen", "/cases/to-cancel", PORTAL))
                .allSatisfy(page -> assertThat(planner.get(page).statusCode()).isEqualTo(403));
        assertThat(planner.get("/cases/" + open.id()).body()).doesNotContain("/cancellation");
    }

    @Test
    void shouldPageThroughTheCasesToCancel() {
        IntStream.range(0, 30).forEach(n -> cases.open(municipality, "Veel " + n));

        String first = caseWorker.get("/cases/to-cancel?size=25").body();

        assertThat(first.split("/cancellation\"", -1)).hasSize(26);
        assertThat(first).contains("rel=\"next\"");
    }

    @Test
    void shouldSayWhatWillHappenAndWhetherItCanBeUndone() {
        assertThat(caseWorker.get("/cases/" + open.id() + "/cancellation").body())
                .contains("Een geannuleerd dossier kan niet worden heropend.");
        assertThat(caseWorker.get("/cases/" + closed.id() + "/reopening").body())
                .contains("Het besluit vervalt.", "Vergist u zich");
        for (int width : List.of(1280, 390)) {
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = signedIn(visitor, accounts.user(StandardRole.CASE_WORKER, municipality));
                for (String name : List.of("to-reopen", "to-cancel")) {
                    page.navigate(address("/cases/" + name));
                    TestBrowser.assertAccessible(page);
                    TestBrowser.shoot(page, "cases-" + name + "-" + width);
                }
                page.navigate(address("/cases/" + closed.id() + "/reopening"));
                TestBrowser.assertAccessible(page);
                TestBrowser.shoot(page, "case-reopening-" + width);
            }
        }
    }

    @Test
    void shouldNeedAPermissionOfItsOwnForEach() {
        RestCaller editor =
                new RestCaller(port, accounts.accessToken(municipality, Permission.CASES_VIEW, Permission.CASES_EDIT));
        RestCaller canceller = new RestCaller(
                port, accounts.accessToken(municipality, Permission.CASES_VIEW, Permission.CASES_CANCEL));

        assertThat(editor.post(rest(open, "cancellation"), "{\"reason\":\"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(editor.post(rest(closed, "reopening"), "").statusCode()).isEqualTo(403);
        assertThat(canceller.post(rest(closed, "reopening"), "").statusCode()).isEqualTo(403);
        assertThat(canceller
                        .post(rest(open, "cancellation"), "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldTellWhoWasFirstAndWhatTheyChose() {
        TestUser other = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        try (BrowserContext one = TestBrowser.visitor(1280, ColorScheme.LIGHT);
                BrowserContext two = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page mine = signedIn(one, administrator);
            Page theirs = signedIn(two, other);
            mine.navigate(address(PORTAL));
            theirs.navigate(address(PORTAL));
            theirs.uncheck(field(0, "shown"));
            theirs.click("main button[type=submit]");

            mine.check(field(2, "shown"));
            mine.click("main button[type=submit]");

            assertThat(mine.textContent("main")).contains("Iemand anders was u voor", "niet getoond");
            TestBrowser.assertAccessible(mine);
            TestBrowser.shoot(mine, "portal-meanwhile-1280");
            assertThat(mine.isChecked(field(2, "shown"))).isTrue();
            mine.click("main button[type=submit]");
            assertThat(mine.textContent(".flash")).contains("opgeslagen");
        }
        assertThat(database.sql("select count(*) from settings_portal_link where organisation_id = ? and shown"
                                + " and file in ('CASE', 'ORGANISATION')")
                        .param(municipality)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void shouldGoBackToTheUsualArrangement() {
        Browser browser = new Browser(port).signedIn(administrator);
        browser.get(PORTAL);
        browser.post(PORTAL, line("reopen-case", "CASE", "9", "version", "0"));
        assertThat(browser.get(PORTAL).body()).contains("value=\"9\"");

        assertThat(browser.get(PORTAL + "/usual").body())
                .contains("Sla op om dit te gebruiken.")
                .doesNotContain("value=\"9\"");
        assertThat(browser.get(PORTAL).body()).contains("value=\"9\"");
    }

    private static String[] line(String link, String file, String position, String... more) {
        return Stream.concat(
                        Stream.of(
                                "lines[0].link",
                                link,
                                "lines[0].file",
                                file,
                                "lines[0].position",
                                position,
                                "lines[0].shown",
                                "true",
                                "lines[0].form",
                                "BUTTON"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private void end(OpenedCase one, String state) {
        database.sql(
                        "update cases_case set state = ?, stage = 'ENDED', outcome = 'continue', ended_at = now() where id = ?")
                .params(state, one.id())
                .update();
    }

    private static String rest(OpenedCase one, String action) {
        return "/api/v1/cases/" + one.id() + "/" + action;
    }

    private static String field(int line, String name) {
        return "[id='lines[%d].%s']".formatted(line, name);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private Page signedIn(BrowserContext visitor, TestUser user) {
        Page page = visitor.newPage();
        page.navigate(address("/sign-in"));
        page.fill("#username", user.username());
        page.fill("#password", user.password());
        page.click("main button[type=submit]");
        return page;
    }
}
