package io.traject.access;

import static io.traject.testing.Browser.location;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TrajectTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is tried against accounts, and what their users see of it. */
@TrajectTest
class AccountSecurityTest {

    private static final Pattern HANDLE = Pattern.compile("name=\"session\" value=\"([0-9a-f]{16})\"");
    private static final String SESSION = "traject-session";
    private static final int TRIES = 9;

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    private TestUser user;
    private Browser browser;

    @BeforeEach
    void makeUser() {
        user = aUser();
        browser = new Browser(port);
    }

    @Test
    void shouldKnowNobodyByATamperedSession() throws Exception {
        browser.signedIn(user);
        String session = browser.cookie(SESSION).orElseThrow();
        assertThat(statusWith(session)).isEqualTo(200);

        char other = session.charAt(10) == 'A' ? 'B' : 'A';
        assertThat(statusWith(session.substring(0, 10) + other + session.substring(11)))
                .isEqualTo(302);
        assertThat(statusWith("")).isEqualTo(302);
        assertThat(statusWith("' or '1'='1")).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/password",
                "/account/email",
                "/account/two-factor",
                "/account/two-factor/set-up",
                "/account/two-factor/recovery-codes",
                "/account/two-factor/removal",
                "/account/sessions/end",
                "/account/sessions/end-others",
                "/agreements",
                "/admin/sign-in",
                "/forgotten-password"
            })
    void shouldRefuseAFormOfAnotherSite(String address) {
        browser.signedIn(user);
        browser.forgetCsrf();

        assertThat(browser.post(address, "session", "x", "required", "true").statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldTakeNothingFromAFormThatItDoesNotAskFor() {
        browser.signedIn(user).get("/account");

        browser.post(
                "/account",
                "language",
                "EN",
                "role",
                "ADMINISTRATOR",
                "active",
                "false",
                "email",
                "attacker@example.org",
                "organisation",
                UUID.randomUUID().toString(),
                "user.role",
                "ADMINISTRATOR");

        Map<String, Object> after = database.sql("select * from access_user where id = ?")
                .param(user.id())
                .query()
                .singleRow();
        assertThat(after).containsEntry("language", "EN").containsEntry("active", true);
        assertThat(after.get("email")).isNull();
        assertThat(browser.get("/admin/users").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldTellByNoAnswerAndNoTimeWhoHasAnAccount() {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int i = 0; i < TRIES; i++) {
            known.add(refused(aUser().username()));
            unknown.add(refused("nobody-" + UUID.randomUUID()));
        }

        double ratio = (double) median(known) / median(unknown);
        System.out.printf(
                "wrong password, medians of %d tries: known %d ms, unknown %d ms%n",
                TRIES, median(known) / 1_000_000, median(unknown) / 1_000_000);
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    @Test
    void shouldLetTheOwnerInWhileAStrangerBesideGuesses() {
        browser.signedIn(user);
        browser.get("/account");
        browser.post("/sign-out");
        Browser stranger = new Browser(port);
        for (int i = 0; i < 10; i++) {
            stranger.signIn(user.username(), "guess " + i);
        }
        assertThat(location(stranger.signIn(user.username(), user.password())))
                .as("the stranger waits, right or wrong")
                .isEqualTo("/sign-in?throttled");

        assertThat(location(browser.signIn(user.username(), user.password()))).isEqualTo("/");
    }

    @Test
    void shouldShowWhereOneIsSignedInAndEndOneOrAllOthers() {
        Browser first = new Browser(port).signedIn(user);
        Browser second = new Browser(port).signedIn(user);
        browser.signedIn(user);
        Browser somebodyElse = new Browser(port).signedIn(aUser());

        String page = browser.get("/account").body();
        List<String> handles =
                HANDLE.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(handles).hasSize(2);
        assertThat(page)
                .contains("127.0.0.1", "Deze browser")
                .doesNotContain(first.cookie(SESSION).orElseThrow());

        somebodyElse.get("/account");
        somebodyElse.post("/account/sessions/end", "session", handles.getFirst());
        browser.post("/account/sessions/end", "session", handles.getFirst());
        assertThat(List.of(
                        first.get("/account").statusCode(),
                        second.get("/account").statusCode()))
                .containsExactlyInAnyOrder(200, 302);

        browser.post("/account/sessions/end-others");
        assertThat(first.get("/account").statusCode()).isEqualTo(302);
        assertThat(second.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldShowTheUserWhatHappened() {
        new Browser(port).signIn(user.username(), "wrong");
        new Browser(port).signIn(user.username(), "wrong");
        browser.signedIn(user).get("/account/password");
        browser.post("/account/password", "current", user.password(), "wanted", "purple rain", "repeat", "purple rain");
        browser.post(
                "/account/password",
                "current",
                user.password(),
                "wanted",
                "a violet tractor",
                "repeat",
                "a violet tractor");

        await().untilAsserted(() -> assertThat(browser.get("/account/events").body())
                .contains("Wachtwoord gewijzigd", "Ingelogd", "verkeerd wachtwoord", "2 keer", "127.0.0.1"));
        assertThat(new Browser(port).signedIn(aUser()).get("/account/events").body())
                .doesNotContain("Wachtwoord gewijzigd");
    }

    private TestUser aUser() {
        return accounts.user(StandardRole.CASE_WORKER, UUID.randomUUID());
    }

    private long refused(String username) {
        Browser visitor = new Browser(port);
        visitor.get("/sign-in");
        database.sql("delete from access_throttle").update();
        long start = System.nanoTime();
        HttpResponse<String> answer = visitor.post("/sign-in", "username", username, "password", "a wrong password");
        long took = System.nanoTime() - start;
        assertThat(location(answer)).isEqualTo("/sign-in?refused");
        return took;
    }

    private static long median(List<Long> nanos) {
        return nanos.stream()
                .sorted(naturalOrder())
                .skip(nanos.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private int statusWith(String session) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/account"))
                .header("Cookie", SESSION + "=" + session)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
