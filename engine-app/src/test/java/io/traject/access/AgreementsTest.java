package io.traject.access;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.BusinessTime;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every user of the shared application must accept what is published here, so each test withdraws it again. */
@TrajectTest
class AgreementsTest {

    private static final Pattern OPEN = Pattern.compile("name=\"accepted\" required value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient database;

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private Browser administrator;
    private TestUser user;

    @BeforeEach
    void open() {
        administrator = new Browser(port).signedIn(accounts.installationAdministrator());
        user = accounts.user(StandardRole.CASE_WORKER, UUID.randomUUID());
    }

    @AfterEach
    void withdrawAll() {
        database.sql("update access_agreement set withdrawn_at = now() where withdrawn_at is null")
                .update();
    }

    @Test
    void shouldLetEveryoneAcceptWhatHoldsBeforeGoingOn() {
        Browser browser = new Browser(port).signedIn(user);
        assertThat(location(publish("TERMS", number, time.today()))).isEqualTo("/admin/agreements");

        assertThat(location(browser.get("/cases?q=x"))).isEqualTo("/agreements");
        HttpResponse<String> page = browser.get("/agreements");
        assertThat(page.body()).contains("Voorwaarden " + number, "Nederlandse voorwaarden");
        assertThat(location(browser.post("/agreements")))
                .as("without accepting")
                .isEqualTo("/agreements");
        assertThat(location(browser.get("/tasks"))).isEqualTo("/agreements");

        browser.get("/cases?q=x");
        assertThat(location(browser.post("/agreements", "accepted", openOne(page))))
                .isEqualTo("/cases?q=x");

        assertThat(browser.get("/cases").statusCode()).isEqualTo(200);
        assertThat(browser.get("/agreements").body()).contains("Wat u hebt aanvaard", "Voorwaarden " + number);
        assertThat(browser.get("/agreements/terms/" + number).body()).contains("Nederlandse voorwaarden");
        assertThat(new Browser(port).signedIn(user).get("/cases").statusCode())
                .as("kept")
                .isEqualTo(200);
    }

    @Test
    void shouldShowTheTextInTheReadersLanguage() {
        publish("SECURITY_APPROACH", number, time.today());
        Browser browser = new Browser(port).signedIn(user);
        browser.get("/agreements");

        browser.post("/language", "language", "EN", "back", "/agreements");

        assertThat(browser.get("/agreements").body()).contains("Security approach " + number, "English terms");
    }

    @Test
    void shouldAskAgainForANewVersionFromItsFirstDay() {
        publish("USER_AGREEMENT", number, time.today());
        Browser browser = new Browser(port).signedIn(user);
        browser.post("/agreements", "accepted", openOne(browser.get("/agreements")));
        administrator.post("/agreements", "accepted", openOne(administrator.get("/agreements")));
        publish("USER_AGREEMENT", number + "b", time.today().plusDays(1));

        assertThat(browser.get("/cases").statusCode()).as("a planned one waits").isEqualTo(200);
        database.sql("update access_agreement set valid_from = valid_from - 1 where number like ? || '%'")
                .param(number)
                .update();

        assertThat(location(browser.get("/cases"))).isEqualTo("/agreements");
        assertThat(browser.get("/agreements").body()).contains(number + "b");
    }

    @Test
    void shouldNotTakeAnAcceptanceOfAVersionThatNoLongerHolds() {
        publish("TERMS", number, time.today());
        Browser browser = new Browser(port).signedIn(user);
        String read = openOne(browser.get("/agreements"));
        withdrawAll();
        publish("TERMS", number + "b", time.today());

        assertThat(location(browser.post("/agreements", "accepted", read))).isEqualTo("/agreements");
        assertThat(browser.get("/agreements").body()).contains(number + "b");
    }

    @Test
    void shouldAskForNothingThatWasWithdrawn() {
        publish("TERMS", number, time.today());
        administrator.post("/agreements", "accepted", openOne(administrator.get("/agreements")));
        String id = database.sql("select id::text from access_agreement where number = ?")
                .param(number)
                .query(String.class)
                .single();
        assertThat(administrator.get("/admin/agreements/" + id).body()).contains("Test User", "Geldt nu");
        administrator.get("/admin/agreements/" + id + "/withdrawal");

        administrator.post("/admin/agreements/" + id + "/withdrawal");

        assertThat(administrator.get("/admin/agreements").body()).contains("Ingetrokken");
        assertThat(new Browser(port).signedIn(user).get("/cases").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldPublishOnlyWhatCanHold() {
        assertThat(publish("TERMS", number, time.today().minusDays(1)).body()).contains("dag die voorbij is");
        assertThat(publish("", number, time.today()).body()).contains("Kies een soort");
        assertThat(post("TERMS", number, time.today(), time.today().minusDays(1))
                        .body())
                .contains("De laatste dag ligt voor de eerste");
        publish("TERMS", number, time.today().plusDays(9));
        assertThat(publish("TERMS", number, time.today().plusDays(8)).body()).contains("bestaat al");
        assertThat(publish("TERMS", number + "b", time.today().plusDays(9)).body())
                .contains("al een andere versie");
    }

    @Test
    void shouldBeTheInstallationsOnly() {
        Browser ours = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, UUID.randomUUID()));

        assertThat(ours.get("/admin/agreements").statusCode()).isEqualTo(403);
        assertThat(ours.get("/admin/agreements/new").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> publish(String kind, String version, LocalDate from) {
        return post(kind, version, from, null);
    }

    private HttpResponse<String> post(String kind, String version, LocalDate from, LocalDate until) {
        administrator.get("/admin/agreements/new");
        return administrator.post(
                "/admin/agreements/new",
                "kind",
                kind,
                "number",
                version,
                "from",
                from.toString(),
                "until",
                until == null ? "" : until.toString(),
                "dutch",
                "Nederlandse voorwaarden",
                "english",
                "English terms");
    }

    private static String openOne(HttpResponse<String> page) {
        Matcher open = OPEN.matcher(page.body());
        assertThat(open.find()).as("something to accept").isTrue();
        return open.group(1);
    }
}
