package io.traject.access;

import static io.traject.testing.Browser.location;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgotten passwords, changed addresses, and the mails that tell the user what happened (A15). */
@TrajectTest
class ForgottenPasswordTest {

    private static final String WANTED = "a violet tractor";
    private static final int TRIES = 200;

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    @Value("${traject.public-url}")
    String publicUrl;

    private UUID organisation;
    private TestUser user;
    private String email;
    private Browser browser;

    @BeforeEach
    void makeUser() {
        organisation = UUID.randomUUID();
        user = accounts.user(StandardRole.CASE_WORKER, organisation);
        email = user.username() + "@waterdam.example";
        database.sql("update access_user set email = ?, language = 'EN' where id = ?")
                .param(email)
                .param(user.id())
                .update();
        browser = new Browser(port);
    }

    @Test
    void shouldLetWhoHasTheMailboxChooseANewPasswordOnce() {
        Browser signedIn = new Browser(port).signedIn(user);
        String link = forgottenLink();
        browser.get(link);
        browser.get(link);

        assertThat(choose(browser, link, "short").body()).contains("12");
        assertThat(location(choose(browser, link, WANTED))).isEqualTo("/sign-in?password-chosen");

        assertThat(location(signedIn.get("/account")))
                .as("signed out everywhere")
                .isEqualTo("/sign-in");
        assertThat(location(browser.signIn(user.username(), user.password()))).isEqualTo("/sign-in?refused");
        assertThat(location(browser.signIn(user.username(), WANTED))).isEqualTo("/");
        browser.get(link);
        assertThat(choose(browser, link, "another tractor").body()).contains("does not work any more");
        assertThat(subjectsTo(email)).contains("Choose a new password", "You chose a new password");
    }

