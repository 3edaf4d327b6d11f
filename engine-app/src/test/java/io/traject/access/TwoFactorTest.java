package io.traject.access;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.accounts.OneTimeCodes;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrajectTest
class TwoFactorTest {

    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<code>([a-z2-9-]{19})</code>");
    private static final int STEP = 30;

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    private final UUID organisation = UUID.randomUUID();
    private TestUser user;
    private String email;
    private Browser browser;

    /** An authenticator, and what is to be kept beside it. */
    private record Factor(String secret, List<String> recoveryCodes) {

        /** The code of this moment, or of so many steps from now. */
        String code(int stepsFromNow) {
            return OneTimeCodes.codeAt(secret, Instant.now().plusSeconds((long) STEP * stepsFromNow));
        }
    }

    @BeforeEach
    void makeUser() {
        user = aUser(StandardRole.CASE_WORKER);
        email = user.username() + "@waterdam.example";
        browser = new Browser(port).signedIn(user);
    }

    @Test
    void shouldAskForACodeOnceItIsSwitchedOn() {
        Browser elsewhere = new Browser(port).signedIn(user);
        Factor factor = switchOn(browser);

        assertThat(location(elsewhere.get("/account")))
                .as("signed out elsewhere")
                .isEqualTo("/sign-in");
        assertThat(elsewhere.get("/cases")).extracting(Browser::location).isEqualTo("/sign-in");
        assertThat(location(elsewhere.signIn(user.username(), user.password()))).isEqualTo("/sign-in/code");
        assertThat(location(elsewhere.get("/cases")))
                .as("no page opens after the password alone")
                .isEqualTo("/sign-in");
        elsewhere.get("/sign-in/code");
        String before = elsewhere.cookie("traject-session").orElseThrow();

        assertThat(location(enter(elsewhere, "000000"))).isEqualTo("/sign-in/code?refused");
        elsewhere.get("/sign-in/code");
        assertThat(location(enter(elsewhere, factor.code(0)))).isEqualTo("/cases");
        assertThat(elsewhere.cookie("traject-session")).get().isNotEqualTo(before);
        assertThat(mailsTo(email)).contains("Inloggen in twee stappen staat aan");
    }

    @Test
    void shouldAcceptACodeOnce() {
        Factor factor = switchOn(browser);
        String code = factor.code(0);

        assertThat(location(signIn(new Browser(port), code))).isEqualTo("/");

        assertThat(location(signIn(new Browser(port), code))).isEqualTo("/sign-in/code?refused");
        assertThat(location(signIn(new Browser(port), factor.code(1)))).isEqualTo("/");
    }

