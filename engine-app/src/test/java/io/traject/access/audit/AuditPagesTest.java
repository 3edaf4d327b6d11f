package io.traject.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.access.audit.SealCheck.Fault;
import io.traject.cases.OpenedCase;
import io.traject.kernel.Ids;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors see, and who is no auditor. */
@TrajectTest
class AuditPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private UUID municipality;
    private TestUser worker;
    private TestUser auditor;
    private OpenedCase one;

    @BeforeEach
    void lookAtACase() {
        municipality = cases.municipality();
        worker = accounts.user(StandardRole.CASE_WORKER, municipality);
        auditor = accounts.user(StandardRole.AUDITOR, municipality);
        one = cases.open(municipality, "A. Bewoner");
        Browser browser = new Browser(port).signedIn(worker);
        browser.get("/cases/" + one.id());
        browser.post("/cases/" + one.id() + "/cancellation", "reason", "Wrongly started", "version", "0");
        new RestCaller(port, accounts.accessToken(municipality, Permission.CASES_VIEW))
                .get("/api/v1/cases/" + one.id());
    }

    @Test
    void shouldFindByFilePersonKindAndTime() {
        Browser browser = new Browser(port).signedIn(auditor);

        assertThat(browser.get("/audit/access?object=" + one.number()).body())
                .contains(one.number(), "Test User")
                .doesNotContain("A. Bewoner");
        assertThat(browser.get("/audit/access?who=" + worker.username()).body()).contains(one.number());
        assertThat(browser.get("/audit/access?person=" + worker.id()).body()).contains(one.number());
        assertThat(browser.get("/audit/access?who=nobody-of-this-name").body()).doesNotContain(one.number());
        assertThat(browser.get("/audit/access?object=HO-00-0000000").body()).doesNotContain(one.number());
        assertThat(browser.get("/audit/access?kind=case&what=file&from=2020-01-01")
                        .body())
                .contains(one.number());
        assertThat(browser.get("/audit/access?until=2020-01-01").body()).doesNotContain(one.number());
        assertThat(browser.get("/audit?object=" + one.id()).body())
                .contains(one.number(), "CANCELLED")
                .doesNotContain("Wrongly started", "A. Bewoner");
        assertThat(browser.get("/audit?kind=user").body()).contains(worker.username());
    }

    @Test
    void shouldNoteThatTheLogsAreRead() {
        Browser browser = new Browser(port).signedIn(auditor);
        browser.get("/audit");
        browser.get("/audit/access");
        browser.getBytes("/audit/export.csv");

        assertThat(database.sql("""
                                select part from access_look where actor_id = ? and file_kind = 'LOG' and file_id = ?
                                order by id
                                """)
                        .params(auditor.id(), municipality)
                        .query(String.class)
                        .list())
                .containsExactly("CHANGES", "LOOKS", "CHANGES");
    }

    @Test
    void shouldShowNothingOfAnotherOrganisationAndNothingToOthers() {
        TestUser elsewhere = accounts.user(StandardRole.AUDITOR, cases.municipality());
        TestUser ofAPart = accounts.user(StandardRole.AUDITOR, municipality, new Reach.Part(UUID.randomUUID(), true));
        Browser stranger = new Browser(port).signedIn(elsewhere);
        Browser other = new Browser(port).signedIn(worker);

        assertThat(stranger.get("/audit/access?object=" + one.id()).body()).doesNotContain("Test User</a>");
        assertThat(stranger.get("/audit?object=" + one.id()).body()).doesNotContain(one.number());
        assertThat(new Browser(port).signedIn(ofAPart).get("/audit/access").body())
                .doesNotContain(one.number());
        for (String path : List.of("/audit", "/audit/access", "/audit/seal", "/audit/export.xlsx", "/audit/seal.txt")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(new Browser(port).signedIn(auditor).get("/cases/" + one.id()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldTakeLinesAlongAsAFileInWhichNothingCalculates() {
        byte[] csv = new Browser(port)
                .signedIn(auditor)
                .getBytes("/audit/access/export.csv?object=" + one.number())
                .body();

        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains(one.id().toString(), "Test User")
                .doesNotContain("A. Bewoner");
    }

    @Test
    void shouldShowOnTheCaseWhoLookedAtItToWhoMayKnow() {
        TestUser administrator = accounts.user(StandardRole.ADMINISTRATOR, municipality);

        assertThat(new Browser(port)
                        .signedIn(administrator)
                        .get("/cases/" + one.id())
                        .body())
                .contains("who-looked-title");
        assertThat(new Browser(port).signedIn(worker).get("/cases/" + one.id()).body())
                .doesNotContain("who-looked-title");
    }

    @Test
    void shouldSayInWordsWhatACheckFound() {
        Browser browser = new Browser(port).signedIn(auditor);
        for (Fault fault : Fault.values()) {
            database.sql("""
                            insert into access_seal_check (id, log, checked_at, blocks, rows, newest, finding, block)
                            values (?, 'LOOKS', now(), 0, 0, sha256(''), ?, 12)""").params(Ids.next(), fault.name()).update();
            assertThat(browser.get("/audit/seal").body())
                    .as(fault.name())
                    .containsAnyOf("blok 12", "Blok 12")
                    .contains("niet zoals verzegeld")
                    .doesNotContain("access.audit.fault");
        }

        browser.post("/audit/seal");

        assertThat(browser.get("/audit/seal").body()).doesNotContain("niet zoals verzegeld");
    }

    @Test
    void shouldCheckTheSealAndBeAccessible() {
        for (int width : new int[] {1280, 390}) {
            try (BrowserContext context = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = context.newPage();
                page.navigate("http://localhost:" + port + "/sign-in");
                page.locator("input[name=username]").fill(auditor.username());
                page.locator("input[name=password]").fill(auditor.password());
                page.locator("main button[type=submit]").click();
                for (String path : List.of("/audit", "/audit/access", "/audit/access?person=" + worker.id())) {
                    page.navigate("http://localhost:" + port + path);
                    TestBrowser.assertAccessible(page);
                    TestBrowser.shoot(page, "audit" + path.replaceAll("[^a-z]+", "-") + width);
                }
                page.navigate("http://localhost:" + port + "/audit/seal");
                page.locator("main form[action$='/audit/seal'] button").click();
                assertThat(page.getByRole(AriaRole.MAIN).innerText()).contains("SHA-256");
                assertThat(page.locator("[class*=badge]").count()).isGreaterThanOrEqualTo(2);
                TestBrowser.assertAccessible(page);
                TestBrowser.shoot(page, "audit-seal-" + width);
            }
        }
    }
}
