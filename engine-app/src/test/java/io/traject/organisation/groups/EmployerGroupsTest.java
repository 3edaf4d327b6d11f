package io.traject.organisation.groups;

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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Named sets of employers. */
@TrajectTest
class EmployerGroupsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    Tree tree;

    private UUID organisation;
    private UUID jansen;
    private TestUser administrator;
    private Browser browser;

    @BeforeEach
    void signIn() {
        organisation = cases.municipality();
        jansen = employer(organisation, "Jansen BV");
        employer(organisation, "Bakker 100% NV");
        administrator = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation);
        browser = new Browser(port).signedIn(administrator);
    }

    @Test
    void shouldKeepEmployersTogether() {
        String group = create("Holding");

        assertThat(browser.get(group + "/employers/new?q=100%25").body())
                .contains("Bakker 100% NV")
                .doesNotContain("Jansen BV");
        assertThat(Browser.location(browser.post(group + "/employers/new", "employer", jansen.toString())))
                .isEqualTo(group);
        assertThat(browser.get(group).body()).contains("Jansen BV", "Eén werkgever is toegevoegd.");
        assertThat(browser.get(group + "/employers/new").body()).doesNotContain("<span>Jansen BV</span>");

        browser.post(group + "/employers/" + jansen + "/removal");

        assertThat(browser.get(group).body()).contains("Nog geen werkgevers in deze groep");
        assertThat(browser.get(group + "/employers/new").body()).contains("Jansen BV");
    }

    @Test
    void shouldBeRenamedByOneAtATimeAndRemoved() {
        String group = create("Holding");
        create("Andere");
        browser.get(group + "/edit");

        assertThat(browser.post(group + "/edit", "name", "andere", "version", "0")
                        .body())
                .contains("Er is al een werkgevergroep met de naam andere.");
        browser.post(group + "/edit", "name", "Holding Zuid", "version", "0");
        assertThat(browser.post(group + "/edit", "name", "Holding Noord", "version", "0")
                        .body())
                .contains("<strong>Naam</strong>: nu Holding Zuid; u hebt ingevuld: Holding Noord");

        browser.get(group + "/removal");
        assertThat(Browser.location(browser.post(group + "/removal", "version", "1")))
                .isEqualTo("/employer-groups");
        assertThat(browser.get(group).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldKeepToTheOrganisationAndToWhoMayEdit() {
        String group = create("Holding");
        UUID elsewhere = employer(cases.municipality(), "Elders BV");
        Browser stranger = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, cases.municipality()));
        Browser planner = new Browser(port).signedIn(accounts.user(StandardRole.PLANNER, organisation));

        browser.get(group + "/employers/new");
        assertThat(browser.post(group + "/employers/new", "employer", elsewhere.toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get(group).statusCode()).isEqualTo(404);
        assertThat(stranger.get(group + "/employers/new").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/employer-groups").body()).doesNotContain("Holding");
        assertThat(planner.get(group).statusCode()).isEqualTo(200);
        assertThat(planner.get(group + "/edit").statusCode()).isEqualTo(403);
        assertThat(planner.get("/employer-groups/new").statusCode()).isEqualTo(403);
        planner.get(group);
        assertThat(planner.post(group + "/employers/new", "employer", jansen.toString())
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void shouldLookRight(int width) {
        String group = create("Holding");
        browser.get(group + "/employers/new");
        browser.post(group + "/employers/new", "employer", jansen.toString());
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page look = visitor.newPage();
            look.navigate("http://localhost:" + port + "/sign-in");
            look.fill("#username", administrator.username());
            look.fill("#password", administrator.password());
            look.click("main button[type=submit]");
            for (String page : new String[] {group, group + "/employers/new", group + "/edit", "/employer-groups"}) {
                look.navigate("http://localhost:" + port + page);
                TestBrowser.assertAccessible(look);
                TestBrowser.shoot(look, "groups" + page.replaceAll("/|[0-9a-f-]{36}", "-") + "-" + width);
            }
        }
    }

    private String create(String name) {
        browser.get("/employer-groups/new");
        String group = Browser.location(browser.post("/employer-groups/new", "name", name, "version", "0"));
        assertThat(group).startsWith("/employer-groups/");
        browser.get(group);
        return group;
    }

    private UUID employer(UUID parent, String name) {
        UUID id = Ids.next();
        tree.add(NodeKind.EMPLOYER, parent, id, name).orThrow();
        return id;
    }
}
