package io.traject.organisation.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
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
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Contact persons of employers and establishments, by page and by REST. */
@TrajectTest
class ContactPersonsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    Tree tree;

    @Autowired
    ContactBook book;

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
    void shouldKeepOnePreferredPersonOfEachPlace() {
        add(newPage(), "Anna de Vries", "true");
        add(newPage(), "Bas Bakker", "true");

        assertThat(persons())
                .extracting(ContactPerson::name, ContactPerson::preferred)
                .containsExactly(tuple("Bas Bakker", true), tuple("Anna de Vries", false));
        assertThat(persons().getFirst().details().phone())
                .hasValueSatisfying(phone -> assertThat(phone.value()).isEqualTo("+31201234567"));
    }

    @Test
    void shouldSayBesideTheFieldWhatIsWrong() {
        browser.get(newPage());

        HttpResponse<String> refused =
                browser.post(newPage(), "name", " ", "email", "nobody", "phone", "12", "version", "0");

        assertThat(refused.body())
                .contains("Vul de naam in.", "Vul een e-mailadres in zoals", "Vul een telefoonnummer in zoals")
                .contains("value=\"nobody\"");
        assertThat(persons()).isEmpty();
    }

    @Test
    void shouldSayWhatSomebodyElseChangedAndBringBackWhatWasArchived() {
        add(newPage(), "Anna de Vries", "true");
        String page = "/contact-persons/" + persons().getFirst().id();
        browser.get(page);
        browser.post(page, "name", "Anna de Vries", "function", "HR-adviseur", "version", "0");

        assertThat(browser.post(page, "name", "Anna Jansen", "function", "", "version", "0")
                        .body())
                .contains("Iemand anders heeft dit intussen gewijzigd")
                .contains("<strong>Naam</strong>: nu Anna de Vries; u hebt ingevuld: Anna Jansen")
                .contains("<strong>Functie</strong>: nu HR-adviseur; u hebt ingevuld: niets")
                .doesNotContain("<strong>Taal</strong>");

        assertThat(Browser.location(browser.post(page + "/archiving", "version", "1")))
                .isEqualTo("/employers/" + employer + "#contact-persons");
        assertThat(persons()).singleElement().matches(ContactPerson::archived);
        browser.get(page);
        browser.post(page + "/restoration", "version", "2");
        assertThat(persons()).singleElement().matches(person -> !person.archived());
    }

    @Test
    void shouldBeKeptOverRest() {
        RestCaller program = new RestCaller(
                port, accounts.accessToken(organisation, Permission.ORGANISATION_VIEW, Permission.ORGANISATION_EDIT));
        String path = "/api/v1/employers/" + employer + "/contact-persons";

        HttpResponse<String> created = program.post(
                path,
                "{\"name\":\"Anna\",\"email\":\"anna@example.nl\",\"phone\":\"+31201234567\",\"language\":\"en\"}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location").orElseThrow()).startsWith("/api/v1/contact-persons/");
        assertThat(RestCaller.json(program.get(path))
                        .get("items")
                        .get(0)
                        .get("language")
                        .asString())
                .isEqualTo("en");
        HttpResponse<String> wrong = program.post(path, "{\"name\":\"Anna\",\"phone\":\"12\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(RestCaller.problem(wrong)).isEqualTo("contact-phone-invalid");
        String person = created.headers().firstValue("Location").orElseThrow();
        assertThat(program.post(person + "/archiving", "").statusCode()).isEqualTo(428);
        assertThat(program.post(person + "/archiving", "", "If-Match", "\"7\"").statusCode())
                .isEqualTo(412);
        assertThat(RestCaller.json(program.post(person + "/archiving", "", "If-Match", "\"0\""))
                        .get("archived")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void shouldBeThereOnlyWithinReach() {
        add(newPage(), "Anna de Vries", "false");
        String person = persons().getFirst().id().toString();
        RestCaller viewer = new RestCaller(port, accounts.accessToken(organisation, Permission.ORGANISATION_VIEW));
        RestCaller stranger = new RestCaller(port, accounts.accessToken(cases.municipality(), Permission.values()));

        assertThat(viewer.get("/api/v1/contact-persons/" + person).statusCode()).isEqualTo(200);
        assertThat(viewer.post("/api/v1/employers/" + employer + "/contact-persons", "{\"name\":\"B\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger.get("/api/v1/contact-persons/" + person).statusCode())
                .isEqualTo(404);
        assertThat(stranger.post("/api/v1/employers/" + employer + "/contact-persons", "{\"name\":\"B\"}")
                        .statusCode())
                .isEqualTo(404);
        Browser manager = new Browser(port).signedIn(accounts.user(StandardRole.DEPARTMENT_MANAGER, organisation));
        assertThat(manager.get("/contact-persons/" + person).statusCode()).isEqualTo(403);
        assertThat(browser.get("/employers/" + organisation + "/contact-persons/new")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void shouldLookRight(int width) {
        add(newPage(), "Anna de Vries", "true");
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page look = visitor.newPage();
            look.navigate("http://localhost:" + port + "/sign-in");
            look.fill("#username", administrator.username());
            look.fill("#password", administrator.password());
            look.click("main button[type=submit]");
            look.navigate("http://localhost:" + port + "/employers/" + employer);
            assertThat(look.textContent("#contact-persons")).contains("Anna de Vries", "Voorkeur", "020 123 4567");
            TestBrowser.assertAccessible(look);
            TestBrowser.shoot(look, "employer-panels-" + width);
            look.navigate("http://localhost:" + port + "/contact-persons/"
                    + persons().getFirst().id());
            TestBrowser.assertAccessible(look);
            TestBrowser.shoot(look, "contact-person-" + width);
        }
    }

    private void add(String page, String name, String preferred) {
        browser.get(page);
        assertThat(Browser.location(browser.post(
                        page,
                        "name",
                        name,
                        "function",
                        "HR",
                        "email",
                        "hr@example.nl",
                        "phone",
                        "020 123 4567",
                        "mobile",
                        "06 12345678",
                        "language",
                        "EN",
                        "preferred",
                        preferred,
                        "version",
                        "0")))
                .isEqualTo("/employers/" + employer + "#contact-persons");
    }

    private List<ContactPerson> persons() {
        return SystemActor.call(() -> book.of(employer));
    }

    private String newPage() {
        return "/employers/" + employer + "/contact-persons/new";
    }
}
