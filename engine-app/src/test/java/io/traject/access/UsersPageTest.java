package io.traject.access;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestMunicipalities;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrajectTest
class UsersPageTest {

    private static final Pattern PASSWORD = Pattern.compile("<code id=\"password\">([^<]+)</code>");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestMunicipalities municipalities;

    @Autowired
    JdbcClient database;

    private final String username = "new-" + UUID.randomUUID();
    private UUID municipality;
    private Browser browser;

    @BeforeEach
    void open() {
        municipality = municipalities.register().id();
        browser = new Browser(port);
    }

    @Test
    void shouldLetInTheUserWhoseGeneratedPasswordWasShown() {
        openForm(accounts.installationAdministrator());

        HttpResponse<String> shown = addUser("CASE_WORKER", municipality.toString());

        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        var caseWorker = new Browser(port);
        assertThat(location(caseWorker.signIn(username, shownPassword(shown)))).isEqualTo("/");
        assertThat(caseWorker.get("/account").body()).contains("Nieuwe Collega", "My account");
        assertThat(organisationOf(username)).isEqualTo(municipality);
        assertThat(browser.get("/admin/users?q=" + username).body())
                .contains(username)
                .doesNotContain(shownPassword(shown));
    }

    @Test
    void shouldMakeUsersOfTheOwnMunicipalityWhateverTheFormSays() {
        UUID foreign = municipalities.register().id();
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        addUser("CASE_WORKER", foreign.toString());

        assertThat(organisationOf(username)).isEqualTo(municipality);
    }

    @Test
    void shouldNotLetAMunicipalityMakeAdministratorsOfTheInstallation() {
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        assertThat(addUser("INSTALLATION_ADMINISTRATOR", "").body()).contains("Kies een rol.");

        assertThat(exists(username)).isFalse();
    }

    @Test
    void shouldRefuseAUsernameThatExistsInCapitalsToo() {
        TestUser existing = accounts.user(StandardRole.CASE_WORKER, municipality);
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        assertThat(addUser(existing.username().toUpperCase(), "CASE_WORKER", "").body())
                .contains("bestaat al", "aria-invalid=\"true\"");
    }

    @Test
    void shouldSayBesideTheFieldWhatIsWrong() {
        openForm(accounts.installationAdministrator());

        String page = browser.post("/admin/users/new", "username", "?", "displayName", " ", "email", "nobody")
                .body();

        assertThat(page)
                .contains("Vul de naam in.")
                .contains("Dit kan geen gebruikersnaam zijn")
                .contains("Vul een e-mailadres in")
                .contains("Kies een rol.")
                .contains("Kies een gemeente.")
                .contains("Kies een taal.");
        assertThat(addUser("CASE_WORKER", UUID.randomUUID().toString()).body()).contains("Deze gemeente bestaat niet");
        assertThat(addUser("INSTALLATION_ADMINISTRATOR", municipality.toString())
                        .body())
                .contains("hoort bij geen gemeente");
    }

    @Test
    void shouldShowUsersOfTheOwnMunicipalityOnly() {
        TestUser own = accounts.user(StandardRole.CASE_WORKER, municipality);
        TestUser foreign = accounts.user(StandardRole.CASE_WORKER, UUID.randomUUID());
        browser.signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        assertThat(browser.get("/admin/users").body()).contains(own.username()).doesNotContain(foreign.username());
        assertThat(browser.get("/admin/users?q=" + foreign.username()).body()).contains("Geen gebruikers gevonden");
        assertThat(new Browser(port)
                        .signedIn(accounts.installationAdministrator())
                        .get("/admin/users?q=" + foreign.username())
                        .body())
                .contains(foreign.username() + "</td>");
    }

