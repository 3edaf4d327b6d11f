package io.traject.communication;

import static io.traject.testing.TestBrowser.assertAccessible;
import static io.traject.testing.TestBrowser.shoot;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.traject.access.StandardRole;
import io.traject.organisation.DemoMunicipality;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrajectTest
class HouseStylePageTest {

    private static final String PAGE = "/communication/house-style";
    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'></svg>";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    DemoMunicipality municipality;

    @Autowired
    HouseStyles styles;

    @Autowired
    JdbcClient database;

    private TestUser administrator;

    @BeforeEach
    void load() {
        municipality.load();
        administrator = accounts.user(StandardRole.ADMINISTRATOR, DemoMunicipality.ID);
    }

    @AfterEach
    void removeImages() {
        database.sql("delete from communication_style_image").update();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void shouldShowALogoOnALetterBeforeItIsUsedAndTakeItBack(int width) {
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor);
            page.navigate(address("/communication/templates"));
            page.click("main a[href$='/house-style']");
            page.click("main a[href$='/logo']");
            choose(page, "logo.png", Fixtures.image("png", 1_600, 600));
            page.fill("#words", "Logo van de gemeente Voorbeeld");
            page.click("form[enctype] button[type=submit]");
            page.waitForSelector("#decide");
            assertAccessible(page);
            shoot(page, "house-style-logo-" + width);
            assertThat(inUse()).as("a draft is not used").isEqualTo(HouseStyle.PLAIN);

            page.click("form[action$='/use'] button");
            page.waitForSelector("a[href$='/logo/removal']");
            assertAccessible(page);
            shoot(page, "house-style-" + width);
            assertThat(inUse().get(StyleElement.LOGO)).hasValueSatisfying(logo -> {
                assertThat(logo.words()).isEqualTo("Logo van de gemeente Voorbeeld");
                assertThat(logo.image().width()).isEqualTo(709);
            });

            page.click("a[href$='/logo/removal']");
            assertAccessible(page);
            page.click("form.confirmation button[type=submit]");
            page.waitForSelector("text=Uw brieven hebben geen logo.");
            assertThat(inUse()).isEqualTo(HouseStyle.PLAIN);
        }
    }

    @Test
    void shouldKeepTheImageOfWhoForgetsAWord() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor);
            page.navigate(address(PAGE + "/signature"));
            choose(page, "handtekening.jpg", Fixtures.image("jpg", 800, 300));
            page.fill("#words", "B. Bakker");
            page.click("form[enctype] button[type=submit]");
            page.waitForSelector("#function-error");
            assertThat(page.inputValue("#words")).isEqualTo("B. Bakker");
            assertThat(page.locator("#decide").count()).isZero();

            page.fill("#function", "teamleider Inkomen");
            page.click("form[enctype] button[type=submit]");
            page.click("form[action$='/use'] button");
            page.waitForSelector("a[href$='/signature/removal']");
            assertThat(inUse().get(StyleElement.SIGNATURE)).hasValueSatisfying(signature -> {
                assertThat(signature.words()).isEqualTo("B. Bakker");
                assertThat(signature.function()).isEqualTo("teamleider Inkomen");
            });
        }
    }

    @Test
    void shouldLookAtTheContentAndNotAtTheName() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor);
            page.navigate(address(PAGE + "/logo"));
            refuse(page, "logo.png", SVG.getBytes(UTF_8), "Dit is geen PNG of JPEG");
            refuse(page, "logo.jpg", "<!doctype html><p>".getBytes(UTF_8), "Dit is geen PNG of JPEG");
            refuse(page, "logo.png", Fixtures.image("gif", 300, 300), "Dit is geen PNG of JPEG");
            refuse(page, "logo.png", Fixtures.image("png", 4_001, 10), "4.001 bij 10 beeldpunten, hoogstens 4.000");
            refuse(page, "logo.png", new byte[PrintImage.MOST_BYTES + 1], "hoogstens 2 MB");
            assertThat(styles.draft(DemoMunicipality.ID, StyleElement.LOGO)).isEmpty();

            choose(page, "logo.svg", Fixtures.image("png", 300, 300));
            page.click("form[enctype] button[type=submit]");
            page.waitForSelector("#decide");
        }
    }

    /** What was typed is still there. */
    private static void refuse(Page page, String name, byte[] content, String reason) {
        choose(page, name, content);
        page.fill("#words", "Ons logo");
        page.click("form[enctype] button[type=submit]");
        page.waitForSelector("#file-error:has-text('" + reason + "')");
        assertThat(page.inputValue("#words")).isEqualTo("Ons logo");
    }

    @Test
    void shouldNotUseADraftThatNobodySaw() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor);
            page.navigate(address(PAGE + "/logo"));
            choose(page, "logo.png", Fixtures.image("png", 300, 300));
            page.fill("#words", "Ons logo");
            page.click("form[enctype] button[type=submit]");
            page.waitForSelector("#decide");
            database.sql("update communication_style_image set id = ?")
                    .param(UUID.randomUUID())
                    .update();

            page.click("form[action$='/use'] button");
            page.waitForSelector("text=Iemand anders heeft dit intussen gewijzigd");
            assertThat(inUse()).isEqualTo(HouseStyle.PLAIN);
        }
    }

    @Test
    void shouldBeForWhoWritesTheTemplatesOfThisMunicipality() {
        UUID other = cases.municipality();
        styles.putDraft(DemoMunicipality.ID, StyleElement.LOGO, logo());
        styles.useDraft(DemoMunicipality.ID, StyleElement.LOGO, logo());
        var theirs = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, other));
        var installation = new Browser(port).signedIn(accounts.installationAdministrator());

        assertThat(theirs.get(PAGE).body()).contains("Uw brieven hebben geen logo.");
        assertThat(theirs.get(PAGE + "/stamp").statusCode()).isEqualTo(404);
        assertThat(installation.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(inUse().get(StyleElement.LOGO)).isPresent();
    }

    private static StyleImage logo() {
        return Fixtures.style().get(StyleElement.LOGO).orElseThrow();
    }

    private HouseStyle inUse() {
        return styles.of(DemoMunicipality.ID);
    }

    private static void choose(Page page, String name, byte[] content) {
        page.setInputFiles("#file", new FilePayload(name, "image/png", content));
    }

    private Page signedIn(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(address(PAGE));
        page.fill("input[name=username]", administrator.username());
        page.fill("input[name=password]", administrator.password());
        page.click("main button[type=submit]");
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
