package io.traject.access;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.users.Username;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrajectTest
class SignInTest {

    private static final String SESSION = "traject-session";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void shouldLeadToThePageThatWasWanted() {
        TestUser user = aCaseWorker();

        assertThat(location(browser.get("/account?from=mail"))).isEqualTo("/sign-in");

        assertThat(location(browser.signIn(user.username(), user.password()))).isEqualTo("/account?from=mail");
        assertThat(browser.get("/account").body()).contains("Test User");
    }

    @Test
    void shouldGiveANewSessionAtSignIn() {
        TestUser user = aCaseWorker();
        browser.get("/sign-in");
        String before = browser.cookie(SESSION).orElseThrow();

        browser.signIn(user.username(), user.password());

        assertThat(browser.cookie(SESSION)).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void shouldSendTheSessionCookieToNoScriptAndNoOtherSite() {
        HttpResponse<String> page = browser.get("/sign-in");

        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void shouldRefuseAFormWithoutCsrfToken() {
        TestUser user = aCaseWorker();
        browser.signedIn(user);
        browser.forgetCsrf();

        assertThat(browser.post("/account", "language", "EN").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldAskAgainWhenThePageStoodOpenTooLong() {
        assertThat(location(browser.post("/sign-in", "username", "a", "password", "b")))
                .isEqualTo("/sign-in?expired");
    }

    @Test
    void shouldAnswerTheSameForAnUnknownUserAWrongPasswordAndAnApiAccount() {
        TestUser user = aCaseWorker();
        var apiAccount = accounts.apiAccount(UUID.randomUUID(), Permission.CASES_VIEW);

        assertThat(location(browser.signIn(user.username(), "wrong"))).isEqualTo("/sign-in?refused");
        assertThat(location(browser.signIn("nobody-" + UUID.randomUUID(), "wrong")))
                .isEqualTo("/sign-in?refused");
        assertThat(location(browser.signIn(apiAccount.username(), apiAccount.token())))
                .isEqualTo("/sign-in?refused");
        assertThat(location(browser.signIn("nul\0" + user.username(), "wrong"))).isEqualTo("/sign-in?refused");
        assertThat(browser.get("/sign-in?refused").body()).contains("callout-danger");
    }

    @Test
    void shouldNotTellUppercaseFromLowercaseInAUsername() {
        TestUser user = aCaseWorker();

        assertThat(location(browser.signIn(" " + user.username().toUpperCase(), user.password())))
                .isEqualTo("/");
        assertThat(Username.parse(" Casper ")).isEqualTo(Optional.of(new Username("casper")));
    }

    @Test
    void shouldMakeWhoGuessesWaitAndNobodyElse() {
        TestUser user = aCaseWorker();
        TestUser other = aCaseWorker();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(location(browser.signIn(user.username(), "guess " + attempt)))
                    .isEqualTo("/sign-in?refused");
        }

        assertThat(location(browser.signIn(user.username(), user.password()))).isEqualTo("/sign-in?throttled");
        assertThat(browser.get("/sign-in?throttled").body()).contains("role=\"alert\"");
        assertThat(location(browser.signIn(other.username(), other.password()))).isEqualTo("/");
    }

    @Test
    void shouldSignOut() {
        browser.signedIn(aCaseWorker()).get("/account");

        assertThat(location(browser.post("/sign-out"))).isEqualTo("/sign-in?signed-out");

        assertThat(location(browser.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void shouldEndTheSessionOfAUserWhoIsNoLongerActive() {
        TestUser user = aCaseWorker();
        browser.signedIn(user);

        database.sql("update access_user set active = false where id = ?")
                .param(user.id())
                .update();

        assertThat(location(browser.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void shouldEndOtherSessionsWhenThePasswordChanges() {
        TestUser user = aCaseWorker();
        Browser elsewhere = new Browser(port).signedIn(user);
        browser.signedIn(user).get("/account/password");
        String wanted = "a new password";

        assertThat(location(changePassword(user.password(), wanted, wanted))).isEqualTo("/account");

        assertThat(location(elsewhere.get("/account"))).isEqualTo("/sign-in");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.signIn(user.username(), wanted))).isEqualTo("/account");
    }

    @Test
    void shouldRefuseAPasswordThatIsWrongShortOrMistyped() {
        TestUser user = aCaseWorker();
        browser.signedIn(user).get("/account/password");

        assertThat(changePassword("wrong", "a new password", "a new password").body())
                .contains("Het huidige wachtwoord klopt niet");
        assertThat(changePassword(user.password(), "short", "short").body()).contains("minstens 12 tekens");
        assertThat(changePassword(user.password(), "a new password", "another password")
                        .body())
                .contains("niet gelijk");
    }

    @Test
    void shouldTakeTheLanguageOfTheSignInPageIntoTheAccount() {
        TestUser user = aCaseWorker();
        browser.get("/sign-in");
        browser.post("/language", "language", "EN", "back", "/sign-in");

        browser.signIn(user.username(), user.password());

        assertThat(new Browser(port).signedIn(user).get("/account").body()).contains("My account");
    }

    @Test
    void shouldForbidInlineScriptsAndFramesOnEveryPage() {
        assertThat(browser.get("/sign-in").headers().map())
                .containsEntry(
                        "content-security-policy",
                        List.of("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                                + " object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'"))
                .containsKeys(
                        "x-content-type-options",
                        "referrer-policy",
                        "permissions-policy",
                        "cross-origin-opener-policy");
        assertThat(browser.get("/css/none.css").headers().firstValue("content-security-policy"))
                .isPresent();
    }

    @Test
    void shouldSendAPartOfAPageToTheSignInPageAsAWhole() {
        HttpResponse<String> part = browser.get("/account", "HX-Request", "true");

        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    @Test
    void shouldShowFiguresToOperatorsBehindAProxyAndToThisMachine() {
        TestUser caseWorker = aCaseWorker();

        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/prometheus", "X-Forwarded-For", "192.0.2.1")
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.signedIn(caseWorker)
                        .get("/actuator/prometheus", "X-Forwarded-For", "192.0.2.1")
                        .statusCode())
                .isEqualTo(403);
    }

    private TestUser aCaseWorker() {
        return accounts.user(StandardRole.CASE_WORKER, UUID.randomUUID());
    }

    private HttpResponse<String> changePassword(String current, String wanted, String repeat) {
        return browser.post("/account/password", "current", current, "wanted", wanted, "repeat", repeat);
    }
}
