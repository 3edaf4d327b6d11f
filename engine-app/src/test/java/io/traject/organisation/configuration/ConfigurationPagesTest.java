package io.traject.organisation.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.StandardRole;
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

/** What "add employer" asks and widgets show is each organisation's own (A2, A17, A18). */
@TrajectTest
class ConfigurationPagesTest {

    private static final String PROFILE = "/admin/configuration/profile";
    private static final String WIDGETS = "/admin/configuration/widgets";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    ProfileConfiguration profiles;

    @Autowired
    WidgetConfiguration widgets;

    private UUID organisation;
    private TestUser administrator;
    private Browser browser;

    @BeforeEach
    void signIn() {
        organisation = cases.municipality();
        administrator = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation);
        browser = new Browser(port).signedIn(administrator);
    }

    @Test
    void shouldSwitchTheLanguageOfEmployersOn() {
        assertThat(profiles.of(organisation).shows(EmployerField.LANGUAGE)).isFalse();
        assertThat(widgets.of(organisation).shows(WidgetField.EMPLOYER_LANGUAGE))
                .isFalse();
        assertThat(browser.get(WIDGETS).body()).contains("en daarom niet getoond");
        browser.get(PROFILE);

        assertThat(Browser.location(browser.post(PROFILE, "version", "-1", "language", "REQUIRED", "iban", "nonsense")))
                .isEqualTo(PROFILE);

        EmployerProfile profile = profiles.of(organisation);
        assertThat(profile.requires(EmployerField.LANGUAGE)).isTrue();
        assertThat(profile.use(EmployerField.IBAN)).isEqualTo(FieldUse.HIDDEN);
        assertThat(widgets.of(organisation).shows(WidgetField.EMPLOYER_LANGUAGE))
                .isTrue();
        assertThat(browser.get(PROFILE).body()).contains("Laatst gewijzigd door Test User");
        assertThat(profiles.of(cases.municipality()).shows(EmployerField.LANGUAGE))
                .isFalse();
    }

    @Test
    void shouldSayWhatSomebodyElseChangedMeanwhile() {
        browser.get(PROFILE);
        browser.post(PROFILE, "version", "-1", "language", "SHOWN", "phone", "HIDDEN");

        HttpResponse<String> overtaken =
                browser.post(PROFILE, "version", "-1", "language", "REQUIRED", "phone", "HIDDEN");

        assertThat(overtaken.statusCode()).isEqualTo(200);
        assertThat(overtaken.body())
                .contains("Test User heeft dit intussen gewijzigd")
                .contains("<strong>Taal</strong>: nu Niet verplicht; u hebt ingevuld: Verplicht")
                .doesNotContain("<strong>Telefoonnummer</strong>");
        assertThat(profiles.of(organisation).use(EmployerField.LANGUAGE)).isEqualTo(FieldUse.SHOWN);

        browser.post(PROFILE, "version", "0", "language", "REQUIRED", "phone", "HIDDEN");

        assertThat(profiles.of(organisation).requires(EmployerField.LANGUAGE)).isTrue();
    }

    @Test
    void shouldSwitchFieldsOfWidgetsOnAndOff() {
        browser.get(WIDGETS);

        assertThat(Browser.location(browser.post(WIDGETS, "version", "-1", "shown", "EMPLOYMENT_ESTABLISHMENT")))
                .isEqualTo(WIDGETS);

        assertThat(widgets.of(organisation).shows(WidgetField.EMPLOYMENT_ESTABLISHMENT))
                .isTrue();
        assertThat(widgets.of(organisation).shows(WidgetField.EMPLOYMENT_FUNCTION))
                .isFalse();

        HttpResponse<String> overtaken =
                browser.post(WIDGETS, "version", "-1", "shown", "EMPLOYEE_PREFERRED_FIRST_NAME");

        assertThat(overtaken.body())
                .contains("Werknemer – Roepnaam</strong>: nu niet getoond; u hebt ingevuld: getoond")
                .contains("Dienstverband – Vestiging</strong>: nu getoond; u hebt ingevuld: niet getoond");
        assertThat(widgets.of(organisation).shows(WidgetField.EMPLOYEE_PREFERRED_FIRST_NAME))
                .isFalse();
    }

    @Test
    void shouldBeThereForWhoMayConfigure() {
        Browser worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, organisation));

        assertThat(worker.get("/").body()).doesNotContain(PROFILE, WIDGETS);
        assertThat(worker.get(PROFILE).statusCode()).isEqualTo(403);
        assertThat(worker.get(WIDGETS).statusCode()).isEqualTo(403);
        worker.get("/cases");
        assertThat(worker.post(PROFILE, "version", "-1", "language", "SHOWN").statusCode())
                .isEqualTo(403);
        assertThat(worker.post(WIDGETS, "version", "-1").statusCode()).isEqualTo(403);
        assertThat(browser.get("/").body()).contains(PROFILE, WIDGETS);
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
            for (String page : new String[] {"profile", "widgets"}) {
                look.navigate("http://localhost:" + port + "/admin/configuration/" + page);
                TestBrowser.assertAccessible(look);
                TestBrowser.shoot(look, "configuration-" + page + "-" + width);
            }
            look.navigate("http://localhost:" + port + PROFILE);
            browser.get(PROFILE);
            browser.post(PROFILE, "version", "-1", "language", "SHOWN");
            look.click("main form button[type=submit]");
            TestBrowser.assertAccessible(look);
            TestBrowser.shoot(look, "configuration-overtaken-" + width);
        }
    }
}
