package io.traject.communication;

import static io.traject.testing.Browser.location;
import static io.traject.testing.TestBrowser.assertAccessible;
import static io.traject.testing.TestBrowser.shoot;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.StandardRole;
import io.traject.organisation.DemoMunicipality;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.workers.mail.MailServers;
import java.net.http.HttpResponse;
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
class MailServerPageTest {

    private static final String PAGE = "/admin/mail-server";
    private static final String PASSWORD = "een geheim wachtwoord";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    DemoMunicipality municipality;

    @Autowired
    MailServers servers;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private TestUser administrator;
    private Browser browser;

    @BeforeEach
    void signIn() {
        municipality.load();
        administrator = accounts.user(StandardRole.ADMINISTRATOR, DemoMunicipality.ID);
        browser = new Browser(port).signedIn(administrator);
    }

    @AfterEach
    void forgetTheServer() {
        servers.forget(DemoMunicipality.ID);
    }

    @Test
    void shouldUseAServerAndNeverShowItsPassword() {
        browser.get(PAGE);

        assertThat(location(post(PAGE, PASSWORD))).isEqualTo(PAGE);

        assertThat(browser.get(PAGE).body())
                .contains("gaan weg via smtp.voorbeeld.invalid", "Er is een wachtwoord bewaard", "Eigen mailserver")
                .doesNotContain(PASSWORD);
        assertThat(location(post(PAGE, ""))).as("an empty one keeps it").isEqualTo(PAGE);
        assertThat(servers.find(DemoMunicipality.ID))
                .hasValueSatisfying(own -> assertThat(own.username()).isEqualTo("voorbeeld"));
    }

    @Test
    void shouldAskForThePasswordOfAUser() {
        browser.get(PAGE);

        HttpResponse<String> answer = post(PAGE, "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Vul het wachtwoord van deze gebruiker in.");
        assertThat(servers.find(DemoMunicipality.ID)).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAServerAndKeepNothing() {
        browser.get(PAGE);

        assertThat(post(PAGE + "/trial", PASSWORD).body())
                .contains("Deze naam bestaat niet", "smtp.voorbeeld.invalid")
                .doesNotContain(PASSWORD);
        assertThat(servers.find(DemoMunicipality.ID)).isEmpty();
    }

    @Test
    void shouldTellThatMailsWait() {
        UUID other = cases.municipality();
        browser = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, other));
        UUID mail = UUID.randomUUID();
        database.sql("""
                        insert into mail_outbox (id, group_index, sender_id, from_address, to_address, subject, text, html,
                            language_tag, created_at, claimed_until)
                        values (?, 0, ?, 'a@example.org', 'b@example.org', 'Klaar', '', '', 'nl', now() - interval '6 minutes',
                            now() + interval '1 hour')""").params(mail, other).update();
        try {
            assertThat(browser.get(PAGE).body()).contains("Eén mail wacht langer dan vijf minuten");
        } finally {
            database.sql("delete from mail_outbox where id = ?").param(mail).update();
        }
        assertThat(browser.get(PAGE).body()).doesNotContain("langer dan vijf minuten");
    }

    @Test
    void shouldGoBackToThePlatformsServer() {
        browser.get(PAGE);
        post(PAGE, PASSWORD);
        assertThat(browser.get(PAGE + "/removal").body()).contains("De instellingen van smtp.voorbeeld.invalid");

        assertThat(location(browser.post(PAGE + "/removal"))).isEqualTo(PAGE);

        assertThat(servers.find(DemoMunicipality.ID)).isEmpty();
    }

    @Test
    void shouldBeForTheAdministratorOfAMunicipality() {
        var caseWorker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, DemoMunicipality.ID));
        var installation = new Browser(port).signedIn(accounts.installationAdministrator());

        assertThat(caseWorker.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(installation.get(PAGE).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void shouldTryAServerBeforeItIsUsed(int width) {
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate("http://localhost:" + port + PAGE);
            page.fill("input[name=username]", administrator.username());
            page.fill("input[name=password]", administrator.password());
            page.click("main button[type=submit]");
            page.navigate("http://localhost:" + port + PAGE);
            page.fill("#host", "smtp.voorbeeld.invalid");
            page.fill("#username", "voorbeeld");
            page.fill("#password", PASSWORD);
            page.click("button[hx-post]");
            page.waitForSelector("#trial .callout-danger");
            assertThat(page.inputValue("#password")).as("nothing typed is lost").isEqualTo(PASSWORD);
            assertAccessible(page);
            shoot(page, "mail-server-" + width);
        }
    }

    private HttpResponse<String> post(String path, String password) {
        return browser.post(
                path,
                "host",
                "smtp.voorbeeld.invalid",
                "port",
                "587",
                "security",
                "STARTTLS",
                "username",
                "voorbeeld",
                "password",
                password,
                "fromName",
                "Gemeente Voorbeeld",
                "fromAddress",
                "inkomen@voorbeeld.example");
    }
}
