package io.traject.organisation.finances;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.kernel.Ids;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The financial data of an establishment are seen with one permission and changed with another (A14). */
@TrajectTest
class FinancesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    Tree tree;

    private UUID organisation;
    private UUID employer;
    private String page;
    private TestUser administrator;
    private Browser browser;

    @BeforeEach
    void signIn() {
        organisation = cases.municipality();
        employer = Ids.next();
        UUID establishment = Ids.next();
        tree.add(NodeKind.EMPLOYER, organisation, employer, "Jansen BV").orThrow();
        tree.add(NodeKind.ESTABLISHMENT, employer, establishment, "Hoofdkantoor")
                .orThrow();
        page = "/establishments/" + establishment + "/finances";
        administrator = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation);
        browser = new Browser(port).signedIn(administrator);
    }

    @Test
    void shouldBeShownFirstAndThenEdited() {
        assertThat(browser.get(page.replace("/finances", "")).body()).contains("Open financiële instellingen", page);
        assertThat(browser.get(page).body()).contains("Debiteurennummer", "niet ingevuld", page + "/edit");
        browser.get(page + "/edit");

        assertThat(Browser.location(
                        browser.post(page + "/edit", "debtorNumber", " 10023 ", "costCentre", "4100", "version", "-1")))
                .isEqualTo(page);

        assertThat(browser.get(page).body()).contains("<dd>10023</dd>", "<dd>4100</dd>");
        assertThat(browser.post(page + "/edit", "debtorNumber", "10099", "costCentre", "4100", "version", "-1")
                        .body())
                .contains("<strong>Debiteurennummer</strong>: nu 10023; u hebt ingevuld: 10099")
                .doesNotContain("<strong>Kostenplaats</strong>");
        assertThat(browser.post(page + "/edit", "costUnit", "x".repeat(51), "version", "0")
                        .body())
                .contains("Gebruik hoogstens 50 tekens.");
    }

    @Test
    void shouldBeThereOverRest() {
        String path = "/api/v1" + page.replace("finances", "financial-data");
        RestCaller viewer = new RestCaller(port, accounts.accessToken(organisation, Permission.FINANCIAL_VIEW));
        RestCaller none = new RestCaller(port, accounts.accessToken(organisation, Permission.ORGANISATION_VIEW));
        RestCaller stranger = new RestCaller(port, accounts.accessToken(cases.municipality(), Permission.values()));

        assertThat(viewer.get(path).headers().firstValue("ETag")).contains("\"0\"");
        assertThat(RestCaller.json(viewer.get(path)).get("debtorNumber").isNull())
                .isTrue();
        assertThat(none.get(path).statusCode()).isEqualTo(403);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(viewer.get("/api/v1/establishments/" + employer + "/financial-data")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldBeEditedOnlyByWhoMay() {
        Browser employerUser = new Browser(port).signedIn(accounts.user(StandardRole.EMPLOYER_USER, organisation));
        Browser manager = new Browser(port).signedIn(accounts.user(StandardRole.DEPARTMENT_MANAGER, organisation));

        assertThat(employerUser.get(page).body()).contains("Debiteurennummer").doesNotContain(page + "/edit");
        assertThat(employerUser.get(page + "/edit").statusCode()).isEqualTo(403);
        employerUser.get(page);
        assertThat(employerUser
                        .post(page + "/edit", "debtorNumber", "1", "version", "-1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.get(page).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void shouldLookRight(int width) {
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page look = visitor.newPage();
            look.navigate("http://localhost:" + port + "/sign-in");
            look.fill("#username", administrator.username());
            look.fill("#password", administrator.password());
            look.click("main button[type=submit]");
            for (String step : new String[] {"", "/edit"}) {
                look.navigate("http://localhost:" + port + page + step);
                TestBrowser.assertAccessible(look);
                TestBrowser.shoot(look, "finances" + step.replace('/', '-') + "-" + width);
            }
        }
    }
}
