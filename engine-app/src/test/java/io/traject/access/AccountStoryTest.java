package io.traject.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.accounts.OneTimeCodes;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TrajectTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A user looks after the own account, in a real browser on a desk and on a phone, under the real security policy. */
@TrajectTest
class AccountStoryTest {

    private static final String WANTED = "a violet tractor";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    @Value("${traject.public-url}")
    String publicUrl;

    private final List<String> complaints = new ArrayList<>();
    private TestUser user;
    private String email;
    private BrowserContext visitor;
    private Page page;

    @BeforeEach
    void open() {
        user = accounts.user(StandardRole.CASE_WORKER, UUID.randomUUID());
        email = user.username() + "@waterdam.example";
        database.sql("update access_user set email = ? where id = ?")
                .param(email)
                .param(user.id())
                .update();
        visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT);
        page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void leave() {
        visitor.close();
        database.sql("update access_agreement set withdrawn_at = now() where withdrawn_at is null")
                .update();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    @Test
    void shouldLetAUserSetUpASecondStepForgetThePasswordAndAcceptTheTerms() {
        signIn(user.password());
        go("/account");
        look("account");

        page.click("main a[href='/account/two-factor']");
        look("two-factor");
        page.fill("#password", user.password());
        submit();
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(page.evaluate("document.querySelector('.qr-code').naturalWidth"))
                        .isEqualTo(264));
        look("two-factor-set-up");
        String secret = page.textContent("#secret").replace(" ", "");
        page.fill("#code", OneTimeCodes.codeAt(secret, Instant.now().minusSeconds(30)));
        submit();
        assertThat(page.locator(".recovery-codes li").count()).isEqualTo(10);
        String recoveryCode = page.locator(".recovery-codes code").first().textContent();
        look("two-factor-codes");
        page.click("main .button-primary");
        assertThat(page.textContent(".flash")).contains("Inloggen in twee stappen staat aan");

        signOut();
        page.click("main a[href='/forgotten-password']");
        look("forgotten-password");
        page.fill("#username", user.username());
        submit();
        assertThat(page.textContent("main")).contains("mail onderweg");
        go(link());
        look("new-password");
        page.fill("#wanted", user.username() + "!");
        page.fill("#repeat", user.username() + "!");
        submit();
        assertThat(page.textContent(".error-summary")).contains("naam");
        look("new-password-refused");
        page.fill("#wanted", WANTED);
        page.fill("#repeat", WANTED);
        submit();
        assertThat(page.textContent("main")).contains("Uw nieuwe wachtwoord is bewaard");

        publishTerms();
        signIn(WANTED);
        look("sign-in-code");
        page.fill("#code", recoveryCode);
        submit();
        assertThat(page.textContent("h1")).isEqualTo("Overeenkomsten");
        look("agreements");
        page.check("[name=accepted]");
        submit();
        go("/account");
        assertThat(page.textContent("main"))
                .contains("Herstelcode gebruikt", "Nieuw wachtwoord gekozen met de link uit een mail");
        look("account-after");
        go("/account/events");
        look("account-events");
        go("/account/email");
        look("account-email");
    }

    private void publishTerms() {
        database.sql("""
                        insert into access_agreement (id, version, kind, number, valid_from, text_nl, text_en,
                                                      published_at, published_by)
                        values (gen_random_uuid(), 0, 'TERMS', ?, current_date - 1, ?, 'Terms', now(), 'Beheer')""")
                .param(UUID.randomUUID().toString().substring(0, 8))
                .param("Wij gaan zorgvuldig met gegevens om.\n\n".repeat(30))
                .update();
    }

    private void signIn(String password) {
        go("/sign-in");
        page.fill("[name=username]", user.username());
        page.fill("[name=password]", password);
        submit();
    }

    private void signOut() {
        page.click("summary.person");
        page.click("form[action='/sign-out'] button");
    }

    private String link() {
        Pattern address = Pattern.compile(Pattern.quote(publicUrl) + "(/forgotten-password/\\S+)");
        await().until(() -> !mails().isEmpty());
        Matcher link = address.matcher(mails().getLast());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<String> mails() {
        return database.sql("select text from mail_outbox where to_address = ? and text like '%/forgotten-password/%'")
                .param(email)
                .query(String.class)
                .list();
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void submit() {
        page.click("main form button[type=submit]");
    }

    private void look(String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            TestBrowser.assertAccessible(page);
            TestBrowser.shoot(page, "security-" + name + "-" + width);
        }
        page.setViewportSize(1280, 900);
    }
}
