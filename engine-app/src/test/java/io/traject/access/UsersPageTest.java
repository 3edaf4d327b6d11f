package io.traject.access;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.rights.ManagedRoles;
import io.traject.access.rights.StandardRights;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestMunicipalities;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Autowired
    StandardRights rights;

    @Autowired
    ManagedRoles roles;

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
        String given = shownPassword(shown);
        assertThat(location(caseWorker.signIn(username, given))).isEqualTo("/");
        assertThat(location(caseWorker.get("/account")))
                .as("somebody else has seen the password")
                .isEqualTo("/account/password");
        assertThat(caseWorker.get("/account/password").body()).contains("First choose a password of your own");
        String own = "a violet tractor";
        assertThat(location(caseWorker.post("/account/password", "current", given, "wanted", own, "repeat", own)))
                .isEqualTo("/account");
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
        String role = rights.role(Optional.empty(), StandardRole.INSTALLATION_ADMINISTRATOR)
                .id()
                .toString();

        assertThat(addUserWithRole(username, role, "").body()).contains("Deze rol is er niet.");

        assertThat(exists(username)).isFalse();
    }

    @Test
    void shouldGiveRoleGroupsAndLanguageOnTheCreationScreen() {
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        addUser("PLANNER", "");

        assertThat(browser.get("/admin/users?q=" + username).body()).contains("Planner", "Hele organisatie");
        assertThat(browser.get("/admin/users/" + idOf(username)).body()).containsPattern("value=\"EN\"[^>]*checked");
        assertThat(groupsOf(username))
                .containsExactly(rights.whole(municipality).id());
    }

    @Test
    void shouldNotGiveMoreThanTheAdministratorHas() {
        TestUser administrator = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        TestUser mightier = accounts.user(StandardRole.PRACTITIONER, municipality);
        openForm(accounts.installationAdministrator());
        takeFromAdministrators(Permission.MEDICAL_VIEW);
        openForm(administrator);

        assertThat(addUser("PRACTITIONER", "").body()).contains("rechten die u zelf niet hebt");
        assertThat(exists(username)).isFalse();
        // Nor use somebody who has more: a new password would open that account.
        browser.get("/admin/users/" + mightier.id() + "/password");
        browser.post("/admin/users/" + mightier.id() + "/password");
        assertThat(location(new Browser(port).signIn(mightier.username(), mightier.password())))
                .isEqualTo("/");
    }

    @Test
    void shouldNotLetAnEmployersSideSeeTheWholeOrganisation() {
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        assertThat(addUser("EMPLOYER_USER", "").body()).contains("mag niet de hele organisatie zien");

        assertThat(exists(username)).isFalse();
    }

    @Test
    void shouldIgnoreWhatTheFormDoesNotOffer() {
        UUID foreign = municipalities.register().id();
        TestUser user = accounts.user(StandardRole.CASE_WORKER, municipality);
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        // Mass assignment: fields of the account that no form has, and rights of another organisation.
        change(
                user,
                "username",
                "taken-over",
                "passwordHash",
                "x",
                "active",
                "false",
                "organisation",
                foreign.toString());
        assertThat(location(new Browser(port).signIn(user.username(), user.password())))
                .isEqualTo("/");
        assertThat(change(user, "role", role("ADMINISTRATOR", foreign)).body()).contains("Deze rol is er niet.");
        assertThat(change(user, "groups", rights.whole(foreign).id().toString()).body())
                .contains("Een van deze groepen is er niet.");
        assertThat(groupsOf(user.username()))
                .containsExactly(rights.whole(municipality).id());
    }

    @Test
    void shouldSayWhatSomebodyElseSavedMeanwhile() {
        TestUser user = accounts.user(StandardRole.CASE_WORKER, municipality);
        openForm(accounts.user(StandardRole.ADMINISTRATOR, municipality));
        String opened = versionOf(user);
        change(user, "displayName", "Ander Mens");

        String late =
                change(user, "displayName", "Nog Iemand", "version", opened).body();

        assertThat(late).contains("Iemand anders heeft dit intussen gewijzigd", "Ander Mens", "Nog Iemand");
        assertThat(browser.get("/admin/users/" + user.id()).body()).contains("Ander Mens");
        // The form now starts from what is stored, so that saving once more replaces it.
        assertThat(location(change(user, "displayName", "Nog Iemand"))).isEqualTo("/admin/users");
    }

    @Test
    void shouldKeepTheLastAdministratorOfAnOrganisation() {
        TestUser administrator = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        openForm(administrator);
        String caseWorker = role("CASE_WORKER", municipality);

        assertThat(change(administrator, "role", caseWorker).body()).contains("Er zou niemand overblijven");
        assertThat(change(administrator, "groups", "").body()).contains("Er zou niemand overblijven");

        TestUser second = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        assertThat(location(change(second, "role", caseWorker))).isEqualTo("/admin/users");
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
                .contains("Kies een rol.");
        assertThat(addUserWithRole(
                                username,
                                role("CASE_WORKER", municipality),
                                UUID.randomUUID().toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(addUserWithRole(username, role("CASE_WORKER", municipality), "")
                        .body())
                .contains("Deze rol is er niet.");
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
        return addUserWithRole(name, role(role, municipality), organisation);
    }

    private HttpResponse<String> addUserWithRole(String name, String role, String organisation) {
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
                "groups",
                rights.whole(municipality).id().toString(),
                "organisation",
                organisation,
                "language",
                "EN");
    }

    /** Saves the user's page as it opens, but for these fields. */
    private HttpResponse<String> change(TestUser user, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", versionOf(user));
        form.put("displayName", "Test User");
        form.put("role", roleOf(user));
        form.put("groups", rights.whole(municipality).id().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        browser.get("/admin/users/" + user.id());
        return browser.post(
                "/admin/users/" + user.id(),
                form.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private String role(String standard, UUID organisation) {
        return rights.role(Optional.of(organisation), StandardRole.valueOf(standard))
                .id()
                .toString();
    }

    private void takeFromAdministrators(Permission permission) {
        String role = role("ADMINISTRATOR", municipality);
        SystemActor.run(() -> roles.change(
                        UUID.fromString(role),
                        0,
                        new ManagedRoles.Wanted(
                                "",
                                StandardRole.ADMINISTRATOR.permissions().stream()
                                        .filter(one -> one != permission)
                                        .collect(Collectors.toSet())))
                .orThrow());
    }

    private String versionOf(TestUser user) {
        return one("select version::text from access_user where username = ?", user.username());
    }

    private String roleOf(TestUser user) {
        return one("select role_id::text from access_user where username = ?", user.username());
    }

    private String idOf(String name) {
        return one("select id::text from access_user where username = ?", name);
    }

    private String one(String sql, String name) {
        return database.sql(sql).param(name).query(String.class).single();
    }

    private List<UUID> groupsOf(String name) {
        return database.sql("""
                        select group_id from access_user_group where user_id = (select id from access_user where username = ?)
                        """).param(name).query(UUID.class).list();
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
