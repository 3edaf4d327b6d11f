package io.traject.organisation.tree;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.kernel.Ids;
import io.traject.organisation.RegisterProvider;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The organisation on pages and over REST: what one reaches, and what one changes there. */
@TrajectTest
class OrganisationPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    RegisterProvider registerProvider;

    @Autowired
    Tree tree;

    private UUID provider;
    private Node north;
    private Node shipyard;
    private Node quay;
    private Node welding;
    private Node painting;

    @BeforeEach
    void buildATree() {
        provider = SystemActor.call(() -> registerProvider.register("Arbodienst " + UUID.randomUUID()))
                .orThrow()
                .id();
        north = add(NodeKind.FOLDER, provider, "Noord");
        shipyard = add(NodeKind.EMPLOYER, north.id(), "Scheepswerf De Hoop");
        quay = add(NodeKind.ESTABLISHMENT, shipyard.id(), "Kade 1");
        welding = add(NodeKind.DEPARTMENT, quay.id(), "Laswerkplaats");
        painting = add(NodeKind.DEPARTMENT, shipyard.id(), "Schilders");
    }

    @Test
    void shouldOpenLevelByLevelWithoutScript() {
        Browser browser = signedIn(administrator());

        String closed = browser.get("/organisation").body();
        assertThat(closed).contains("Noord").doesNotContain("Scheepswerf");

        String open = browser.get(toggle(closed, north)).body();
        assertThat(open).contains("Scheepswerf De Hoop").doesNotContain("Kade 1");
        assertThat(browser.get(toggle(open, north)).body()).contains("Noord").doesNotContain("Scheepswerf");
        assertThat(location(browser.get("/organisation/" + welding.id()))).isEqualTo("/departments/" + welding.id());
        assertThat(browser.get("/employers/" + shipyard.id()).body()).contains("Kade 1", "Schilders");
    }

    @Test
    void shouldShowNoMoreThanTheNamesOfWhatLiesAboveTheReach() {
        Browser manager =
                signedIn(accounts.user(StandardRole.DEPARTMENT_MANAGER, provider, new Reach.Part(welding.id(), true)));

        String page = manager.get("/departments/" + welding.id()).body();

        assertThat(page).contains("Scheepswerf De Hoop", "Kade 1", "Noord");
        for (Node above : new Node[] {north, shipyard, quay}) {
            assertThat(page).doesNotContain(above.id().toString());
        }
        for (String beyond : new String[] {
            "/organisation/" + provider,
            "/organisation/" + north.id(),
            "/employers/" + shipyard.id(),
            "/establishments/" + quay.id(),
            "/departments/" + painting.id(),
            "/departments/" + UUID.randomUUID()
        }) {
            assertThat(manager.get(beyond).statusCode()).as(beyond).isEqualTo(404);
        }
        assertThat(manager.get("/organisation?open=" + shipyard.id()).body())
                .contains("Laswerkplaats")
                .doesNotContain("Schilders");
        assertThat(manager.get("/organisation?q=s").body())
                .contains("/departments/" + welding.id())
                .doesNotContain("Schilders")
                .doesNotContain("/employers/");
    }

    @Test
    void shouldReachANodeWithoutWhatLiesBelow() {
        Browser alone =
                signedIn(accounts.user(StandardRole.EMPLOYER_USER, provider, new Reach.Part(shipyard.id(), false)));

        assertThat(alone.get("/employers/" + shipyard.id()).body()).doesNotContain("Kade 1");
        assertThat(alone.get("/establishments/" + quay.id()).statusCode()).isEqualTo(404);
        assertThat(alone.get("/organisation").body())
                .contains("Scheepswerf De Hoop")
                .doesNotContain("toggle-");
    }

    @Test
    void shouldAddRenameMoveArchiveAndBringBack() {
        Browser browser = signedIn(administrator());
        String adding = "/organisation/" + shipyard.id() + "/parts/new?kind=department";
        browser.get(adding);

        assertThat(location(browser.post(adding, "name", " Hijskranen ", "code", "H1", "version", "0")))
                .isEqualTo("/employers/" + shipyard.id());
        Node cranes = child(shipyard, "Hijskranen");
        browser.get(adding);
        assertThat(browser.post(adding, "name", "hijskranen", "code", "", "version", "0")
                        .body())
                .contains("Hier staat al een onderdeel van deze soort met de naam hijskranen");
        assertThat(browser.post(adding, "name", "", "code", "", "version", "0").body())
                .contains("Vul de naam in.");

        String moving = "/organisation/" + cranes.id() + "/move";
        assertThat(browser.get(moving).body())
                .contains("Kade 1", "Laswerkplaats", "Schilders")
                .doesNotContain("value=\"" + north.id());
        assertThat(location(browser.post(moving, "to", quay.id().toString(), "version", "0")))
                .isEqualTo("/departments/" + cranes.id());
        assertThat(tree.path(cranes.id())).contains(quay);
        assertThat(browser.post(moving, "to", "", "version", "1").body())
                .contains("Kies waar het onder komt te staan.");

        String archiving = "/organisation/" + cranes.id() + "/archiving";
        assertThat(browser.get(archiving).body()).contains("Kade 1");
        assertThat(location(browser.post(archiving, "version", "1"))).isEqualTo("/establishments/" + quay.id());
        assertThat(browser.get("/establishments/" + quay.id()).body()).contains("Eén gearchiveerd onderdeel");
        browser.post("/organisation/" + cranes.id() + "/restoration", "version", "2");
        assertThat(tree.get(cranes.id()).archived()).isFalse();
    }

    @Test
    void shouldShowBothVersionsWhenTwoChangeAtOnce() {
        Browser browser = signedIn(administrator());
        String editing = "/organisation/" + welding.id() + "/edit";
        browser.get(editing);
        tree.rename(welding.id(), "Laswerkplaats Oost").orThrow();

        HttpResponse<String> answer = browser.post(editing, "name", "Lasserij", "code", "", "version", "0");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Laswerkplaats Oost", "Lasserij", "Intussen gewijzigd")
                .contains("name=\"version\" value=\"1\"");
        assertThat(location(browser.post(editing, "name", "Lasserij", "code", "", "version", "1")))
                .isEqualTo("/departments/" + welding.id());
        assertThat(tree.get(welding.id()).name()).isEqualTo("Lasserij");
    }

    @Test
    void shouldSayHowManyMoveAlongAndKeepAFolderWithEmployers() {
        add(NodeKind.FOLDER, provider, "Zuid");
        Browser browser = signedIn(administrator());

        assertThat(browser.get("/organisation/" + north.id() + "/move").body())
                .contains("Eén werkgever gaat mee.", "2 afdelingen gaan mee.", "Zuid");
        assertThat(browser.get("/organisation/" + north.id() + "/archiving").body())
                .contains("Er staat nog één werkgever onder")
                .doesNotContain("type=\"submit\" class=\"button button-primary\"");
        assertThat(browser.get("/organisation/" + provider + "/edit").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/organisation/" + shipyard.id() + "/archiving").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldLetNobodyChangeWhatMayOnlyBeSeen() {
        Browser manager =
                signedIn(accounts.user(StandardRole.DEPARTMENT_MANAGER, provider, new Reach.Part(welding.id(), true)));
        String page = manager.get("/departments/" + welding.id()).body();

        assertThat(page).doesNotContain("/organisation/" + welding.id());
        assertThat(manager.get("/organisation/" + welding.id() + "/edit").statusCode())
                .isEqualTo(403);
        assertThat(manager.post("/organisation/" + welding.id() + "/archiving", "version", "0")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldKeepPartsOverRest() {
        RestCaller program = new RestCaller(port, accounts.accessToken(provider, Permission.values()));
        String departments = "/api/v1/employers/" + shipyard.id() + "/departments";
        String key = UUID.randomUUID().toString();
        String body = RestCaller.json(
                Map.of("name", "Hijskranen", "code", "H1", "parentId", quay.id().toString()));

        HttpResponse<String> added = program.post(departments, body, "Idempotency-Key", key);

        assertThat(added.statusCode()).isEqualTo(201);
        String department = location(added);
        assertThat(added.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(location(program.post(departments, body, "Idempotency-Key", key)))
                .isEqualTo(department);
        assertThat(RestCaller.problem(program.post(departments, body))).isEqualTo("node-name-taken");
        assertThat(names(program.get(departments))).contains("Hijskranen", "Laswerkplaats", "Schilders");
        assertThat(names(program.get("/api/v1/folders?q=noo"))).contains("Noord");

        String change = RestCaller.json(Map.of("name", "Kranen"));
        assertThat(program.put(department, change).statusCode()).isEqualTo(428);
        assertThat(program.put(department, change, "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);
        assertThat(program.put(department, change, "If-Match", "\"0\"").statusCode())
                .isEqualTo(412);

        String elsewhere = RestCaller.json(Map.of("parentId", north.id().toString()));
        HttpResponse<String> refused = program.post(department + "/move", elsewhere);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(RestCaller.problem(refused)).isEqualTo("node-not-here");
        String toEmployer = RestCaller.json(Map.of("parentId", shipyard.id().toString()));
        assertThat(RestCaller.json(program.post(department + "/move", toEmployer))
                        .get("parentId")
                        .asString())
                .isEqualTo(shipyard.id().toString());
        assertThat(RestCaller.json(program.post(department + "/archiving", "{}"))
                        .get("archived")
                        .asBoolean())
                .isTrue();
        assertThat(program.post(department + "/restoration", "{}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(program.get("/api/v1/establishments/" + welding.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldKeepPartsOfOneEmployerApartFromAnothersOverRest() {
        Node bakery = add(NodeKind.EMPLOYER, north.id(), "Bakkerij");
        RestCaller program = new RestCaller(port, accounts.accessToken(provider, Permission.values()));
        UUID other = SystemActor.call(() -> registerProvider.register("Arbodienst " + UUID.randomUUID()))
                .orThrow()
                .id();
        RestCaller stranger = new RestCaller(port, accounts.accessToken(other, Permission.values()));
        String inQuay =
                RestCaller.json(Map.of("name", "Ovens", "parentId", quay.id().toString()));

        assertThat(program.post("/api/v1/employers/" + bakery.id() + "/departments", inQuay)
                        .statusCode())
                .isEqualTo(404);
        assertThat(RestCaller.problem(program.post(
                        "/api/v1/departments/" + painting.id() + "/move",
                        RestCaller.json(Map.of("parentId", bakery.id().toString())))))
                .isEqualTo("node-other-employer");
        assertThat(stranger.post(
                                "/api/v1/folders",
                                RestCaller.json(Map.of(
                                        "name",
                                        "Mijn map",
                                        "parentId",
                                        north.id().toString())))
                        .statusCode())
                .isEqualTo(404);
        assertThat(names(stranger.get("/api/v1/folders"))).isEmpty();
        assertThat(new RestCaller(port, accounts.accessToken(provider, Permission.ORGANISATION_VIEW))
                        .post("/api/v1/employers/" + bakery.id() + "/departments", "{\"name\":\"Ovens\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldLetProvidersInByTheInstallationsAdministrator() {
        Browser installation = signedIn(accounts.installationAdministrator());
        String name = "Arbodienst " + UUID.randomUUID();
        installation.get("/admin/providers/new");

        assertThat(location(installation.post("/admin/providers/new", "name", name, "version", "0")))
                .isEqualTo("/admin/municipalities");
        installation.get("/admin/providers/new");
        assertThat(installation
                        .post("/admin/providers/new", "name", name.toUpperCase(), "version", "0")
                        .body())
                .contains("Er is al een arbodienst");
        assertThat(installation
                        .get("/admin/municipalities?size=200&sort=-createdAt")
                        .body())
                .contains(name, "Arbodienst");
        assertThat(installation.get("/admin/users/new").body()).contains(name);
        assertThat(installation.get("/organisation").statusCode()).isEqualTo(403);
        assertThat(signedIn(administrator()).get("/admin/providers/" + provider).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void shouldLookRightAndWorkByKeyboard(int width) {
        add(NodeKind.FOLDER, provider, "Zuid");
        TestUser user = administrator();
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/sign-in");
            page.fill("#username", user.username());
            page.fill("#password", user.password());
            page.keyboard().press("Enter");
            page.waitForURL("**/");

            page.navigate("http://localhost:" + port + "/organisation");
            openByKeyboard(page, "Noord");
            openByKeyboard(page, "Scheepswerf De Hoop");
            openByKeyboard(page, "Kade 1");
            look(page, "organisation-tree", width);
            page.reload();
            assertThat(page.getByText("Laswerkplaats").isVisible()).isTrue();

            page.navigate("http://localhost:" + port + "/organisation?q=a&kind=department");
            look(page, "organisation-search", width);
            page.navigate("http://localhost:" + port + "/employers/" + shipyard.id());
            look(page, "organisation-employer", width);
            page.navigate("http://localhost:" + port + "/organisation/" + north.id() + "/move");
            look(page, "organisation-move", width);
            page.navigate("http://localhost:" + port + "/organisation/" + quay.id() + "/archiving");
            look(page, "organisation-archiving", width);
            page.navigate("http://localhost:" + port + "/organisation/" + welding.id() + "/edit");
            tree.rename(welding.id(), "Laswerkplaats Oost").orThrow();
            page.fill("#name", "Lasserij");
            page.keyboard().press("Enter");
            page.getByText("Intussen gewijzigd").waitFor();
            look(page, "organisation-conflict", width);
        }
    }

    private static void openByKeyboard(Page page, String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name + " openen"))
                .focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name + " sluiten"))
                .waitFor();
    }

    private static void look(Page page, String name, int width) {
        TestBrowser.shoot(page, name + "-" + width);
        TestBrowser.assertAccessible(page);
    }

    private TestUser administrator() {
        return accounts.user(StandardRole.ADMINISTRATOR, provider);
    }

    private Browser signedIn(TestUser user) {
        return new Browser(port).signedIn(user);
    }

    private Node add(NodeKind kind, UUID parent, String name) {
        return tree.add(kind, parent, Ids.next(), name).orThrow();
    }

    private Node child(Node parent, String name) {
        return tree.children(parent.id()).stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String toggle(String page, Node node) {
        var toggle = Pattern.compile("id=\"toggle-" + node.id() + "\"\\s+href=\"([^\"]+)\"")
                .matcher(page);
        assertThat(toggle.find()).isTrue();
        return toggle.group(1).replace("&amp;", "&");
    }

    private static List<String> names(HttpResponse<String> list) {
        return RestCaller.json(list)
                .get("items")
                .valueStream()
                .map((JsonNode item) -> item.get("name").asString())
                .toList();
    }
}
