package io.traject.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.StandardRole;
import io.traject.access.rights.StandardRights;
import io.traject.access.users.CreateUser;
import io.traject.access.users.NewUser;
import io.traject.access.users.Username;
import io.traject.testing.TestBrowser;
import io.traject.testing.TrajectTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator's pages in a real browser, under the real security policy. */
@TrajectTest
class SettingsPagesTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final String username = "settings-" + UUID.randomUUID();
    private final String dutch = "Onderhoud <b>vanavond</b> " + username;
    private final List<String> complaints = new ArrayList<>();

    @Autowired
    private CreateUser createUser;

    @Autowired
    private StandardRights rights;

    @LocalServerPort
    private int port;

    private BrowserContext visitor;
    private Page page;

    @BeforeEach
    void signIn() {
        createUser.create(
                new NewUser(
                        new Username(username),
                        "Ingrid Beheer",
                        Optional.empty(),
                        Optional.empty(),
                        rights.role(Optional.empty(), StandardRole.INSTALLATION_ADMINISTRATOR)
                                .id(),
                        Set.of(),
                        Optional.empty()),
                PASSWORD);
        visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT);
        page = visitor.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate("http://localhost:" + port + "/sign-in");
        page.fill("[name=username]", username);
        page.fill("[name=password]", PASSWORD);
        page.click("main button[type=submit]");
    }

    @AfterEach
    void leave() {
        visitor.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    @Test
    void shouldAnnounceANoticeOnTheSignInPageUntilItIsRemoved() {
        page.click("#rail a[href='/admin/login-notices']");
        page.click("main .button-primary");
        page.fill("#dutch", dutch);
        page.fill("#until", "2020-01-01T00:00");
        page.click("main button[type=submit]");
        assertThat(page.textContent(".error-summary"))
                .contains("Vul de tekst in.", "Het einde moet na het begin liggen.");
        TestBrowser.assertAccessible(page);
        TestBrowser.shoot(page, "settings-notice-errors");

        page.check("[name=kind][value=TROUBLE]");
        page.fill("#english", "Maintenance " + username);
        page.fill("#until", "");
        page.click("main button[type=submit]");
        assertThat(page.textContent(".flash")).contains("De melding is opgeslagen.");
        TestBrowser.assertAccessible(page);
        TestBrowser.shoot(page, "settings-notices");

        assertThat(signInPageOfAStranger()).contains(dutch);

        page.click("main th a:has-text('" + username + "')");
        page.click("main a[href$='/removal']");
        TestBrowser.assertAccessible(page);
        TestBrowser.shoot(page, "settings-notice-removal");
        page.click("main .button-danger");
        assertThat(page.textContent(".flash")).contains("De melding is verwijderd.");
        assertThat(signInPageOfAStranger()).doesNotContain(username);
    }

    @Test
    void shouldSayWhatIsNotSetUpYet() {
        page.click("#rail a[href='/admin/set-up-check']");

        assertThat(page.textContent("main")).contains("Openbaar adres", "TRAJECT_PUBLIC_URL", "Mailserver");
        TestBrowser.assertAccessible(page);
        TestBrowser.shoot(page, "settings-set-up-check");
    }

    @Test
    void shouldShowADashboardAndErrorPagesInTheFrame() {
        TestBrowser.assertAccessible(page);
        TestBrowser.shoot(page, "dashboard");

        page.navigate("http://localhost:" + port + "/no-such-page");
        assertThat(page.textContent("h1")).isEqualTo("Niet gevonden");
        TestBrowser.assertAccessible(page);
        TestBrowser.shoot(page, "error-404");
        complaints.removeIf(complaint -> complaint.contains("404"));
    }

    private String signInPageOfAStranger() {
        try (BrowserContext stranger = TestBrowser.visitor(390, ColorScheme.LIGHT)) {
            Page signIn = stranger.newPage();
            signIn.navigate("http://localhost:" + port + "/sign-in");
            TestBrowser.assertAccessible(signIn);
            TestBrowser.shoot(signIn, "sign-in");
            return signIn.textContent("main");
        }
    }
}
