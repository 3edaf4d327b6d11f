package io.traject.triggers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.cases.Case;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Ids;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.tree.NodeKind;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.TestTriggerRoom;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import io.traject.triggers.running.MendFirings;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What an administrator can find out about an event, and mend, without anybody's help. */
@TrajectTest
class TriggerLogTest {

    private static final String LOG = "/admin/triggers/log";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Condition ALWAYS = new Condition.All(List.of());
    private static final ChosenAction NOTE = new ChosenAction("testing-note", Map.of("title", "x"));
    private static final ChosenAction MAIL = new ChosenAction(
            "send-mail",
            Map.of("to", "EMPLOYEE_WORK", "subjectNl", "x", "textNl", "x", "subjectEn", "x", "textEn", "x"));

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestCases cases;

    @Autowired
    TestTriggers triggers;

    @Autowired
    DomainEventLog events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private Employee baker;
    private Browser browser;
    private String address;

    @BeforeEach
    void signIn() {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        baker = employees.add(employees.node(NodeKind.DEPARTMENT, bakery, "Ovens"), "1", "Bakker");
        address = baker.id() + "@voorbeeld.example";
        browser = new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider));
    }

    @Test
    void shouldTellWhatFiredAndWhyAnotherDidNot() throws Exception {
        triggers.publish(provider, "Always <b>", TestTriggerRoom.HAPPENED, ALWAYS, NOTE);
        UUID high = triggers.publish(
                provider,
                "Only high",
                TestTriggerRoom.HAPPENED,
                new Condition.All(List.of(
                        new Condition.Test("event.sure", Operator.EQUALS, "true"),
                        new Condition.Test("event.amount", Operator.AT_LEAST, "20"))),
                NOTE);
        UUID other = triggers.publish(provider, "Other", TestTriggerRoom.PINGED, ALWAYS, NOTE);

        UUID event = happen(Map.of("amount", BigDecimal.valueOf(19), "sure", true));
        awaitDone(event);

        assertThat(browser.get(LOG).body()).contains("Always &lt;b&gt;", "Gedaan");
        assertThat(browser.get(LOG + "?trigger=" + high).body()).contains("Geen gebeurtenis gevonden");
        String page = LOG + "/" + event;
        assertThat(browser.get(page).body()).contains("Always &lt;b&gt;", "Wat bekend was", "event.amount", "19");
        assertThat(browser.get(page + "?why=" + high).body())
                .contains("Ging niet af", "Dit klopte niet: event.amount is ten minste 20", "gezien: 19");
        assertThat(browser.get(page + "?why=" + other).body()).contains("Hij gaat over een andere gebeurtenis");

        UUID late = triggers.publish(
                provider,
                "Late",
                TestTriggerRoom.HAPPENED,
                new Condition.Test("event.sure", Operator.EQUALS, "true"),
                NOTE);
        assertThat(browser.get(page + "?why=" + late).body())
                .contains("Toen was geen versie van deze trigger gepubliceerd", "Alle voorwaarden kloppen");
        assertThat(browser.get(LOG + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldBeFoundByTheNumberOfTheCaseOrTheEmployee() throws Exception {
        UUID triggered = triggers.publish(
                provider,
                "Only guidance",
                "case.opened",
                new Condition.Test("case.type", Operator.EQUALS, "GUIDANCE"),
                new ChosenAction("add-task", Map.of("title", "Call")));
        Case mine = cases.about(baker.id(), "Flu");
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Other bakery");
        Case other = cases.about(
                employees
                        .add(employees.node(NodeKind.DEPARTMENT, bakery, "Ovens"), "2", "Bos")
                        .id(),
                "Flu");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(browser.get(LOG).body()).contains(mine.number(), other.number()));

        for (String number : List.of(mine.number(), mine.number().toLowerCase(Locale.ROOT), "1")) {
            assertThat(browser.get(LOG + "?q=" + number).body())
                    .contains(mine.number())
                    .doesNotContain(other.number());
        }
        assertThat(browser.get(LOG + "?q=" + UUID.randomUUID()).body()).contains("Geen gebeurtenis gevonden");
        assertThat(browser.get(LOG + "?q=%00" + mine.number()).body()).contains(mine.number());
        String event = Pattern.compile(LOG + "/([0-9a-f-]{36})")
                .matcher(browser.get(LOG + "?event=case.opened&q=" + mine.number())
                        .body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(browser.get(LOG + "/" + event + "?why=" + triggered).body()).contains("Dit klopte niet");
        assertThat(database.sql("select distinct part from access_look where file_id = any(?)")
                        .param(new UUID[] {mine.id(), baker.id()})
                        .query(String.class)
                        .list())
                .as("a look at the file")
                .containsExactly("EVENT");
        Browser elsewhere =
                new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, employees.provider()));
        assertThat(elsewhere.get(LOG + "?q=" + mine.number()).body())
                .doesNotContain("case.opened")
                .contains("Geen gebeurtenis gevonden");
    }

    @Test
    void shouldTryAgainWhatWasNotDoneOnceTheCauseIsGone() throws Exception {
        UUID trigger = triggers.publish(
                provider, "Write", "case.opened", ALWAYS, MAIL, new ChosenAction("add-task", Map.of("title", "Call")));
        Case opened = cases.about(baker.id(), "Flu");
        UUID event = awaitIncident(trigger);
        assertThat(browser.get("/admin/triggers").body()).contains("Eén actie is niet gelukt", LOG + "?came=FAILED");
        assertThat(browser.get(LOG + "?came=FAILED").body()).contains("Write", "Niet gelukt");
        assertThat(browser.get(LOG + "/" + event).body())
                .contains("geen e-mailadres", "Opnieuw proberen", "Wacht op zijn beurt.");

        database.sql("update organisation_employee set work_email = ? where id = ?")
                .params(address, baker.id())
                .update();
        assertThat(browser.post(action(event, trigger, "retry")
                                .replace(event.toString(), Ids.next().toString()))
                        .statusCode())
                .isEqualTo(404);
        mend(event, trigger, "retry");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openTasks(opened.id())).isEqualTo(1));
        assertThat(browser.get(LOG + "/" + event).body())
                .contains("Mail klaargezet voor verzending")
                .doesNotContain("Opnieuw proberen");
        assertThat(mails()).isEqualTo(1);
        assertThat(browser.post(action(event, trigger, "retry")).statusCode()).isEqualTo(302);
        assertThat(browser.get(LOG + "/" + event).body()).contains("Hier is niets meer te herstellen.");
    }

    @Test
    void shouldSkipOnceHoweverManyAsk() throws Exception {
        UUID trigger = triggers.publish(
                provider, "Write", "case.opened", ALWAYS, MAIL, new ChosenAction("add-task", Map.of("title", "Call")));
        Case opened = cases.about(baker.id(), "Flu");
        UUID event = awaitIncident(trigger);
        RestCaller program = new RestCaller(port, accounts.accessToken(provider, Permission.TRIGGERS_EDIT));
        String skip = "/api/v1/trigger-events/%s/firings/%s/actions/0/skip".formatted(event, firing(event, trigger));

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<HttpResponse<String>> one = threads.submit(() -> program.post(skip, ""));
            Future<HttpResponse<String>> two = threads.submit(() -> program.post(skip, ""));
            assertThat(List.of(one.get().statusCode(), two.get().statusCode())).containsExactlyInAnyOrder(202, 409);
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openTasks(opened.id())).isEqualTo(1));
        JsonNode told = RestCaller.json(program.get("/api/v1/trigger-events/" + event));
        assertThat(told.at("/fired/0/actions/0/state").asString()).isEqualTo("skipped");
        assertThat(told.at("/fired/0/state").asString()).isEqualTo("done");
        assertThat(mails()).isZero();
        assertThat(database.sql("select count(*) from access_change where organisation_id = ? and action = 'skipped'")
                        .param(provider)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void shouldSkipWhatTheEngineWouldTryAgain() throws Exception {
        UUID trigger = triggers.publish(
                provider, "Write", "case.opened", ALWAYS, MAIL, new ChosenAction("add-task", Map.of("title", "Call")));
        Case opened = cases.about(baker.id(), "Flu");
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        database.sql("""
                                select count(*) from triggers_action_run r join triggers_firing f on f.id = r.firing_id
                                where f.trigger_id = ?
                                """).param(trigger).query(Integer.class).single() == 1);
        UUID event = database.sql("select event_id from triggers_firing where trigger_id = ?")
                .param(trigger)
                .query(UUID.class)
                .single();
        assertThat(browser.get(LOG + "/" + event).body()).contains("probeert het zo vanzelf opnieuw", "Overslaan");

        mend(event, trigger, "skip");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openTasks(opened.id())).isEqualTo(1));
        assertThat(mails()).isZero();
    }

    @Test
    void shouldTestADraftOnARealEventWithoutDoingAnything() throws Exception {
        UUID event = happen(Map.of("amount", BigDecimal.valueOf(25)));
        RestCaller program = new RestCaller(port, accounts.accessToken(provider, Permission.TRIGGERS_EDIT));
        String trigger =
                RestCaller.json(program.post("/api/v1/triggers", """
                        {"name": "Draft", "event": "testing.happened",
                         "condition": {"field": "event.amount", "operator": "at-least", "values": ["20"]},
                         "actions": [{"kind": "testing-note", "settings": {"title": "At {{event.amount}}"}}]}""")).get("id").asString();
        String page = "/admin/triggers/" + trigger;
        assertThat(browser.get(page + "/test/past").body()).contains(event.toString());

        assertThat(browser.post(page + "/test/past", "event", event.toString()).body())
                .contains("De trigger gaat af", "At 25", "gezien: 25");

        assertThat(browser.get(page).body()).contains("Getest op een echte gebeurtenis");
        assertThat(RestCaller.json(program.post("/api/v1/triggers/" + trigger + "/test/" + event, ""))
                        .get("fires")
                        .asBoolean())
                .isTrue();
        assertThat(browser.post(page + "/test/past", "event", UUID.randomUUID().toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(firings()).isZero();
    }

    @Test
    void shouldHideWhatIsMedical() throws Exception {
        UUID trigger = triggers.publish(
                provider,
                "Score",
                TestTriggerRoom.HAPPENED,
                new Condition.Test("score.health.strain", Operator.AT_LEAST, "20"),
                NOTE);
        UUID event = happen(Map.of("score.health.strain", BigDecimal.valueOf(7)));
        database.sql("""
                        update events_snapshot set knowledge = jsonb_set(knowledge, '{now,score.health.strain}', '"918.25"')
                        where event_id = ?
                        """).param(event).update();

        assertThat(browser.get(LOG + "/" + event + "?why=" + trigger).body())
                .contains("waarde verborgen: medisch")
                .doesNotContain("918.25", "918,25");
        Browser everything = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, provider));
        assertThat(everything.get(LOG + "/" + event + "?why=" + trigger).body()).contains("918,25");
    }

    private void mend(UUID event, UUID trigger, String how) {
        assertThat(Browser.location(browser.post(action(event, trigger, how)))).isEqualTo(LOG + "/" + event);
    }

    private String action(UUID event, UUID trigger, String how) {
        return "%s/%s/firings/%s/actions/0/%s".formatted(LOG, event, firing(event, trigger), how);
    }

    /** @return the event */
    private UUID awaitIncident(UUID trigger) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.sql("""
                        select count(*) from progress.incident i
                            join engine_start s on s.process_instance_key = i.process_instance_key
                            join triggers_firing f on f.id = s.business_key
                        where f.trigger_id = ? and i.state = 'ACTIVE'
                        """)
                                .param(trigger)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1));
        assertThat(database.sql("""
                        select r.attempts from triggers_action_run r join triggers_firing f on f.id = r.firing_id
                        where f.trigger_id = ?
                        """).param(trigger).query(Integer.class).single())
                .isEqualTo(MendFirings.TRIED_BY_ITSELF);
        return database.sql("select event_id from triggers_firing where trigger_id = ?")
                .param(trigger)
                .query(UUID.class)
                .single();
    }

    private UUID firing(UUID event, UUID trigger) {
        return database.sql("select id from triggers_firing where event_id = ? and trigger_id = ?")
                .params(event, trigger)
                .query(UUID.class)
                .single();
    }

    private void awaitDone(UUID event) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.sql("""
                        select count(*) from triggers_action_run r join triggers_firing f on f.id = r.firing_id
                        where f.event_id = ? and r.state = 'DONE'
                        """)
                                .param(event)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1));
    }

    private int firings() {
        return database.sql("select count(*) from triggers_firing where organisation_id = ?")
                .param(provider)
                .query(Integer.class)
                .single();
    }

    private int openTasks(UUID caseId) {
        return database.sql("select count(*) from tasks_task where case_id = ? and state = 'OPEN'")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    private int mails() {
        return database.sql("select count(*) from mail_outbox where to_address = ?")
                .param(address)
                .query(Integer.class)
                .single();
    }

    private UUID happen(Map<String, Object> facts) {
        UUID id = Ids.next();
        SystemActor.run(() -> transaction.executeWithoutResult(status -> events.record(
                new DomainEvent(id, TestTriggerRoom.HAPPENED, provider, Ids.next(), null, null, null, facts))));
        return id;
    }
}
