package io.traject.communication;

import static io.traject.testing.Browser.location;
import static io.traject.testing.TestBrowser.assertAccessible;
import static io.traject.testing.TestBrowser.shoot;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.StandardRole;
import io.traject.kernel.Language;
import io.traject.organisation.DemoMunicipality;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@TrajectTest
class TemplatePagesTest {

    private static final String LETTER = "/communication/templates/invitation-letter/nl";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    DemoMunicipality municipality;

    @Autowired
    InstallStandardTemplates standard;

    @Autowired
    Templates templates;

    @Autowired
    JdbcTemplate jdbc;

    private TestUser writer;
    private Browser browser;

    @BeforeEach
    void signIn() {
        municipality.load();
        writer = accounts.user(StandardRole.CASE_WORKER, DemoMunicipality.ID);
        browser = new Browser(port).signedIn(writer);
    }

    @Test
    void shouldOfferTheStandardTextWhereATemplateIsMissing() {
        jdbc.update("delete from communication_template_version");
        jdbc.update("delete from communication_template");
        assertThat(browser.get("/communication/templates").body())
                .contains("Er ontbreken sjablonen", "Standaardtekst gebruiken");

        assertThat(location(browser.post(LETTER + "/standard"))).isEqualTo("/communication/templates");

        assertThat(templates.missing(DemoMunicipality.ID)).isNotEmpty().doesNotContain(TemplateKind.INVITATION_LETTER);
    }

    @Test
    void shouldSaveEachTextAsANewVersion() {
        standard.install(DemoMunicipality.ID);
        int number = number();
        browser.get(LETTER);

        assertThat(location(save("Kom langs", "Hallo {{resident.name}},", number)))
                .isEqualTo(LETTER);

        assertThat(number()).isEqualTo(number + 1);
        assertThat(browser.get(LETTER).body())
                .contains("Kom langs", "Opgeslagen als versie " + (number + 1), "Test User");
        assertThat(browser.get(LETTER + "?version=" + number).body()).contains("U begint met de tekst van versie");
    }

    @Test
    void shouldShowWhatChangedAndTakeAnEarlierVersionBack() {
        standard.install(DemoMunicipality.ID);
        int number = number();
        browser.get(LETTER);
        browser.post(LETTER, "subject", "Kom", "body", "Tot maandag", "number", "" + number, "comment", "Eerste dag");
        browser.get(LETTER);
        browser.post(LETTER, "subject", "Kom", "body", "Tot dinsdag", "number", "" + (number + 1));

        String newest = browser.get(LETTER + "/versions/" + (number + 2)).body();
        assertThat(newest).contains("<del>maandag</del>", "<ins>dinsdag</ins>", "In gebruik");
        String earlier = LETTER + "/versions/" + (number + 1);
        assertThat(browser.get(earlier + "?with=" + number).body())
                .contains("Eerste dag", "Deze versie weer gebruiken");

        assertThat(location(browser.post(earlier, "present", "" + (number + 2))))
                .isEqualTo(LETTER);

        assertThat(number()).isEqualTo(number + 3);
        assertThat(browser.get(LETTER).body()).contains("Tot maandag", "Weer versie " + (number + 1));
        assertThat(location(browser.post(earlier, "present", "" + (number + 2))))
                .isEqualTo(LETTER);
        assertThat(number()).as("someone else was first").isEqualTo(number + 3);
    }

    @Test
    void shouldRemoveATemplateThatNothingNeedsAndNoOther() {
        standard.install(DemoMunicipality.ID);
        String english = "/communication/templates/invitation-letter/en";
        UUID id = UUID.randomUUID();
        jdbc.update("""
                insert into communication_communication (id, case_id, municipality_id, kind, channel, language,
                    template_number, subject, state, created_at)
                values (?, ?, ?, 'INVITATION_LETTER', 'LETTER', 'EN', 1, 'Letter', 'PREPARED', now())""", id, id, DemoMunicipality.ID);

        assertThat(browser.get(english).body()).contains("Eén brief gemaakt");
        assertThat(browser.get(english + "/removal").body())
                .contains("Dit sjabloon kan niet weg")
                .doesNotContain("button-danger");
        browser.post(english + "/removal");
        assertThat(has(Language.EN)).isTrue();

        jdbc.update("delete from communication_communication where id = ?", id);
        assertThat(browser.get(english + "/removal").body()).contains("De tekst wordt verwijderd");
        assertThat(location(browser.post(english + "/removal"))).isEqualTo("/communication/templates");

        assertThat(has(Language.EN)).isFalse();
        assertThat(has(Language.NL)).isTrue();
    }

