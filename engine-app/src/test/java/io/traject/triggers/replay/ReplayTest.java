package io.traject.triggers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.TestTriggerRoom;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a draft would have done to what happened. */
@TrajectTest
class ReplayTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DRAFT = """
            {"name": "Letter", "event": "testing.happened", "validFrom": "2099-01-01",
             "condition": {"field": "event.amount", "operator": "%s", "values": ["%d"]},
             "actions": [{"kind": "testing-note", "settings": {"title": "x"}}]}""";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    TestTriggers triggers;

    @Autowired
    AdvanceReplay advanceReplay;

    @Autowired
    DomainEventLog events;

    @Autowired
    BusinessTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private UUID organisation;
    private RestCaller program;

    @BeforeEach
    void signIn() {
        organisation = cases.municipality();
        program = new RestCaller(port, accounts.accessToken(organisation, Permission.TRIGGERS_EDIT));
    }

    @Test
    void shouldCompareWithWhatIsPublishedAndDoNothing() throws Exception {
        UUID low = happen(15);
        UUID middle = happen(25);
        UUID high = happen(45);
        happen(5);
        UUID trigger = triggers.publish(
                organisation,
                "Letter",
                TestTriggerRoom.HAPPENED,
                new Condition.Test("event.amount", Operator.AT_LEAST, "20"),
                new ChosenAction("testing-note", Map.of("title", "x")));
        draft(trigger, "at-most", 30);
        Browser browser =
                new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation));
        String form = "/admin/triggers/" + trigger + "/replays";
        assertThat(browser.get(form).body()).contains("Letter naspelen", "De geldigheid blijft buiten beschouwing");
        String today = time.today().toString();
        assertThat(browser.post(form, "from", today, "until", "").body())
                .contains("Kies een eerste en een laatste dag", "value=\"" + today + "\"");

        String page = Browser.location(browser.post(form, "from", today, "until", today));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(browser.get(page).body())
                        .contains("4 gebeurtenissen bekeken")
                        .contains("Zou voortaan afgaan: 2")
                        .contains("Zou niet meer afgaan: 1")
                        .contains("Gaat af zoals voorheen: 1"));
        assertThat(browser.get(page).body()).contains(low.toString(), middle.toString(), high.toString());
        assertThat(browser.get("/admin/triggers/" + trigger).body())
                .contains("Getest op de gebeurtenissen van een periode");
        assertThat(database.sql("select count(*) from triggers_firing where organisation_id = ?")
                        .param(organisation)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(browser.get(form).body()).contains("Eerder nagespeeld");
    }

    @Test
    void shouldBeNoTestWithoutAnEvent() {
        String trigger = RestCaller.json(program.post("/api/v1/triggers", DRAFT.formatted("at-least", 10)))
                .get("id")
                .asString();
        Browser browser =
                new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation));
        String form = "/admin/triggers/" + trigger + "/replays";
        browser.get(form);
        String today = time.today().toString();

        String page = Browser.location(browser.post(form, "from", today, "until", today));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(browser.get(page).body())
                        .contains("Geen gebeurtenis bekeken", "dit geldt dus niet als test")
                        .doesNotContain("/publication"));
        assertThat(RestCaller.json(program.get("/api/v1/triggers/" + trigger)).toString())
                .doesNotContain("tested");
    }

    @Test
    void shouldGoOnWhereItWasHoweverManyDoAndWhateverIsUndone() throws Exception {
        String trigger = RestCaller.json(program.post("/api/v1/triggers", DRAFT.formatted("at-least", 10)))
                .get("id")
                .asString();
        happened(2_300);

        String path = program.post("/api/v1/triggers/" + trigger + "/replay", period())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        UUID replay = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> going = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                boolean killed = i % 2 == 0;
                going.add(threads.submit(() -> SystemActor.run(() -> transaction.executeWithoutResult(status -> {
                    advanceReplay.advance(replay);
                    if (killed) {
                        status.setRollbackOnly();
                    }
                }))));
            }
            for (Future<?> each : going) {
                each.get();
            }
        }

        JsonNode told = await().atMost(SOON)
                .until(
                        () -> RestCaller.json(program.get(path)),
                        now -> now.get("state").asString().equals("done"));
        assertThat(told.get("lookedAt").asInt()).isEqualTo(2_300);
        assertThat(told.at("/found/1/compared").asString()).isEqualTo("now-only");
        assertThat(told.at("/found/1/count").asInt()).isEqualTo(1_150);
        assertThat(told.at("/found/0/count").asInt()).isZero();
        assertThat(told.at("/found/1/events").size()).isEqualTo(1_000);
    }

    @Test
    void shouldRunOneAtATimeAndBeStopped() {
        String trigger = RestCaller.json(program.post("/api/v1/triggers", DRAFT.formatted("at-least", 10)))
                .get("id")
                .asString();
        UUID running = UUID.randomUUID();
        database.sql("""
                        insert into triggers_replay (id, organisation_id, trigger_id, number, event, condition, actions,
                            publication, first_day, last_day, state, total, asked_by, asked_at)
                        select ?, ?, trigger_id, 1, event, condition, actions, 0, current_date, current_date, 'RUNNING', 1, 'Eva',
                            now()
                        from triggers_version where trigger_id = ?
                        """)
                .params(running, organisation, UUID.fromString(trigger))
                .update();
        String replay = "/api/v1/triggers/" + trigger + "/replay";
        String replays = replay + "s";

        assertThat(RestCaller.problem(program.post(replay, period()))).isEqualTo("trigger-replay-running");
        assertThat(program.delete(replays + "/" + running).statusCode()).isEqualTo(204);
        assertThat(RestCaller.json(program.get(replays + "/" + running))
                        .get("state")
                        .asString())
                .isEqualTo("cancelled");
        SystemActor.run(() -> assertThat(advanceReplay.advance(running)).isFalse());
        assertThat(program.post(replay, period()).statusCode()).isEqualTo(202);
        assertThat(RestCaller.problem(program.post(replay, "{\"from\": \"2026-02-02\", \"until\": \"2026-02-01\"}")))
                .isEqualTo("trigger-replay-period");
        assertThat(RestCaller.problem(program.post(replay, "{}"))).isEqualTo("trigger-replay-period");
    }

    private void draft(UUID trigger, String operator, int limit) {
        String path = "/api/v1/triggers/" + trigger;
        String tag = program.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(program.put(path, DRAFT.formatted(operator, limit), "If-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    private String period() {
        return "{\"from\": \"%1$s\", \"until\": \"%1$s\"}".formatted(time.today());
    }

    private UUID happen(int amount) {
        UUID id = Ids.next();
        SystemActor.run(() -> transaction.executeWithoutResult(status -> events.record(new DomainEvent(
                id,
                TestTriggerRoom.HAPPENED,
                organisation,
                Ids.next(),
                null,
                null,
                null,
                Map.of("amount", BigDecimal.valueOf(amount))))));
        return id;
    }

    /** Half of them at least 10. */
    private void happened(int many) {
        List<DomainEvent> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(new DomainEvent(
                    Ids.next(),
                    TestTriggerRoom.HAPPENED,
                    organisation,
                    Ids.next(),
                    null,
                    null,
                    null,
                    Map.of("amount", BigDecimal.valueOf(i % 20))));
        }
        SystemActor.run(() -> transaction.executeWithoutResult(status -> events.record(all)));
    }
}