    @Test
    void shouldAcceptTheSameCodeOfTwoBrowsersAtOnceOnce() throws Exception {
        Factor factor = switchOn(browser);
        String code = factor.code(0);
        List<Callable<String>> attempts = IntStream.range(0, 4)
                .mapToObj(i -> afterPassword())
                .map(one -> (Callable<String>) () -> location(enter(one, code)))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(attempts).stream().map(one -> one.resultNow()))
                    .containsOnlyOnce("/")
                    .contains("/sign-in/code?refused");
        }
    }

    @Test
    void shouldAcceptARecoveryCodeOnce() throws Exception {
        Factor factor = switchOn(browser);
        String code = factor.recoveryCodes().getFirst();
        assertThat(factor.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();

        Browser first = afterPassword();
        Browser second = afterPassword();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> attempts = List.of(
                    () -> location(enter(first, code.toUpperCase().replace("-", " "))),
                    () -> location(enter(second, code)));
            assertThat(threads.invokeAll(attempts).stream().map(one -> one.resultNow()))
                    .containsExactlyInAnyOrder("/", "/sign-in/code?refused");
        }

        assertThat(location(signIn(new Browser(port), code))).isEqualTo("/sign-in/code?refused");
        assertThat(mailsTo(email)).contains("Er is een herstelcode gebruikt");
        assertThat(browser.get("/account/two-factor").body()).contains("9 herstelcodes");
    }

    @Test
    void shouldMakeOldRecoveryCodesVoid() {
        Factor factor = switchOn(browser);
        browser.get("/account/two-factor/recovery-codes");

        assertThat(browser.post("/account/two-factor/recovery-codes", "password", "wrong", "code", factor.code(0))
                        .body())
                .contains("Het huidige wachtwoord klopt niet");
        HttpResponse<String> renewed =
                browser.post("/account/two-factor/recovery-codes", "password", user.password(), "code", factor.code(0));

        List<String> codes = recoveryCodes(renewed);
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(factor.recoveryCodes());
        assertThat(renewed.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(location(signIn(new Browser(port), factor.recoveryCodes().getLast())))
                .isEqualTo("/sign-in/code?refused");
        assertThat(location(signIn(new Browser(port), codes.getLast()))).isEqualTo("/");
        assertThat(mailsTo(email)).contains("U hebt nieuwe herstelcodes");
    }

    @Test
    void shouldSwitchOffWithPasswordAndCodeOnly() {
        Factor factor = switchOn(browser);
        browser.get("/account/two-factor/removal");

        assertThat(switchOff(user.password(), "000000").body()).contains("Deze code klopt niet");
        assertThat(switchOff("wrong", factor.code(0)).body()).contains("Het huidige wachtwoord klopt niet");
        assertThat(location(switchOff(user.password(), factor.code(0)))).isEqualTo("/account");

        assertThat(location(new Browser(port).signIn(user.username(), user.password())))
                .isEqualTo("/");
        assertThat(mailsTo(email)).contains("Inloggen in twee stappen staat uit");
    }

    @Test
    void shouldShowTheSecretOnlyWhileItIsSetUp() {
        browser.get("/account/two-factor");
        assertThat(browser.get("/account/two-factor/qr.png").statusCode()).isEqualTo(404);
        assertThat(browser.post("/account/two-factor", "password", "wrong").body())
                .contains("Het huidige wachtwoord klopt niet");

        browser.post("/account/two-factor", "password", user.password());
        HttpResponse<byte[]> picture = browser.getBytes("/account/two-factor/qr.png");
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");

        assertThat(location(new Browser(port).signIn(user.username(), user.password())))
                .as("not asked for before it is confirmed")
                .isEqualTo("/");
        switchOn(browser);
        assertThat(browser.get("/account/two-factor/set-up").statusCode()).isEqualTo(404);
        assertThat(browser.get("/account/two-factor/qr.png").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLetAnAdministratorTakeItOff() {
        switchOn(browser);
        Browser administrator = new Browser(port).signedIn(aUser(StandardRole.ADMINISTRATOR));
        assertThat(administrator.get("/admin/users/" + user.id()).body())
                .contains("/admin/users/" + user.id() + "/two-factor");
        administrator.get("/admin/users/" + user.id() + "/two-factor");

        assertThat(location(administrator.post("/admin/users/" + user.id() + "/two-factor")))
                .isEqualTo("/admin/users");

        assertThat(location(browser.get("/account"))).isEqualTo("/sign-in");
        assertThat(location(browser.signIn(user.username(), user.password()))).isEqualTo("/account");
        assertThat(mailsTo(email)).contains("Een beheerder heeft uw tweede stap verwijderd");
        assertThat(browser.get("/account/events").body()).contains("Tweede stap verwijderd", "door Test User");
    }

    @Test
    void shouldLeadEveryoneToItWhereItIsRequired() {
        Browser administrator = new Browser(port).signedIn(aUser(StandardRole.ADMINISTRATOR));
        assertThat(administrator.get("/admin/sign-in").body()).contains("Twee stappen niet verplicht");
        administrator.post("/admin/sign-in", "required", "true");

        assertThat(location(browser.get("/cases?q=x"))).isEqualTo("/account/two-factor");
        assertThat(location(browser.get("/account"))).isEqualTo("/account/two-factor");
        Factor factor = switchOn(browser);
        assertThat(location(browser.get("/account/two-factor/done")))
                .as("where one wanted to go")
                .isEqualTo("/account");
        assertThat(location(administrator.get("/admin/users"))).isEqualTo("/account/two-factor");

        browser.get("/account/two-factor/removal");
        assertThat(switchOff(user.password(), factor.code(0)).body()).contains("het kan niet uit");
        assertThat(new Browser(port)
                        .signedIn(aUser(UUID.randomUUID(), StandardRole.CASE_WORKER))
                        .get("/cases")
                        .statusCode())
                .as("another organisation")
                .isEqualTo(200);
    }

    @Test
    void shouldSlowDownWhoGuessesCodesAndNotTheOwner() {
        Factor factor = switchOn(browser);
        Browser stranger = afterPassword();
        for (int i = 0; i < 10; i++) {
            assertThat(location(enter(stranger, "00000" + i))).isEqualTo("/sign-in/code?refused");
            stranger.get("/sign-in/code");
        }

        assertThat(location(enter(stranger, factor.code(0)))).isEqualTo("/sign-in/code?throttled");
        browser.post("/sign-out");
        assertThat(location(signIn(browser, factor.code(0))))
                .as("the browser that the owner used before")
                .isEqualTo("/");
        assertThat(mailsTo(email)).contains("Iemand kent mogelijk uw wachtwoord");
    }

    private TestUser aUser(StandardRole role) {
        return aUser(organisation, role);
    }

    private TestUser aUser(UUID its, StandardRole role) {
        TestUser made = accounts.user(role, its);
        database.sql("update access_user set email = username || '@waterdam.example' where id = ?")
                .param(made.id())
                .update();
        return made;
    }

    /** With the code of the step before, so that the present one is still good for signing in. */
    private Factor switchOn(Browser owner) {
        owner.get("/account/two-factor");
        owner.post("/account/two-factor", "password", user.password());
        Matcher secret = SECRET.matcher(owner.get("/account/two-factor/set-up").body());
        assertThat(secret.find()).isTrue();
        String text = secret.group(1).replace(" ", "");
        String code = OneTimeCodes.codeAt(text, Instant.now().minusSeconds(STEP));
        return new Factor(text, recoveryCodes(owner.post("/account/two-factor/set-up", "code", code)));
    }

    private static List<String> recoveryCodes(HttpResponse<String> page) {
        return RECOVERY_CODE
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Browser afterPassword() {
        Browser one = new Browser(port);
        assertThat(location(one.signIn(user.username(), user.password()))).isEqualTo("/sign-in/code");
        one.get("/sign-in/code");
        return one;
    }

    private HttpResponse<String> signIn(Browser one, String code) {
        one.signIn(user.username(), user.password());
        one.get("/sign-in/code");
        return enter(one, code);
    }

    private static HttpResponse<String> enter(Browser one, String code) {
        return one.post("/sign-in/code", "code", code);
    }

    private HttpResponse<String> switchOff(String password, String code) {
        return browser.post("/account/two-factor/removal", "password", password, "code", code);
    }

    private List<String> mailsTo(String address) {
        return database.sql("select subject from mail_outbox where to_address = ? order by created_at")
                .param(address)
                .query(String.class)
                .list();
    }
}
