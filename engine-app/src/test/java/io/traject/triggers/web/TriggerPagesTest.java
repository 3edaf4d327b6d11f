package io.traject.triggers.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.traject.access.StandardRole;
import io.traject.rules.bookings.BookingConstraints;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.TestTriggerRoom;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a draft to what runs, and what it said before. */
@TrajectTest
class TriggerPagesTest {

    private static final String NEW = "/admin/triggers/new";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    private UUID organisation;
    private TestUser administrator;
    private Browser browser;

    @BeforeEach
    void signIn() {
        organisation = cases.municipality();
        administrator = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation);
        browser = new Browser(port).signedIn(administrator);
        browser.get(NEW);
    }

    @Test
    void shouldBeTestedThenPublishedThenStopped() {
        assertThat(browser.get("/admin/triggers").body()).contains("Nog geen triggers", "Maak een trigger");
        browser.get(NEW);
        String page = letter();
        assertThat(browser.get(page + "/publication").body()).contains("Test het concept eerst");

        browser.get(page + "/test");
        String tried = browser.post(
                        page + "/test", "f.event.amount", "19", "f.testing.place", "p1", "b.testing.place", "p2")
                .body();
        assertThat(tried)
                .contains(
                        "De trigger gaat niet af",
                        "Klopt niet",
                        "gezien: 19",
                        "gezien: Haarlem",
                        "daarvoor: Zwolle &lt;b&gt;")
                .contains("Als hij afging, werd gedaan", "At 19");
        assertThat(browser.post(
                                page + "/test",
                                "f.event.amount",
                                "20",
                                "f.testing.place",
                                "p1",
                                "b.testing.place",
                                "p2")
                        .body())
                .contains("De trigger gaat af", "Dan wordt gedaan", "At 20");
        assertThat(browser.post(page + "/test", "f.event.amount", "many").body())
                .contains("Deze waarde past niet bij het gegeven.", "value=\"many\"");

        String publication = browser.get(page + "/publication").body();
        assertThat(publication).contains("Loopt vanaf de volgende gebeurtenis.");
        String version = field(publication, "version");
        assertThat(Browser.location(browser.post(page + "/publication", "version", version)))
                .isEqualTo(page);
        assertThat(browser.get(page).body()).contains("versie 1 loopt", "Gepubliceerd 1");
        assertThat(browser.post(page + "/publication", "version", version).statusCode())
                .isEqualTo(409);
        assertThat(browser.get("/admin/triggers?state=PUBLISHED").body()).contains("Letter");
        assertThat(browser.get("/admin/triggers?state=RETIRED").body()).contains("Geen trigger gevonden");

        browser.post(
                page + "/retirement",
                "version",
                field(browser.get(page + "/retirement").body(), "version"));
        assertThat(browser.get(page).body()).contains("Letter is gestopt.", "Gestopt 1");
        browser.post(
                page + "/deletion",
                "version",
                field(browser.get(page + "/deletion").body(), "version"));
        assertThat(browser.get("/admin/triggers").body()).contains("Letter is verwijderd.");
        assertThat(browser.get(page + "/edit").statusCode()).isEqualTo(404);
        assertThat(browser.get("/admin/triggers/deleted").body()).contains("Letter", page);
        assertThat(browser.get(page).body())
                .contains("Deze trigger is verwijderd", "Versies")
                .doesNotContain(page + "/edit", page + "/deletion");
        assertThat(new Browser(port)
                        .signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, cases.municipality()))
                        .get(page)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldAskToAgreeToALoop() {
        publish(save("There", TestTriggerRoom.HAPPENED, "a.0.kind", "testing-ping"));
        String back = save("Back <b>", TestTriggerRoom.PINGED, "a.0.kind", "testing-echo");
        browser.get(back + "/test");
        browser.post(back + "/test");

        String asked = browser.get(back + "/publication").body();
        assertThat(asked).contains("Ik ga akkoord met deze kring: Back &lt;b&gt; → There");
        browser.post(back + "/publication", "version", field(asked, "version"));
        assertThat(browser.get(back + "/publication").body()).contains("Ga daar uitdrukkelijk mee akkoord");
        browser.post(back + "/publication", "version", field(asked, "version"), "agreed", field(asked, "agreed"));
        assertThat(browser.get(back).body()).contains("versie 1 loopt");
        String own = save("Echo", TestTriggerRoom.HAPPENED, "a.0.kind", "testing-echo");
        browser.get(own + "/test");
        browser.post(own + "/test");
        assertThat(browser.get(own + "/publication").body()).contains("zou zichzelf steeds opnieuw laten afgaan");
    }

    @Test
    void shouldShowWhatIsDifferent() {
        String page = publish(letter());
        String version = field(browser.get(page + "/edit").body(), "version");
        browser.post(
                page + "/edit",
                fields(
                        TestTriggerRoom.HAPPENED,
                        "name",
                        "Letter",
                        "version",
                        version,
                        "until",
                        "2027-12-31",
                        "comment",
                        "A new limit",
                        "c.0.kind",
                        "TEST",
                        "c.0.field",
                        "event.amount",
                        "c.0.operator",
                        "AT_LEAST",
                        "c.0.value",
                        "30",
                        "c.1.kind",
                        "TEST",
                        "c.1.field",
                        "testing.place",
                        "c.1.operator",
                        "CHANGED",
                        "a.0.kind",
                        "testing-note",
                        "a.0.s.title",
                        "At {{event.amount}}",
                        "a.0.s.text",
                        "Hello",
                        "a.1.kind",
                        "testing-ping"));

        String difference = browser.get(page + "/versions?from=1&to=2").body();

        assertThat(difference)
                .contains("event.amount is ten minste 20</del>", "event.amount is ten minste 30</ins>")
                .contains(
                        "Geldig tot en met: 2027-12-31</ins>", "text: Hello</ins>", "testing-ping</ins>", "A new limit")
                .contains("<span class=\"breakable\">testing.place is gewijzigd</span>");
        assertThat(browser.get(page + "/versions?from=1&to=9").statusCode()).isEqualTo(404);
        assertThat(browser.get(page + "/edit?version=1").body())
                .contains("Dit is wat versie 1 zei.")
                .contains("value=\"20\"");
    }

    @Test
    void shouldHideWhatIsMedicalFromWhoMayNotSeeIt() {
        String page = save(
                "Score",
                TestTriggerRoom.HAPPENED,
                "c.0.kind",
                "TEST",
                "c.0.source",
                "score",
                "c.0.questionnaire",
                "health",
                "c.0.question",
                "strain",
                "c.0.operator",
                "AT_LEAST",
                "c.0.value",
                "20",
                "a.0.kind",
                "testing-note",
                "a.0.s.title",
                "Call");
        browser.get(page + "/test");

        assertThat(browser.post(page + "/test", "f.score.health.strain", "21").body())
                .contains("De trigger gaat af", "waarde verborgen: medisch")
                .doesNotContain("gezien: 21");
        Browser everything = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, organisation));
        everything.get(page + "/test");
        assertThat(everything
                        .post(page + "/test", "f.score.health.strain", "21")
                        .body())
                .contains("gezien: 21");
    }

    @Test
    void shouldExportAndShowWhatAnImportWouldMake() throws Exception {
        String page = letter();

        HttpResponse<String> exported = browser.get(page + "/export.json");

        assertThat(exported.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        assertThat(exported.body()).contains("\"traject-triggers\"", "Letter");
        assertThat(browser.get("/admin/triggers/export.json").body()).contains("Letter");
        assertThat(browser.get("/admin/triggers/import").body()).contains("Bestand met triggers");
        assertThat(browser.get("/admin/triggers/rule-sets").body())
                .contains("Wanneer een werkgever volledig is geregistreerd", "Handelsregisterwet 2007");
    }

    /** Each of them, in its words: what refuses an appointment must be found here. */
    @Test
    void shouldListTheConstraintsOfBookings() {
        String page = browser.get("/admin/triggers/rule-sets").body();
        String bookings = page.substring(page.indexOf("Wanneer een afspraak kan"));
        String set = bookings.substring(0, bookings.indexOf("</section>"));

        assertThat(set.split("<dt>"))
                .hasSize(1 + new BookingConstraints().rules().size());
        assertThat(set)
                .contains(
                        "De afspraak ligt in de toekomst",
                        "Wat al voorbij is, kan niet meer worden gepland.",
                        "De afspraak is alleen op zaterdag als het oproepverzoek dat toestaat",
                        "De afspraak is alleen op zondag als het oproepverzoek dat toestaat",
                        "De werknemer heeft dan geen andere afspraak",
                        "De afspraak ligt hooguit twee jaar vooruit");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void shouldLookRight(int width) throws Exception {
        String page = publish(letter());
        String version = field(browser.get(page + "/edit").body(), "version");
        browser.post(
                page + "/edit",
                fields(
                        TestTriggerRoom.HAPPENED,
                        "name",
                        "Letter",
                        "version",
                        version,
                        "comment",
                        "A new limit",
                        "description",
                        "Who has more than the limit gets a letter.",
                        "c.0.kind",
                        "TEST",
                        "c.0.field",
                        "event.amount",
                        "c.0.operator",
                        "AT_LEAST",
                        "c.0.value",
                        "many",
                        "c.1.kind",
                        "not:ANY",
                        "c.1.0.kind",
                        "TEST",
                        "c.1.0.field",
                        "testing.place",
                        "c.1.0.operator",
                        "ONE_OF",
                        "c.1.0.value",
                        "p1",
                        "c.1.1.kind",
                        "TEST",
                        "c.1.1.source",
                        "answer",
                        "c.1.1.questionnaire",
                        "health",
                        "c.1.1.question",
                        "smoking",
                        "c.1.1.operator",
                        "CONTAINS",
                        "c.1.1.value",
                        "yes",
                        "c.2.kind",
                        "TEST",
                        "c.2.source",
                        "score",
                        "c.2.questionnaire",
                        "health",
                        "c.2.question",
                        "strain",
                        "c.2.operator",
                        "AT_LEAST",
                        "c.2.value",
                        "20",
                        "a.0.kind",
                        "testing-note",
                        "a.0.s.title",
                        "At {{event.amount}}",
                        "a.0.s.text",
                        "Hello",
                        "a.1.kind",
                        "testing-ping"));
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page look = visitor.newPage();
            look.navigate("http://localhost:" + port + "/sign-in");
            look.fill("#username", administrator.username());
            look.fill("#password", administrator.password());
            look.click("main button[type=submit]");
            for (String path : List.of(
                    "/admin/triggers",
                    NEW,
                    page,
                    page + "/edit",
                    page + "/test?all=true",
                    page + "/publication",
                    page + "/versions?from=1&to=2",
                    page + "/deletion",
                    "/admin/triggers/import",
                    "/admin/triggers/deleted",
                    "/admin/triggers/rule-sets")) {
                look.navigate("http://localhost:" + port + path);
                look(
                        look,
                        path.replaceAll("[0-9a-f-]{36}", "one")
                                .replaceAll("/admin/triggers|[/?=&]", "-")
                                .replaceAll("-+", "-"),
                        width);
            }
            useTheEditor(look, page, width);
            look.navigate("http://localhost:" + port + "/admin/triggers/import");
            look.setInputFiles(
                    "#file",
                    new FilePayload(
                            "older.json",
                            "application/json",
                            Files.readString(Path.of("src/test/resources/triggers/older/unknown.json"))
                                    .replace("Van vroeger", HOSTILE)
                                    .replace("sendFax", HOSTILE)
                                    .replace("De fax is leesbaar", HOSTILE)
                                    .getBytes(StandardCharsets.UTF_8)));
            look.click("main form button[type=submit]");
            look(look, "import-preview", width);
            assertThat(look.content()).contains("Deze gebeurtenis is er niet meer");
            assertThat(look.locator("main img").count()).isZero();
            look.click("main form button[type=submit]");
            assertThat(look.content()).contains("Eén concept is gemaakt.");
            assertThat(look.locator("main").innerText()).contains(HOSTILE);
            assertThat(look.locator("main img").count()).isZero();
        }
    }

    /** With JavaScript: the choices follow, and the keyboard stays where it was. */
    private void useTheEditor(Page look, String page, int width) {
        look.navigate("http://localhost:" + port + page + "/edit");
        look.click("#c-add");
        look.waitForSelector("#c-3");
        assertThat(look.evaluate("document.activeElement.id")).isEqualTo("c-3");
        look.selectOption("#c-3", "event.sure");
        look.waitForSelector("#c-3-value");
        look.selectOption("#c-3-value", "true");
        look.click("#c-3-up");
        look.waitForSelector("#c-2[name='c.2.field']");
        assertThat(look.inputValue("#c-2")).isEqualTo("event.sure");
        assertThat(look.evaluate("document.activeElement.id")).isEqualTo("c-2-up");
        look(look, "edit-at-work", width);
        look.fill("#c-0-value", "20");
        look.press("#c-0-value", "Enter");
        look.waitForURL("**" + page);
    }

    private static void look(Page page, String name, int width) {
        TestBrowser.shoot(page, "triggers-" + name + "-" + width);
        TestBrowser.assertAccessible(page);
    }

    private String letter() {
        return save(
                "Letter",
                TestTriggerRoom.HAPPENED,
                "c.0.kind",
                "TEST",
                "c.0.field",
                "event.amount",
                "c.0.operator",
                "AT_LEAST",
                "c.0.value",
                "20",
                "c.1.kind",
                "TEST",
                "c.1.field",
                "testing.place",
                "c.1.operator",
                "CHANGED",
                "a.0.kind",
                "testing-note",
                "a.0.s.title",
                "At {{event.amount}}");
    }

    private String save(String name, String event, String... more) {
        browser.get(NEW);
        List<String> all = new ArrayList<>(List.of("name", name));
        all.addAll(List.of(more));
        HttpResponse<String> answer = browser.post(NEW, fields(event, all.toArray(String[]::new)));
        assertThat(answer.statusCode()).isEqualTo(302);
        browser.get(Browser.location(answer));
        return Browser.location(answer).replace("/edit", "");
    }

    private String publish(String page) {
        browser.get(page + "/test");
        browser.post(page + "/test");
        String asked = browser.get(page + "/publication").body();
        assertThat(Browser.location(browser.post(page + "/publication", "version", field(asked, "version"))))
                .isEqualTo(page);
        return page;
    }

    private static String[] fields(String event, String... more) {
        List<String> all = new ArrayList<>(List.of("do", "save", "event", event, "c.kind", "ALL"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String field(String body, String name) {
        Matcher value =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }
}