    @Test
    void shouldTakeTheNewPasswordOfOneOfTwoBrowsersAtOnce() throws Exception {
        String link = forgottenLink();
        Browser other = new Browser(port);
        browser.get(link);
        other.get(link);
        List<Callable<Integer>> both = List.of(
                () -> choose(browser, link, WANTED).statusCode(),
                () -> choose(other, link, "another tractor").statusCode());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(both).stream().map(one -> one.resultNow()))
                    .as("a redirect for one only")
                    .containsOnlyOnce(302);
        }
    }

    @Test
    void shouldRefuseALinkThatHasExpiredOrThatNobodySent() {
        String link = forgottenLink();
        database.sql("update access_mailed_link set expires_at = now() - interval '1 second' where user_id = ?")
                .param(user.id())
                .update();

        assertThat(browser.get(link).body()).contains("werkt niet meer");
        assertThat(browser.get("/forgotten-password/" + "x".repeat(43)).body()).contains("werkt niet meer");
        assertThat(location(choose(browser, link, WANTED))).isEmpty();
        assertThat(location(browser.signIn(user.username(), user.password()))).isEqualTo("/");
    }

    @Test
    void shouldAnswerTheSameForEveryNameAndInTheSameTime() {
        List<String> known = knownNames();
        var forKnown = new ArrayList<Duration>();
        var forUnknown = new ArrayList<Duration>();
        browser.get("/forgotten-password");

        for (String name : known) {
            unthrottle();
            forKnown.add(timed(name));
            forUnknown.add(timed("nobody-" + UUID.randomUUID()));
        }

        double difference = millis(median(forKnown)) - millis(median(forUnknown));
        System.out.printf(
                "forgotten password, medians of %d tries: known %.2f ms, unknown %.2f ms%n",
                TRIES, millis(median(forKnown)), millis(median(forUnknown)));
        assertThat(difference).isCloseTo(0, within(10.0));
        await().untilAsserted(() ->
                assertThat(subjectsTo(known.getFirst() + "@waterdam.example")).hasSize(1));
    }

    @Test
    void shouldSendFewMailsHoweverOftenTheyAreAskedFor() {
        browser.get("/forgotten-password");
        for (int i = 0; i < 10; i++) {
            assertThat(location(ask(user.username()))).isEqualTo("/forgotten-password?sent");
        }

        assertThat(location(ask(user.username()))).isEqualTo("/forgotten-password?throttled");
        assertThat(browser.get("/forgotten-password?throttled").body()).contains("role=\"alert\"");
    }

    @Test
    void shouldChangeTheAddressOnlyWhenTheNewOneConfirms() {
        String wanted = "new-" + email;
        browser.signedIn(user).get("/account/email");

        assertThat(changeEmail("not an address", user.password()).body()).contains("name@example.nl");
        assertThat(changeEmail(wanted, "wrong").body()).contains("current password is wrong");
        assertThat(location(changeEmail(wanted, user.password()))).isEqualTo("/account");
        assertThat(emailOfUser()).isEqualTo(email);
        assertThat(subjectsTo(email)).contains("Another e-mail address was given");

        String link = link(wanted);
        Browser elsewhere = new Browser(port);
        elsewhere.get(link);
        assertThat(emailOfUser()).as("looking confirms nothing").isEqualTo(email);
        elsewhere.post(link);

        assertThat(emailOfUser()).isEqualTo(wanted);
        assertThat(subjectsTo(email)).contains("Your e-mail address was changed");
        assertThat(subjectsTo(wanted)).contains("Your e-mail address was changed");
        assertThat(elsewhere.get(link).body()).contains("werkt niet meer");
    }

    @Test
    void shouldConfirmAPasswordThatTheUserChanged() {
        browser.signedIn(user).get("/account/password");

        changePassword("wrong");
        assertThat(subjectsTo(email)).doesNotContain("Your password was changed");

        changePassword(user.password());
        assertThat(subjectsTo(email)).containsOnlyOnce("Your password was changed");
        assertThat(texts(email).getLast())
                .contains("/forgotten-password", "127.0.0.1")
                .doesNotContain(WANTED, user.password());
    }

    @Test
    void shouldTellOfAPasswordThatAnAdministratorReset() {
        Browser administrator = administrator();
        String page = "/admin/users/" + user.id() + "/password";
        administrator.get(page);

        String answer = administrator.post(page).body();

        assertThat(subjectsTo(email)).containsExactly("An administrator gave you a new password");
        assertThat(texts(email).getLast()).contains("Test User", "/sign-in");
        Matcher given = Pattern.compile("<code id=\"password\">([^<]+)</code>").matcher(answer);
        assertThat(given.find()).isTrue();
        assertThat(texts(email).getLast()).doesNotContain(given.group(1));
    }

    @Test
    void shouldTellTheOldAndTheNewAddressThatAnAdministratorChangedIt() {
        String wanted = "new-" + email;
        Browser administrator = administrator();

        assertThat(location(changeByAdministrator(administrator, email))).isEqualTo("/admin/users");
        assertThat(subjectsTo(email)).as("the same address").isEmpty();

        assertThat(location(changeByAdministrator(administrator, wanted))).isEqualTo("/admin/users");
        assertThat(emailOfUser()).isEqualTo(wanted);
        assertThat(subjectsTo(email)).containsExactly("Your e-mail address was changed");
        assertThat(subjectsTo(wanted)).containsExactly("Your e-mail address was changed");
        assertThat(texts(email).getLast()).contains("Test User").doesNotContain(wanted);

        assertThat(location(changeByAdministrator(administrator, ""))).isEqualTo("/admin/users");
        assertThat(subjectsTo(wanted)).as("none any more").hasSize(2);
        assertThat(subjectsTo(email)).hasSize(1);
    }

    @Test
    void shouldSendThroughThePlatformsOwnServer() {
        forgottenLink();

        assertThat(database.sql("select sender_id is null from mail_outbox where to_address = ?")
                        .param(email)
                        .query(Boolean.class)
                        .list())
                .containsOnly(true);
    }

    private String forgottenLink() {
        browser.get("/forgotten-password");
        assertThat(location(ask(user.username()))).isEqualTo("/forgotten-password?sent");
        assertThat(browser.get("/forgotten-password?sent").body()).contains("mail onderweg");
        return link(email);
    }

    private Browser administrator() {
        return new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, organisation));
    }

    private HttpResponse<String> changePassword(String current) {
        return browser.post("/account/password", "current", current, "wanted", WANTED, "repeat", WANTED);
    }

    private HttpResponse<String> changeByAdministrator(Browser administrator, String address) {
        String page = "/admin/users/" + user.id();
        administrator.get(page);
        return administrator.post(
                page,
                "version",
                database.sql("select version from access_user where id = ?")
                        .param(user.id())
                        .query(String.class)
                        .single(),
                "displayName",
                "Test User",
                "email",
                address,
                "role",
                accounts.role(organisation, StandardRole.CASE_WORKER).toString(),
                "groups",
                accounts.whole(organisation).toString(),
                "language",
                "EN");
    }

    private String link(String address) {
        await().until(() -> !texts(address).isEmpty());
        Matcher link = Pattern.compile(Pattern.quote(publicUrl) + "(/\\S+/[\\w-]{43})")
                .matcher(texts(address).getLast());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> ask(String username) {
        return browser.post("/forgotten-password", "username", username);
    }

    private static HttpResponse<String> choose(Browser one, String link, String wanted) {
        return one.post(link, "wanted", wanted, "repeat", wanted);
    }

    private HttpResponse<String> changeEmail(String wanted, String password) {
        return browser.post("/account/email", "email", wanted, "password", password);
    }

    private Duration timed(String username) {
        long start = System.nanoTime();
        HttpResponse<String> answer = ask(username);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(location(answer)).isEqualTo("/forgotten-password?sent");
        return took;
    }

    private List<String> knownNames() {
        return database.sql("""
                        insert into access_user (id, version, username, display_name, email, password_hash,
                                                 organisation_id, role_id, active, created_at)
                        select gen_random_uuid(), 0, name, 'Test User', name || '@waterdam.example', password_hash,
                               organisation_id, role_id, true, now()
                        from access_user, (select 'known-' || gen_random_uuid() as name
                                           from generate_series(1, ?)) names
                        where id = ? returning username""")
                .param(TRIES)
                .param(user.id())
                .query(String.class)
                .list();
    }

    /** All tries come from one address. */
    private void unthrottle() {
        database.sql("delete from access_throttle").update();
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream()
                .sorted(naturalOrder())
                .skip(durations.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private String emailOfUser() {
        return database.sql("select email from access_user where id = ?")
                .param(user.id())
                .query(String.class)
                .single();
    }

    private List<String> subjectsTo(String address) {
        return database.sql("select subject from mail_outbox where to_address = ? order by created_at")
                .param(address)
                .query(String.class)
                .list();
    }

    private List<String> texts(String address) {
        return database.sql("select text from mail_outbox where to_address = ? order by created_at")
                .param(address)
                .query(String.class)
                .list();
    }
}
