package io.traject.organisation.parameters;

import static io.traject.organisation.parameters.TestParameters.DAYS;
import static io.traject.organisation.parameters.TestParameters.ESTIMATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.StandardRole;
import io.traject.kernel.Ids;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Parameters of an organisation and of its employers: add, switch on, give a value (A49). */
@TrajectTest
class ParametersTest {

    private static final String PAGE = "/admin/configuration/parameters";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    Tree tree;

    @Autowired
    Parameters parameters;

    private UUID organisation;
    private UUID employer;
    private TestUser administrator;
    private Browser browser;

    @BeforeEach
    void signIn() {
        organisation = cases.municipality();
        employer = Ids.next();
        tree.add(NodeKind.EMPLOYER, organisation, employer, "Jansen BV").orThrow();
        administrator = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation);
        browser = new Browser(port).signedIn(administrator);
    }

    @Test
    void shouldHoldOnceAddedSwitchedOnAndGivenAValue() {
        browser.get(PAGE + "/new");
        assertThat(Browser.location(browser.post(PAGE + "/new", "code", DAYS.code())))
                .isEqualTo(PAGE + "/" + DAYS.code());
        assertThat(browser.get(PAGE + "/" + DAYS.code()).body()).contains("Nu geldt: 14 (zoals geleverd)");

        browser.post(PAGE + "/" + DAYS.code(), "value", "21", "version", "0");

        assertThat(parameters.value(DAYS, organisation)).as("still off").isEqualTo(14);

        browser.post(PAGE + "/" + DAYS.code(), "on", "true", "value", "30", "version", "1");

        assertThat(parameters.value(DAYS, organisation)).isEqualTo(30);
        assertThat(parameters.value(DAYS.code(), employer)).isEqualTo("30");
        assertThat(parameters.value(DAYS, cases.municipality())).isEqualTo(14);
        assertThat(browser.get(PAGE + "/" + DAYS.code()).body())
                .contains("Nu geldt: 30 (hier ingesteld)")
                .containsSubsequence(
                        "Ingeschakeld met waarde 30",
                        "Waarde gewijzigd in 21",
                        "Toegevoegd, uitgeschakeld, met waarde 14")
                .contains("Test User");

        browser.post(PAGE + "/" + DAYS.code() + "/removal");

        assertThat(parameters.value(DAYS, organisation)).isEqualTo(14);
        assertThat(browser.get(PAGE).body()).contains("Geen parameters");
    }

    @Test
    void shouldDifferByEmployerOnlyWhereItMay() {
        String page = "/employers/" + employer + "/parameters";
        set(PAGE, ESTIMATE.code(), "true");

        assertThat(parameters.value(ESTIMATE, employer)).isTrue();
        assertThat(browser.get(page + "/new").body()).contains(ESTIMATE.code()).doesNotContain(DAYS.code());

        set(page, ESTIMATE.code(), "false");

        assertThat(parameters.value(ESTIMATE, employer)).isFalse();
        assertThat(parameters.value(ESTIMATE, organisation)).isTrue();
        assertThat(browser.post(page + "/new", "code", DAYS.code()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldRefuseWhatIsNoValueAndSayWhatSomebodyElseChanged() {
        browser.get(PAGE + "/new");
        browser.post(PAGE + "/new", "code", DAYS.code());
        browser.get(PAGE + "/" + DAYS.code());

        assertThat(browser.post(PAGE + "/" + DAYS.code(), "on", "true", "value", "91", "version", "0")
                        .body())
                .contains("Vul een waarde in die TestDaysOfRest kan hebben.");
        browser.post(PAGE + "/" + DAYS.code(), "on", "true", "value", "20", "version", "0");

        HttpResponse<String> overtaken =
                browser.post(PAGE + "/" + DAYS.code(), "on", "true", "value", "40", "version", "0");

        assertThat(overtaken.body())
                .contains(
                        "Test User heeft dit intussen gewijzigd", "<strong>Waarde</strong>: nu 20; u hebt ingevuld: 40")
                .doesNotContain("<strong>Stand</strong>");
        assertThat(parameters.value(DAYS, organisation)).isEqualTo(20);
    }

    @Test
    void shouldBeSetByWhoConfiguresThere() {
        Browser worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, organisation));
        Browser stranger = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, cases.municipality()));

        assertThat(worker.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(worker.get("/employers/" + employer + "/parameters").statusCode())
                .isEqualTo(403);
        assertThat(stranger.get("/employers/" + employer + "/parameters").statusCode())
                .isEqualTo(404);
        stranger.get(PAGE);
        assertThat(stranger.post("/employers/" + employer + "/parameters/new", "code", ESTIMATE.code())
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/employers/" + organisation + "/parameters/" + ESTIMATE.code())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void shouldLookRight(int width) {
        set(PAGE, DAYS.code(), "20");
        set(PAGE, ESTIMATE.code(), "true");
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page look = visitor.newPage();
            look.navigate("http://localhost:" + port + "/sign-in");
            look.fill("#username", administrator.username());
            look.fill("#password", administrator.password());
            look.click("main button[type=submit]");
            for (String page : new String[] {"", "/new", "/" + ESTIMATE.code(), "/" + DAYS.code() + "/removal"}) {
                look.navigate("http://localhost:" + port + PAGE + page);
                TestBrowser.assertAccessible(look);
                TestBrowser.shoot(look, "parameters" + page.replace('/', '-') + "-" + width);
            }
        }
    }

    private void set(String page, String code, String value) {
        browser.get(PAGE + "/new");
        browser.post(page + "/new", "code", code);
        assertThat(Browser.location(browser.post(page + "/" + code, "on", "true", "value", value, "version", "0")))
                .isEqualTo(page);
    }
}
