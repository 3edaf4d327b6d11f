package io.traject.platform.mailcatcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TrajectTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TrajectTest
class MailCatcherPagesTest {

    private static final String LIST = "/operations/mail-catcher";
    private static final String HTML_MAIL = """
            Subject: Uitnodiging
            MIME-Version: 1.0
            Content-Type: text/html; charset=UTF-8

            <p style="color: red">Beste inwoner</p><script>document.body.textContent = 'hacked'</script>
            """;

    @Autowired
    private CaughtMails mails;

    @Autowired
    private TestAccounts accounts;

    @LocalServerPort
    private int port;

    private final String recipient = UUID.randomUUID() + "@example.org";
    private TestUser administrator;
    private Browser browser;
    private UUID mail;

    @BeforeEach
    void catchMail() {
        mails.add("traject@example.org", List.of(recipient), "Uitnodiging", HTML_MAIL.getBytes(StandardCharsets.UTF_8));
        mail = mails.page(recipient, 0, 1).getFirst().id();
        administrator = accounts.installationAdministrator();
        browser = new Browser(port).signedIn(administrator);
    }

    @Test
    void shouldFindAMailByItsRecipient() {
        assertThat(browser.get(LIST + "?to=" + recipient).body()).contains(LIST + "/" + mail);
        assertThat(browser.get(LIST + "?to=nobody-has-this").body()).doesNotContain(LIST + "/" + mail);
    }

    @Test
    void shouldShowAMailWithItsHeaders() {
        var answer = browser.get(LIST + "/" + mail);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(recipient, "Content-Type", LIST + "/" + mail + "/html");
    }

    @Test
    void shouldServeTheHtmlOfAMailWithoutAnyPower() {
        assertThat(browser.get(LIST + "/" + mail + "/html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"));
    }

    @Test
    void shouldNotKnowAMailThatIsNotThere() {
        assertThat(browser.get(LIST + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAskBeforeEmptying() {
        assertThat(browser.get(LIST + "/clearance").statusCode()).isEqualTo(200);
        assertThat(mails.find(mail)).isPresent();

        browser.post(LIST + "/clearance");

        assertThat(mails.find(mail)).isEmpty();
    }

    @Test
    void shouldBeReadableByEveryoneAndRunNothing() {
        for (int width : List.of(1280, 390)) {
            try (BrowserContext context = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = signedIn(context);
                page.navigate(address(LIST));
                TestBrowser.assertAccessible(page);
                TestBrowser.shoot(page, "mail-catcher-" + width);

                page.navigate(address(LIST + "/" + mail));

                assertThat(page.frameLocator(".mail-frame").locator("body").innerText())
                        .contains("Beste inwoner");
                TestBrowser.assertAccessible(page);
                TestBrowser.shoot(page, "caught-mail-" + width);
            }
        }
    }

    private Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address("/sign-in"));
        page.fill("[name=username]", administrator.username());
        page.fill("[name=password]", administrator.password());
        page.click("main button[type=submit]");
        page.waitForURL(address("/"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
