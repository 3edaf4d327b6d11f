package io.traject.triggers.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.cases.Case;
import io.traject.cases.CaseResult;
import io.traject.cases.CloseCase;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.kernel.Ids;
import io.traject.kernel.RefusedException;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.KeepEmployments;
import io.traject.organisation.tree.NodeKind;
import io.traject.questionnaires.TestQuestionnaires;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.TestTriggerRoom;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import io.traject.triggers.running.ActionRuns.Run;
import io.traject.triggers.running.ActionRuns.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

/** From an event to what a trigger does, once. */
@TrajectTest
class RunningTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Condition ALWAYS = new Condition.All(List.of());

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
    TestQuestionnaires questionnaires;

    @Autowired
    TestAgenda agenda;

    @Autowired
    KeepEmployments keepEmployments;

    @Autowired
    CloseCase closeCase;

    @Autowired
    DomainEventLog events;

    @Autowired
    EventSnapshots snapshots;

    @Autowired
    EvaluateEvents evaluate;

    @Autowired
    RunAction runAction;

    @Autowired
    ActionRuns runs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private UUID ovens;
    private UUID shop;
    private Employee baker;

    @BeforeEach
    void employ() {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        shop = employees.node(NodeKind.DEPARTMENT, bakery, "Shop");
        baker = employees.add(ovens, "1", "Bakker");
    }

    @Test
    void shouldAddATaskToTheCaseThatWasOpenedAndWithdrawItWithTheCase() throws Exception {
        triggers.publish(
                provider,
                "Call first",
                "case.opened",
                new Condition.All(List.of(
                        new Condition.Test("case.type", Operator.EQUALS, "ABSENCE"),
                        new Condition.Test("employee.department", Operator.EQUALS, ovens.toString()))),
                new ChosenAction(
                        "add-task",
                        Map.of(
                                "title",
                                "Call {{employee.name}}",
                                "instruction",
                                "About {{case.number}} <b>",
                                "dueInDays",
                                "3")));

        Case opened = cases.about(baker.id(), "Flu");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openTasks(opened.id())).containsExactly("Call A.B. van der Bakker"));
        assertThat(runsOf("case.opened"))
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo(State.DONE));
        assertThat(database.sql("select actor_name from events_domain_event where type = 'task.added' and case_id = ?")
                        .param(opened.id())
                        .query(String.class)
                        .list())
                .isNotEmpty();

        SystemActor.call(() -> closeCase.close(opened.id(), CaseResult.COMPLETED, OptionalLong.empty()))
                .orThrow();
        assertThat(openTasks(opened.id())).isEmpty();
    }

    @Test
    void shouldKnowWhatAnEventChanged() throws Exception {
        triggers.publish(
                provider,
                "Moved",
                "employment.changed",
                new Condition.All(List.of(
                        new Condition.Test("employee.department", Operator.WAS, ovens.toString()),
                        new Condition.Test("employee.department", Operator.BECAME, shop.toString()))),
                new ChosenAction("set-field", Map.of("field", "employee.language=en")));

        move(baker, shop);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.sql("select language from organisation_employee where id = ?")
                                .param(baker.id())
                                .query((row, n) -> Optional.ofNullable(row.getString("language")))
                                .single())
                        .contains("EN"));
        EventSnapshot caused = await().atMost(SOON)
                .until(() -> snapshots.newest(provider, "employee.changed", 1), found -> !found.isEmpty())
                .getFirst();
        assertThat(caused.depth()).isEqualTo(1);
        assertThat(caused.facts().changed()).containsExactly("employee.language");
    }

    /** The rule of the seed: a raw score and a change, an appointment on a Saturday and a task. */
    @Test
    void shouldAskForAnAppointmentWhenTheScoreIsHighAndTheDepartmentChanged() throws Exception {
        questionnaires.publish(provider);
        agenda.type(provider, "Spreekuur", "Consultation");
        Case absence = cases.about(baker.id(), "Flu");
        questionnaires.fillIn(provider, absence.id(), TestQuestionnaires.TWENTY);
        triggers.publish(
                provider,
                "High score elsewhere",
                "employment.changed",
                new Condition.All(List.of(
                        new Condition.Test("score.vitality.belasting", Operator.AT_LEAST, "20"),
                        new Condition.Test("answer.vitality.vermoeid", Operator.CONTAINS, "altijd"),
                        new Condition.Test("employee.department", Operator.CHANGED))),
                new ChosenAction(
                        "create-appointment-request",
                        Map.of("consultationType", "consultation", "saturdayAllowed", "true")));

        move(baker, shop);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.sql("""
                        select state || ' ' || saturday_allowed || ' ' || sunday_holiday_allowed || ' ' || case_id
                        from agenda_appointment_request where employee_id = ?
                        """)
                                .param(baker.id())
                                .query(String.class)
                                .list())
                        .containsExactly("OPEN true false " + absence.id()));
        assertThat(database.sql("select count(*) from events_snapshot where organisation_id = ? and type = ?")
                        .params(provider, "questionnaire.completed")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void shouldEvaluateEachEventOnceHoweverManyTry() throws Exception {
        triggers.publish(
                provider,
                "Many",
                TestTriggerRoom.HAPPENED,
                new Condition.Test("event.amount", Operator.AT_LEAST, "10"),
                new ChosenAction("testing-note", Map.of("title", "{{event.words}}")));
        int events = 120;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < events; i++) {
                int amount = i % 20;
                running.add(
                        threads.submit(() -> happen(UUID.randomUUID(), Map.of("amount", BigDecimal.valueOf(amount)))));
                running.add(threads.submit(() -> SystemActor.run(evaluate::evaluateSome)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(evaluated()).isEqualTo(events));
        assertThat(firings(TestTriggerRoom.HAPPENED)).hasSize(events / 2);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(runsOf(TestTriggerRoom.HAPPENED)).hasSize(events / 2));
    }

    @Test
    void shouldEvaluateEachEventOnceThoughKilledInBetween() throws Exception {
        triggers.publish(
                provider,
                "Survivor",
                TestTriggerRoom.HAPPENED,
                ALWAYS,
                new ChosenAction("testing-note", Map.of("title", "x")));
        int events = 30;
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < events; i++) {
                running.add(threads.submit(() -> happen(UUID.randomUUID(), Map.of())));
                running.add(threads.submit(() -> SystemActor.run(() -> transaction.executeWithoutResult(killed -> {
                    evaluate.evaluateSome();
                    killed.setRollbackOnly();
                }))));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        // As the task of a killed instance is taken over: what it held, nobody else saw.
        SystemActor.run(evaluate::evaluateSome);

        await().atMost(SOON).untilAsserted(() -> assertThat(evaluated()).isEqualTo(events));
        assertThat(firings(TestTriggerRoom.HAPPENED)).hasSize(events);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(runsOf(TestTriggerRoom.HAPPENED)).hasSize(events));
    }

    @Test
    void shouldFireExactlyWhatWasPublishedWhileEventsFlow() throws Exception {
        int publications = 6;
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> flowing = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                flowing.add(threads.submit(() -> happen(UUID.randomUUID(), Map.of())));
            }
            for (int i = 0; i < publications; i++) {
                UUID trigger = triggers.publish(
                        provider,
                        "While it flows " + i,
                        TestTriggerRoom.HAPPENED,
                        ALWAYS,
                        new ChosenAction("testing-note", Map.of("title", "x")));
                if (i % 3 == 0) {
                    triggers.retire(provider, trigger);
                }
            }
            for (Future<?> each : flowing) {
                each.get();
            }
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(evaluated()).isEqualTo(90));

        assertThat(database.sql("""
                        with expected as (
                            select e.event_id, v.id as version_id
                            from triggers_evaluation e join triggers_trigger t on t.organisation_id = e.organisation_id
                                join triggers_version v on v.trigger_id = t.id and v.published_in <= e.publication
                                    and (v.retired_in is null or v.retired_in > e.publication)
                            where e.organisation_id = :provider and e.event_type = v.event),
                        fired as (select event_id, version_id from triggers_firing where organisation_id = :provider)
                        select count(*) from ((table expected except table fired) union all (table fired except table expected)) wrong
                        """)
                        .param("provider", provider)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(distinct publication) from triggers_evaluation where organisation_id = ?")
                        .param(provider)
                        .query(Integer.class)
                        .single())
                .isGreaterThan(1);
    }

    @Test
    void shouldRunOnceWhateverIsDeliveredTwice() throws Exception {
        triggers.publish(
                provider, "Twice", "case.opened", ALWAYS, new ChosenAction("add-task", Map.of("title", "Only one")));
        Case opened = cases.about(baker.id(), "Flu");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openTasks(opened.id())).hasSize(1));
        UUID firing = firings("case.opened").getFirst().id();

        SystemActor.run(() -> runAction.run(firing, 0));

        assertThat(runs.of(firing))
                .singleElement()
                .satisfies(run -> assertThat(run.attempts()).isEqualTo(1));
        assertThat(database.sql("select count(*) from tasks_added where case_id = ?")
                        .param(opened.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void shouldShowARefusalAsAnIncidentAndInTheLog() throws Exception {
        triggers.publish(
                provider,
                "Cannot write",
                "case.opened",
                ALWAYS,
                new ChosenAction(
                        "send-mail",
                        Map.of(
                                "to", "EMPLOYEE_WORK",
                                "subjectNl", "x",
                                "textNl", "x",
                                "subjectEn", "x",
                                "textEn", "x")));

        cases.about(baker.id(), "Flu");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(runsOf("case.opened"))
                        .singleElement()
                        .satisfies(run -> {
                            assertThat(run.state()).isEqualTo(State.FAILED);
                            assertThat(run.code()).isEqualTo("trigger-without-address");
                        }));
        UUID firing = firings("case.opened").getFirst().id();
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents(firing)).isEqualTo(1));
        assertThatThrownBy(() -> SystemActor.run(() -> runAction.run(firing, 0)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void shouldStopWhatGoesRound() throws Exception {
        triggers.publish(
                provider,
                "Round and round",
                TestTriggerRoom.HAPPENED,
                ALWAYS,
                new ChosenAction("testing-note", Map.of("title", "x")));
        UUID subject = UUID.randomUUID();

        for (int i = 0; i < LoopGuard.MOST_OFTEN + 3; i++) {
            int before = i;
            happen(subject, Map.of());
            // Side by side some more may slip through: what goes round comes one after the other.
            await().atMost(SOON).until(() -> evaluated() > before);
        }

        assertThat(firings(TestTriggerRoom.HAPPENED).stream()
                        .filter(firing -> firing.stopped().isPresent()))
                .hasSize(3)
                .allSatisfy(firing -> assertThat(firing.stopped()).contains(Firing.Stop.RATE));
    }

    @Test
    void shouldStopAChainOfEventsAndWarn() throws Exception {
        agenda.type(provider, "Spreekuur", "Consultation");
        agenda.type(provider, "Gesprek", "Talk");
        triggers.publish(provider, "Begin", "employment.changed", ALWAYS, speak("en"));
        triggers.publish(provider, "English", "employee.changed", language("en"), request("consultation"));
        triggers.publish(provider, "Dutch", "employee.changed", language("nl"), request("talk"));
        triggers.publishInLoop(provider, "Not English", "appointment.requested", language("en"), speak("nl"));
        triggers.publishInLoop(provider, "Not Dutch", "appointment.requested", language("nl"), speak("en"));
        Browser browser = new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider));
        assertThat(browser.get("/admin/triggers").body()).doesNotContain("came=STOPPED");

        move(baker, shop);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                firings("employee.changed").stream().flatMap(firing -> firing.stopped().stream()))
                        .containsExactly(Firing.Stop.DEPTH));
        assertThat(snapshots.newest(provider, "employee.changed", 100))
                .extracting(EventSnapshot::depth)
                .containsExactlyInAnyOrder(1, 3, LoopGuard.DEEPEST);
        assertThat(browser.get("/admin/triggers").body()).contains("came=STOPPED");
        assertThat(browser.get("/admin/triggers/log?came=STOPPED").body()).contains("English");
    }

    @Test
    void shouldCloseACaseWithItsResult() throws Exception {
        triggers.publish(
                provider,
                "At once",
                "case.opened",
                ALWAYS,
                new ChosenAction("end-case", Map.of("how", CaseResult.COMPLETED.name())));

        Case opened = cases.about(baker.id(), "Flu");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stateOf(opened.id())).isEqualTo("CLOSED"));
        assertThat(runsOf("case.opened"))
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo(State.DONE));
    }

    @Test
    void shouldCancelACaseOfAMunicipalityWhoseProcessClosesIt() throws Exception {
        provider = cases.municipality();
        assertThatThrownBy(() -> triggers.publish(
                        provider,
                        "Cannot close",
                        "case.opened",
                        ALWAYS,
                        new ChosenAction("end-case", Map.of("how", CaseResult.COMPLETED.name()))))
                .hasMessageContaining("trigger-mistakes");
        triggers.publish(
                provider,
                "Nobody's",
                "case.opened",
                ALWAYS,
                new ChosenAction("end-case", Map.of("how", "CANCEL", "reason", "Opened by mistake")));

        UUID opened = cases.open(provider, "A. Eigen").id();

        await().atMost(SOON).untilAsserted(() -> assertThat(stateOf(opened)).isEqualTo("CANCELLED"));
    }

    @Test
    void shouldNotFireForAnotherOrganisationOrOnceRetired() throws Exception {
        UUID elsewhere = employees.provider();
        UUID trigger = triggers.publish(
                provider,
                "Short",
                TestTriggerRoom.HAPPENED,
                ALWAYS,
                new ChosenAction("testing-note", Map.of("title", "x")));
        triggers.publish(
                elsewhere,
                "Elsewhere",
                TestTriggerRoom.HAPPENED,
                ALWAYS,
                new ChosenAction("testing-note", Map.of("title", "x")));
        happen(UUID.randomUUID(), Map.of());
        await().atMost(SOON).untilAsserted(() -> assertThat(evaluated()).isEqualTo(1));

        triggers.retire(provider, trigger);
        happen(UUID.randomUUID(), Map.of());

        await().atMost(SOON).untilAsserted(() -> assertThat(evaluated()).isEqualTo(2));
        assertThat(firings(TestTriggerRoom.HAPPENED)).hasSize(1);
        assertThat(database.sql("select count(*) from triggers_firing where organisation_id = ?")
                        .param(elsewhere)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Condition language(String code) {
        return new Condition.Test("employee.language", Operator.EQUALS, code);
    }

    private static ChosenAction speak(String language) {
        return new ChosenAction("set-field", Map.of("field", "employee.language=" + language));
    }

    private static ChosenAction request(String consultationType) {
        return new ChosenAction("create-appointment-request", Map.of("consultationType", consultationType));
    }

    private String stateOf(UUID caseId) {
        return database.sql("select state from cases_case where id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    private int evaluated() {
        return database.sql("""
                        select count(*) from triggers_evaluation e join events_snapshot s on s.event_id = e.event_id
                        where e.organisation_id = ? and s.type = ?
                        """)
                .params(provider, TestTriggerRoom.HAPPENED)
                .query(Integer.class)
                .single();
    }

    private int incidents(UUID firing) {
        return database.sql("""
                        select count(*) from progress.incident i join engine_start s
                            on s.process_instance_key = i.process_instance_key
                        where s.business_key = ?
                        """).param(firing).query(Integer.class).single();
    }

    private void move(Employee employee, UUID department) {
        SystemActor.run(() -> {
            var employment = database.sql("select id, version from organisation_employment where employee_id = ?")
                    .param(employee.id())
                    .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getLong("version")))
                    .single();
            EmploymentDetails there = employees.at(department, Optional.empty());
            keepEmployments
                    .change(employee.id(), employment.getKey(), there, employment.getValue())
                    .orThrow();
        });
    }

    private List<String> openTasks(UUID caseId) {
        return database.sql("select title from tasks_task where case_id = ? and state = 'OPEN' order by title")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private List<Run> runsOf(String eventType) {
        return firings(eventType).stream()
                .flatMap(firing -> runs.of(firing.id()).stream())
                .toList();
    }

    private List<Firing> firings(String eventType) {
        return database.sql(
                        "select * from triggers_firing where organisation_id = ? and event_type = ? order by fired_at")
                .params(provider, eventType)
                .query(Firings::firing)
                .list();
    }

    private UUID happen(UUID subject, Map<String, Object> facts) {
        UUID id = Ids.next();
        SystemActor.run(() -> transaction.executeWithoutResult(status -> events.record(
                new DomainEvent(id, TestTriggerRoom.HAPPENED, provider, subject, null, null, null, facts))));
        return id;
    }
}