    @Test
    void shouldHideTheHistoryOfOtherMunicipalities() {
        assertThat(browser.get(LETTER + "/versions/999").statusCode()).isEqualTo(404);
        assertThat(browser.get("/communication/templates/onbekend/nl/removal").statusCode())
                .isEqualTo(404);
    }

    private boolean has(Language language) {
        return templates
                .findByMunicipalityIdAndKindAndLanguage(DemoMunicipality.ID, TemplateKind.INVITATION_LETTER, language)
                .isPresent();
    }

    @Test
    void shouldSayBesideTheFieldWhatIsWrongAndSaveNothing() {
        standard.install(DemoMunicipality.ID);
        int number = number();
        browser.get(LETTER);

        var answer = save("", "Hallo\n\n{{resident.nam}} <b>", number);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Vul een tekst in.",
                        "Regel 3, teken 1: het invulveld “resident.nam” bestaat niet. Bedoelt u “resident.name”?",
                        "HTML is niet toegestaan.");
        assertThat(number()).isEqualTo(number);
    }

    @Test
    void shouldShowBothTextsWhenSomeoneElseWasFirst() {
        standard.install(DemoMunicipality.ID);
        int number = number();
        browser.get(LETTER);
        save("Eerste", "Tekst van de een.", number);

        var answer = save("Tweede", "Tekst van de ander.", number);

        assertThat(answer.body())
                .contains("Tekst van de een.", "Tekst van de ander.", "heeft intussen een nieuwe versie");
        assertThat(number()).isEqualTo(number + 1);
    }

    @Test
    void shouldHideTemplatesFromWhoMayNotWriteThem() {
        var administrator = new Browser(port).signedIn(accounts.installationAdministrator());

        assertThat(administrator.get("/communication/templates").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void shouldShowWhatIsBeingWritten(int width) {
        standard.install(DemoMunicipality.ID);
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/communication/templates");
            page.fill("input[name=username]", writer.username());
            page.fill("input[name=password]", writer.password());
            page.click("main button[type=submit]");
            page.navigate("http://localhost:" + port + "/communication/templates");
            assertAccessible(page);
            shoot(page, "templates-" + width);

            page.navigate("http://localhost:" + port + LETTER);
            assertAccessible(page);
            shoot(page, "template-letter-" + width);

            page.fill("#body", "Beste {{resident.naam}}");
            page.waitForSelector("#preview .callout-danger");
            assertThat(page.textContent("#preview")).contains("Bedoelt u “resident.name”?");
            page.click("button[data-place=body]");
            assertThat(page.evaluate("document.activeElement.id + document.activeElement.selectionStart"))
                    .isEqualTo("body6");
            page.fill("#field-search", "naam inwoner");
            assertThat(page.isVisible("button[data-insert='{{case.reference}}']"))
                    .isFalse();
            page.fill("#body", "Beste ");
            page.click("button[data-insert='{{resident.name}}']");
            assertThat(page.inputValue("#body")).isEqualTo("Beste {{resident.name}}");
            page.waitForSelector("#preview img");

            page.navigate("http://localhost:" + port + "/communication/templates/invitation-mail/en");
            page.frameLocator("iframe[name=mail-html]").locator("h1").waitFor();
            page.fill("#case", "HO-0000-000000");
            page.waitForSelector("#preview .field-error");
            assertAccessible(page);
            shoot(page, "template-mail-" + width);
        }
    }

    private HttpResponse<String> save(String subject, String body, int number) {
        return browser.post(LETTER, "subject", subject, "body", body, "number", String.valueOf(number));
    }

    private int number() {
        return templates
                .findByMunicipalityIdAndKindAndLanguage(
                        DemoMunicipality.ID, TemplateKind.INVITATION_LETTER, Language.NL)
                .orElseThrow()
                .number();
    }
}