    @Test
    void shouldNotKnowUsersOfAnotherMunicipality() {
        TestUser foreign = accounts.user(StandardRole.CASE_WORKER, UUID.randomUUID());
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));
        String user = "/admin/users/" + foreign.id();

        assertThat(browser.get(user + "/deactivation").statusCode()).isEqualTo(404);
        assertThat(browser.get(user + "/password").statusCode()).isEqualTo(404);
        openForm();
        assertThat(browser.post(user + "/deactivation").statusCode()).isEqualTo(404);
        openForm();
        assertThat(browser.post(user + "/activation").statusCode()).isEqualTo(404);
        openForm();
        assertThat(browser.post(user + "/password").statusCode()).isEqualTo(404);
        assertThat(location(new Browser(port).signIn(foreign.username(), foreign.password())))
                .isEqualTo("/");
    }

    @Test
    void shouldKeepCaseWorkersOut() {
        browser.signedIn(accounts.user(StandardRole.CASE_WORKER, municipality)).get("/account");

        assertThat(addUser("ADMINISTRATOR", "").statusCode()).isEqualTo(403);
        assertThat(browser.get("/admin/users").statusCode()).isEqualTo(403);
        assertThat(browser.get("/admin/users/new").statusCode()).isEqualTo(403);
        assertThat(exists(username)).isFalse();
    }

    @Test
    void shouldLetADeactivatedUserInAgainOnceActivated() {
        TestUser user = accounts.user(StandardRole.CASE_WORKER, municipality);
        Browser elsewhere = new Browser(port).signedIn(user);
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        assertThat(location(browser.post("/admin/users/" + user.id() + "/deactivation")))
                .isEqualTo("/admin/users");

        assertThat(location(elsewhere.signIn(user.username(), user.password()))).isEqualTo("/sign-in?refused");
        openForm();
        browser.post("/admin/users/" + user.id() + "/activation");
        assertThat(location(elsewhere.get("/account"))).isEqualTo("/sign-in");
        assertThat(location(elsewhere.signIn(user.username(), user.password()))).isEqualTo("/account");
    }

    @Test
    void shouldEndAllSessionsWhenThePasswordIsReset() {
        TestUser user = accounts.user(StandardRole.CASE_WORKER, municipality);
        Browser elsewhere = new Browser(port).signedIn(user);
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        HttpResponse<String> shown = browser.post("/admin/users/" + user.id() + "/password");

        assertThat(location(elsewhere.get("/account"))).isEqualTo("/sign-in");
        assertThat(location(elsewhere.signIn(user.username(), user.password()))).isEqualTo("/sign-in?refused");
        assertThat(location(elsewhere.signIn(user.username(), shownPassword(shown))))
                .isEqualTo("/account");
    }

    @Test
    void shouldNotLetAdministratorsLockThemselvesOut() {
        TestUser administrator = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        openForm(administrator);

        browser.post("/admin/users/" + administrator.id() + "/deactivation");
        openForm();
        browser.post("/admin/users/" + administrator.id() + "/password");

        assertThat(location(new Browser(port).signIn(administrator.username(), administrator.password())))
                .isEqualTo("/");
    }

    private void openForm(TestUser administrator) {
        browser.signedIn(administrator);
        openForm();
    }

    private void openForm() {
        browser.get("/admin/users/new");
    }

    private HttpResponse<String> addUser(String role, String organisation) {
        return addUser(username, role, organisation);
    }

    private HttpResponse<String> addUser(String name, String role, String organisation) {
        return browser.post(
                "/admin/users/new",
                "username",
                name,
                "displayName",
                "Nieuwe Collega",
                "email",
                "",
                "role",
                role,
                "organisation",
                organisation,
                "language",
                "EN");
    }

    private static String shownPassword(HttpResponse<String> page) {
        Matcher password = PASSWORD.matcher(page.body());
        assertThat(password.find()).as("page with a password").isTrue();
        return password.group(1);
    }

    private UUID organisationOf(String name) {
        return database.sql("select organisation_id from access_user where username = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private boolean exists(String name) {
        return database.sql("select count(*) from access_user where username = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
