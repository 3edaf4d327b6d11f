package io.traject.access;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Reach.Part;
import io.traject.access.rights.StandardRights;
import io.traject.kernel.Ids;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestMunicipalities;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrajectTest
class RolesAndGroupsPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestMunicipalities municipalities;

    @Autowired
    StandardRights rights;

    @Autowired
    Tree tree;

    @Autowired
    OrganisationTree reach;

    @Autowired
    JdbcClient database;

    private UUID organisation;
    private UUID folder;
    private UUID inner;
    private TestUser administrator;
    private Browser browser;

    @BeforeEach
    void open() {
        organisation = municipalities.register().id();
        folder = add(organisation, "Regio Noord");
        inner = add(folder, "Regio Noord-Oost");
        administrator = accounts.user(StandardRole.ADMINISTRATOR, organisation);
        browser = new Browser(port).signedIn(administrator);
        browser.get("/admin/roles");
    }

    @Test
    void shouldReachWhatLiesBelowInTheTree() {
        UUID foreign = municipalities.register().id();

        assertThat(reach.covers(Set.of(new Part(folder, true)), inner)).isTrue();
        assertThat(reach.covers(Set.of(new Part(folder, false)), folder)).isTrue();
        assertThat(reach.covers(Set.of(new Part(folder, false)), inner)).isFalse();
        assertThat(reach.covers(Set.of(new Part(folder, true)), organisation)).isFalse();
        assertThat(reach.covers(Set.of(new Part(organisation, true)), foreign)).isFalse();
        assertThat(reach.covers(Set.of(), folder)).isFalse();
    }

    @Test
    void shouldMakeARoleByCopyingAndDeleteItAgain() {
        HttpResponse<String> made = send(
                "/admin/roles/" + role(StandardRole.PLANNER) + "/copy",
                "name",
                "Planner Noord",
                "permissions",
                "CASES_VIEW");
        String page = location(made);

        assertThat(page).startsWith("/admin/roles/");
        assertThat(browser.get("/admin/roles").body()).contains("Planner Noord", "Eigen rol");
        assertThat(browser.get("/admin/users/new").body()).contains("Planner Noord");
        assertThat(send(
                                "/admin/roles/" + role(StandardRole.AUDITOR) + "/copy",
                                "name",
                                "planner noord",
                                "permissions",
                                "CASES_VIEW")
                        .body())
                .contains("Er is al een rol die planner noord heet.");
        assertThat(location(send(page + "/deletion"))).startsWith("/admin/roles");
        assertThat(browser.get("/admin/roles").body()).doesNotContain("Planner Noord");
    }

    @Test
    void shouldEditAStandardRoleAtOnceAndRestoreIt() {
        TestUser planner = accounts.user(StandardRole.PLANNER, organisation);
        Browser theirs = new Browser(port).signedIn(planner);
        UUID role = role(StandardRole.PLANNER);
        assertThat(theirs.get("/cases").statusCode()).isEqualTo(200);

        send("/admin/roles/" + role, "name", "x", "version", "0", "permissions", "ORGANISATION_VIEW");

        assertThat(theirs.get("/cases").statusCode()).isEqualTo(403);
        assertThat(browser.get("/admin/roles").body()).contains("Standaard, aangepast");
        assertThat(location(send("/admin/roles/" + role + "/restoration"))).isEqualTo("/admin/roles/" + role);
        assertThat(theirs.get("/cases").statusCode()).isEqualTo(200);
        assertThat(browser.get("/admin/roles").body()).doesNotContain("Standaard, aangepast");
    }

    @Test
    void shouldSayWhatSomebodyElseChangedInTheRole() {
        UUID role = role(StandardRole.AUDITOR);
        send("/admin/roles/" + role, "name", "x", "version", "0", "permissions", "CASES_VIEW");

        String late = send("/admin/roles/" + role, "name", "x", "version", "0", "permissions", "TASKS_WORK")
                .body();

        assertThat(late).contains("Iemand anders heeft dit intussen gewijzigd", "Dossiers inzien", "Taken uitvoeren");
        assertThat(permissions(role)).containsExactly("CASES_VIEW");
    }

    @Test
    void shouldRefuseWhatARoleMayNotHold() {
        String manager = "/admin/roles/" + role(StandardRole.DEPARTMENT_MANAGER);

        assertThat(send(manager, "name", "x", "version", "0", "permissions", "MEDICAL_VIEW")
                        .body())
                .contains("kan geen medische gegevens openen");
        assertThat(send(manager + "/copy", "name", "Chef", "permissions", "MEDICAL_EDIT")
                        .body())
                .contains("kan geen medische gegevens openen");
        assertThat(send(manager, "name", "x", "version", "0", "permissions", "OPERATIONS")
                        .body())
                .contains("U kunt geen rechten geven die u zelf niet hebt");
        assertThat(send(manager, "name", "x", "version", "0").body()).contains("ten minste één recht");
        // Mass assignment: neither side nor organisation can be sent along.
        send(
                manager,
                "name",
                "x",
                "version",
                "0",
                "permissions",
                "ORGANISATION_VIEW",
                "employerSide",
                "false",
                "standard",
                "");
        assertThat(browser.get(manager).body()).contains("aan de kant van de werkgever");
    }

    @Test
    void shouldKeepSomeoneWhoAdministers() {
        String role = "/admin/roles/" + role(StandardRole.ADMINISTRATOR);

        assertThat(send(role, "name", "x", "version", "0", "permissions", "CASES_VIEW")
                        .body())
                .contains("Er zou niemand overblijven");

        assertThat(browser.get("/admin/roles").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldGiveAGroupItsPartsOfTheTree() {
        String group = location(send("/admin/groups/new", "name", "Noord"));
        UUID id = UUID.fromString(group.substring(group.lastIndexOf('/') + 1));

        assertThat(browser.get(group).body()).contains("haar gebruikers zien niets", "Regio Noord");
        assertThat(browser.get(group + "?at=" + folder).body()).contains("Regio Noord-Oost");
        assertThat(browser.get(group + "?q=oost").body())
                .contains("Regio Noord-Oost")
                .contains("› Regio Noord");
        send(group + "/parts", "node", inner.toString(), "withBelow", "true");
        send(group + "/parts", "node", folder.toString());
        assertThat(partsOf(id)).containsExactlyInAnyOrder(inner + " true", folder + " false");
        send(group + "/parts", "node", folder.toString(), "withBelow", "true");
        send(group + "/parts/removal", "node", inner.toString());
        assertThat(partsOf(id)).containsExactly(folder + " true");
        assertThat(location(send(group + "/deletion"))).startsWith("/admin/groups");
        assertThat(browser.get(group).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldTakeNoPartOfAnotherOrganisationIntoAGroup() {
        UUID foreign = municipalities.register().id();
        UUID theirFolder = add(foreign, "Elders");
        String group = location(send("/admin/groups/new", "name", "Elders"));

        for (UUID node : List.of(foreign, theirFolder, UUID.randomUUID())) {
            assertThat(send(group + "/parts", "node", node.toString(), "withBelow", "true")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.get(group + "?at=" + node).statusCode()).isEqualTo(404);
        }
        assertThat(send("/admin/groups/new", "name", "Daar", "organisation", foreign.toString())
                        .statusCode())
                .isEqualTo(302);
        assertThat(database.sql("select organisation_id from access_group where name = 'Daar' and organisation_id = ?")
                        .param(foreign)
                        .query(UUID.class)
                        .list())
                .isEmpty();
    }

    @Test
    void shouldLeaveTheGroupOfTheWholeOrganisationAsItIs() {
        UUID whole = rights.whole(organisation).id();
        String group = "/admin/groups/" + whole;

        send(group + "/parts", "node", folder.toString());
        send(group + "/parts/removal", "node", organisation.toString());
        send(group + "/deletion");
        assertThat(send(group, "name", "Anders", "version", "0").body()).contains("blijft zoals zij is");

        assertThat(partsOf(whole)).containsExactly(organisation + " true");
    }

    @Test
    void shouldBeForAdministratorsOfTheWholeOrganisation() {
        for (TestUser user : List.of(
                accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation),
                accounts.user(StandardRole.ADMINISTRATOR, organisation, new Part(folder, true)))) {
            Browser other = new Browser(port).signedIn(user);
            Stream.of("/admin/users", "/admin/users/new", "/admin/roles", "/admin/groups", "/admin/groups/new")
                    .forEach(page ->
                            assertThat(other.get(page).statusCode()).as(page).isEqualTo(403));
            assertThat(other.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldLetTheInstallationsAdministratorChooseTheOrganisation() {
        Browser installation = new Browser(port).signedIn(accounts.installationAdministrator());

        assertThat(installation.get("/admin/roles").body()).contains("Kies een organisatie");
        assertThat(installation.get("/admin/roles?organisation=" + organisation).body())
                .contains("Leidinggevende van een afdeling");
        assertThat(installation
                        .get("/admin/users/new?organisation=" + organisation)
                        .body())
                .contains("Behandelaar", "Hele organisatie");
        assertThat(installation
                        .get("/admin/groups?organisation=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldBeReadableInBothLanguagesOnAnyScreen() {
        String group = location(send("/admin/groups/new", "name", "Noord"));
        send(group + "/parts", "node", folder.toString(), "withBelow", "true");
        TestUser user = accounts.user(StandardRole.EMPLOYER_USER, organisation, new Part(inner, true));
        List<String> pages = List.of(
                "/admin/users",
                "/admin/users/new",
                "/admin/users/" + user.id(),
                "/admin/roles",
                "/admin/roles/" + role(StandardRole.DEPARTMENT_MANAGER),
                "/admin/roles/" + role(StandardRole.PLANNER) + "/copy",
                "/admin/groups",
                "/admin/groups/new",
                group);
        List<String> complaints = new ArrayList<>();
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate("http://localhost:" + port + "/sign-in");
            page.fill("[name=username]", administrator.username());
            page.fill("[name=password]", administrator.password());
            page.click("main button[type=submit]");
            for (int width : new int[] {1280, 390}) {
                page.setViewportSize(width, 900);
                for (int i = 0; i < pages.size(); i++) {
                    page.navigate("http://localhost:" + port + pages.get(i));
                    TestBrowser.assertAccessible(page);
                    TestBrowser.shoot(page, "access-" + i + "-" + width);
                }
            }
            database.sql("update access_user set language = 'EN', version = version + 1 where id = ?")
                    .param(administrator.id())
                    .update();
            page.navigate("http://localhost:" + port + group);
            assertThat(page.textContent("main")).contains("Parts of this group", "with everything below");
            TestBrowser.assertAccessible(page);
        }
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /** Sends what the page that was seen last would send. */
    private HttpResponse<String> send(String path, String... fields) {
        return browser.post(path, fields);
    }

    private UUID add(UUID parent, String name) {
        return tree.add(NodeKind.FOLDER, parent, Ids.next(), name).orThrow().id();
    }

    private UUID role(StandardRole standard) {
        return rights.role(Optional.of(organisation), standard).id();
    }

    private List<String> permissions(UUID role) {
        return database.sql("select permission from access_role_permission where role_id = ?")
                .param(role)
                .query(String.class)
                .list();
    }

    private List<String> partsOf(UUID group) {
        return database.sql("select node_id || ' ' || with_below from access_group_part where group_id = ?")
                .param(group)
                .query(String.class)
                .list();
    }
}
