package io.traject.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.StandardRole;
import io.traject.cases.OpenedCase;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Language;
import io.traject.platform.ProgressProjection;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TestPlatform;
import io.traject.testing.TrajectTest;
import io.traject.workers.progress.OpenIncidents;
import io.traject.workers.progress.OpenIncidents.Standstill;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrajectTest
class OperationsPagesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> PAGES = List.of(
            "/operations",
            "/operations/incidents",
            "/operations/commands",
            "/operations/mails",
            "/operations/mail-catcher",
            "/operations/commands/resend",
            "/operations/incidents/retry?all=true");

    private static final String CAUSE = "test_forbids_the_task";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    OpenIncidents incidents;

    @Autowired
    DomainEventLog events;

    @Autowired
    JdbcClient database;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    MessageSource messages;

    @AfterEach
    void mendInAnyCase() {
        mend();
    }

    @Test
    void shouldBeClosedToEveryMunicipality() {
        for (StandardRole role : List.of(StandardRole.ADMINISTRATOR, StandardRole.CASE_WORKER)) {
            Browser browser = new Browser(port).signedIn(accounts.user(role, cases.municipality()));
            for (String page : PAGES) {
                assertThat(browser.get(page).statusCode()).as(page).isEqualTo(403);
            }
            assertThat(browser.get("/").body()).doesNotContain("/operations");
        }
    }

    @Test
    void shouldNameAllRecurringWorkInWords() {
        assertThat(tasks.stream().filter(RecurringTask.class::isInstance).map(Task::getName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Arrays.stream(Language.values())
                                .map(language -> messages.getMessage(
                                        "platform.operations.schedule." + name, null, "", language.locale())))
                        .as(name)
                        .doesNotContain(""));
    }

    @Test
    void shouldLetAStepThatStandsStillGoOnOnceTheCauseIsMended() {
        UUID municipality = cases.municipality();
        OpenedCase about = aCaseThatStandsStill(municipality);
        Standstill first = await().atMost(PATIENCE)
                .until(() -> incidents.about(about.id()), found -> !found.isEmpty())
                .getFirst();
        TestUser operator = accounts.installationAdministrator();
        lookAtTheCase(about, municipality);

        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            signIn(page, operator);
            page.navigate(address("/operations"));
            assertThat(page.textContent("#operations-now .callout")).contains("stil");
            look(page, "operations");
            page.navigate(address("/operations/incidents"));
            assertThat(page.textContent("main")).contains(about.number(), "De gegevens ontbreken");
            assertThat(page.querySelector("a[href='/cases/" + about.id() + "']"))
                    .isNull();
            look(page, "operations-incidents");

            retry(page, first);
            Standstill second = await().atMost(PATIENCE)
                    .until(
                            () -> incidents.about(about.id()),
                            found -> !found.isEmpty() && found.getFirst().key() != first.key())
                    .getFirst();

            mend();
            page.navigate(address("/operations/incidents"));
            retry(page, second);
        }
        await().atMost(PATIENCE)
                .until(() -> database.sql("select count(*) from tasks_task where case_id = ?")
                                .param(about.id())
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(incidents.about(about.id())).isEmpty();
        assertThat(events.ofCase(about.id()))
                .filteredOn(event -> event.type().equals("process.stepRetried"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.facts()).containsEntry("step", "FollowUpMissingData"));
    }

    @Test
    void shouldShowWhatTheEngineDoesNotTakeAndSendItAgain() {
        OpenedCase about = cases.open(cases.municipality(), "A. de Vries");
        UUID command = UUID.randomUUID();
        database.sql("""
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked,
                            last_failure, consecutive_failures, last_error, version)
                        values ('engine.command.start', ?, ?, now() + interval '5 minutes', false, now(), 7,
                            'RESOURCE_EXHAUSTED: too much to do', 1)""")
                .params(
                        command.toString(),
                        "{\"businessKeys\":[\"%s\"]}".formatted(about.id()).getBytes(StandardCharsets.UTF_8))
                .update();
        try (BrowserContext visitor = TestBrowser.visitor(390, ColorScheme.DARK)) {
            Page page = visitor.newPage();
            signIn(page, accounts.installationAdministrator());
            page.navigate(address("/operations/commands"));
            assertThat(page.textContent("main"))
                    .contains(about.number(), "Processen starten", "RESOURCE_EXHAUSTED: too much to do");
            look(page, "operations-commands");
            page.click("a[href='/operations/commands/resend?id=" + command + "']");
            look(page, "operations-resend");
            page.click("main .button-primary");
            assertThat(page.textContent(".flash")).contains("wordt nu verstuurd");
        }
        await().atMost(PATIENCE)
                .until(() -> database.sql("select count(*) from scheduled_tasks where task_instance = ?")
                                .param(command.toString())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @Test
    void shouldTellOfARefusedMailWithoutTellingWhose() {
        UUID mail = UUID.randomUUID();
        database.sql("""
                        insert into mail_outbox (id, group_index, from_address, to_address, subject, text, html,
                            language_tag, state, attempts, last_error, failed_at)
                        values (?, 0, 'a@example.org', 'a.jansen@example.org', 'Uitnodiging', '', '', 'nl', 'FAILED', 1,
                            '550 <a.jansen@example.org>: no such mailbox', now())""").param(mail).update();
        Browser browser = new Browser(port).signedIn(accounts.installationAdministrator());

        assertThat(browser.get("/operations/mails").body())
                .contains("550 &lt;…@example.org&gt;: no such mailbox")
                .doesNotContain("jansen");
        assertThat(browser.get("/operations").body()).contains("sinds gisteren geweigerd");
    }

    /** Two partitions beside the real one: of one the engine is ahead, the other gives no sign of life. */
    @Test
    void shouldTellHowFarThePagesAreBehindTheEngine() throws SQLException {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            signIn(page, accounts.installationAdministrator());
            await().atMost(PATIENCE).untilAsserted(() -> {
                page.navigate(address("/operations"));
                assertThat(finding(page, "/operations#exporter"))
                        .contains("in orde", "De pagina’s lopen gelijk met de procesmotor.");
                assertThat(rowOfPartition(page, 1)).contains("loopt bij");
            });

            asExporter("insert into progress.exporter_position values (98, 4711, now(), now(), 75000),"
                    + " (99, 4712, now() - interval '2 minutes', now() - interval '2 minutes', 1500)");
            page.navigate(address("/operations"));

            assertThat(rowOfPartition(page, 98)).contains("loopt achter", "4.711");
            assertThat(lag(page, 98)).isBetween(75.0, 100.0);
            assertThat(rowOfPartition(page, 99)).contains("loopt achter", "4.712");
            assertThat(lag(page, 99)).as("since its last sign of life").isBetween(121.0, 146.0);
            assertThat(lag(page, 1)).isLessThan(30);
            assertThat(finding(page, "/operations#exporter"))
                    .contains("let op")
                    .containsPattern("De pagina’s lopen 1[2-4]\\d seconden achter op de procesmotor");
        } finally {
            asExporter("delete from progress.exporter_position where partition_id in (98, 99)");
        }
    }

    @Test
    void shouldTellHowManyMailsWaitAndSinceWhen() {
        database.sql("update mail_outbox set failed_at = failed_at - interval '2 days' where failed_at is not null")
                .update();
        UUID sending = mail("SENDING", "4 hours");
        List<UUID> all =
                List.of(mail("READY", "5 hours"), mail("READY", "3 hours"), mail("READY", "1 minute"), sending);
        Browser browser = new Browser(port).signedIn(accounts.installationAdministrator());
        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                int waiting = mails("READY");
                int beingSent = mails("SENDING");
                assertThat(waiting).isGreaterThanOrEqualTo(3);
                assertThat(beingSent).isPositive();
                assertThat(browser.get("/operations/mails").body())
                        .contains("Wachtend: %d; nu bij de mailserver: %d.".formatted(waiting, beingSent))
                        .containsPattern("De oudste is geschreven:\\s*<time\\s+datetime=\"" + oldest());
                assertThat(browser.get("/operations").body())
                        .contains("Er wachten %d mails, de oudste al langer dan een kwartier."
                                .formatted(waiting + beingSent));
            });
        } finally {
            all.forEach(id -> database.sql("delete from mail_outbox where id = ?")
                    .param(id)
                    .update());
        }
    }

    private UUID mail(String state, String age) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into mail_outbox (id, group_index, from_address, to_address, subject, text, html,
                            language_tag, state, attempts, claimed_until, created_at)
                        values (?, 0, 'a@example.org', 'b@example.org', 'Uitnodiging', '', '', 'nl', ?, 0,
                            now() + interval '1 hour', now() - ?::interval)""").params(id, state, age).update();
        return id;
    }

    private int mails(String state) {
        return database.sql("select count(*) from mail_outbox where state = ?")
                .param(state)
                .query(Integer.class)
                .single();
    }

    /** To the second, as it begins in the page. */
    private String oldest() {
        return database.sql("select min(created_at) from mail_outbox where state in ('READY', 'SENDING')")
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("Z", "");
    }

    private static String finding(Page page, String part) {
        return page.locator(
                        "#operations-now tr",
                        new Page.LocatorOptions().setHas(page.locator("th a[href='" + part + "']")))
                .textContent();
    }

    private static String rowOfPartition(Page page, int partition) {
        return partition(page, partition).textContent();
    }

    private static double lag(Page page, int partition) {
        String seconds = partition(page, partition).locator("td.nowrap").textContent();
        return Double.parseDouble(seconds.replace(" s", "").replace(',', '.'));
    }

    private static Locator partition(Page page, int partition) {
        return page.locator(
                "#exporter tbody tr",
                new Page.LocatorOptions()
                        .setHas(page.locator(
                                "th",
                                new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + partition + "\\s*$")))));
    }

    /** Nobody else may write what is known of the engine. */
    private static void asExporter(String sql) throws SQLException {
        TestPlatform.Database known = TestPlatform.database();
        try (Connection connection =
                        DriverManager.getConnection(known.url(), ProgressProjection.ROLE, known.progressPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What stands still is drawn so, and the municipality's administrator may have it tried again too. */
    private void lookAtTheCase(OpenedCase about, UUID municipality) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext visitor = TestBrowser.visitor(1280, scheme)) {
                Page page = visitor.newPage();
                signIn(page, accounts.user(StandardRole.ADMINISTRATOR, municipality));
                page.navigate(address("/cases/" + about.id()));
                page.waitForSelector(".diagram .is-standing[data-element-id=FollowUpMissingData]");
                assertThat(page.locator(".diagram .is-done[data-element-id=AwaitInvitation]")
                                .count())
                        .isEqualTo(1);
                assertThat(page.locator(".diagram-canvas").boundingBox().height)
                        .as("drawn in its size")
                        .isGreaterThan(400);
                assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
                assertThat(page.textContent("#course table")).contains("staat stil");
                assertThat(page.locator("form[action$='/retry']").count()).isEqualTo(1);
                look(page, "case-course-" + scheme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void retry(Page page, Standstill incident) {
        page.click("a[href='/operations/incidents/retry?key=" + incident.key() + "']");
        TestBrowser.assertAccessible(page);
        page.click("main .button-primary");
        assertThat(page.textContent(".flash")).contains("opnieuw geprobeerd");
    }

    /** Its task can't be put on the list. */
    private OpenedCase aCaseThatStandsStill(UUID municipality) {
        OpenedCase about = cases.open(
                municipality, "A. de Vries", UUID.randomUUID(), Instant.now().minus(Duration.ofHours(1)));
        database.sql("alter table tasks_task add constraint %s check (case_id <> '%s') not valid"
                        .formatted(CAUSE, about.id()))
                .update();
        cases.invite(about.id());
        return about;
    }

    private void mend() {
        database.sql("alter table tasks_task drop constraint if exists " + CAUSE)
                .update();
    }

    private void look(Page page, String name) {
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            TestBrowser.shoot(page, name + "-" + width);
            TestBrowser.assertAccessible(page);
        }
    }

    private void signIn(Page page, TestUser user) {
        page.navigate(address("/sign-in"));
        page.fill("#username", user.username());
        page.fill("#password", user.password());
        page.click("main button[type=submit]");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
