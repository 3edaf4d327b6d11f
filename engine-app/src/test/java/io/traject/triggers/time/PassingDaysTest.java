package io.traject.triggers.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.SystemActor;
import io.traject.cases.Case;
import io.traject.cases.CaseResult;
import io.traject.cases.CloseCase;
import io.traject.events.Dated;
import io.traject.events.DomainEventLog;
import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.events.PassingDate;
import io.traject.events.PassingDates;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.FallsDue.Due;
import io.traject.kernel.Ids;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.tree.NodeKind;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a day that comes to what triggers do about it, once. */
@TrajectTest
class PassingDaysTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OPENED = "time.case.openedOn";
    private static final String DUE = "time.case.dueOn";
    private static final String ENDED = "time.case.endedOn";
    private static final String EMPLOYED_UNTIL = "time.employee.employedUntil";
    private static final ChosenAction CALL = new ChosenAction("add-task", Map.of("title", "Call after {{event.days}}"));

    @Autowired
    TestEmployees employees;

    @Autowired
    TestCases cases;

    @Autowired
    TestTriggers triggers;

    @Autowired
    PassDays passDays;

    @Autowired
    AwaitedDays awaitedDays;

    @Autowired
    Passed passed;

    @Autowired
    PassingDaysFallDue fallDue;

    @Autowired
    PassingDates dates;

    @Autowired
    CloseCase closeCase;

    @Autowired
    DomainEventLog events;

    @Autowired
    EventSnapshots snapshots;

    @Autowired
    BusinessTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private UUID bakery;
    private Employee baker;

    @BeforeEach
    void employ() {
        provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        baker = employees.add(bakery, "1", "Bakker");
    }

    @Test
    void shouldFireOnTheDayOnceHoweverOftenItIsLookedAt() throws Exception {
        Case old = openedDaysAgo(14);
        Case older = openedDaysAgo(15);
        Case closed = openedDaysAgo(14);
        SystemActor.call(() -> closeCase.close(closed.id(), CaseResult.COMPLETED, OptionalLong.empty()))
                .orThrow();
        publish(OPENED, open(), 14);

        pass();
        pass();

        assertThat(passedOf(OPENED)).containsExactlyInAnyOrder(old.id() + " 14", closed.id() + " 14");
        await().atMost(SOON).untilAsserted(() -> assertThat(openTasks(old.id())).containsExactly("Call after 14"));
        await().atMost(SOON).untilAsserted(() -> assertThat(evaluated()).isEqualTo(2));
        assertThat(firings(old.id())).isEqualTo(1);
        assertThat(firings(closed.id())).isZero();
        assertThat(openTasks(older.id())).isEmpty();
        EventSnapshot event = snapshots.newest(provider, OPENED, 2).getFirst();
        assertThat(event.facts().now())
                .containsEntry("event.days", BigDecimal.valueOf(14))
                .containsEntry("event.date", time.today().minusDays(14))
                .containsEntry("case.openedOn", time.today().minusDays(14));
        assertThat(event.things()).containsKeys("case", "employee", "employer");
    }

    @Test
    void shouldCountDownToADateAndFollowItWhenItMoves() throws Exception {
        Case dueSoon = cases.about(baker.id(), "Flu");
        dueOn(dueSoon, time.today().plusDays(3));
        publish(DUE, open(), -3);
        pass();
        assertThat(passedOf(DUE)).containsExactly(dueSoon.id() + " -3");

        Case moved = cases.about(baker.id(), "Back");
        dueOn(moved, time.today().plusDays(3));
        pass();
        assertThat(passedOf(DUE)).as("set in the course of the day").hasSize(2);

        dueOn(moved, time.today().plusDays(4));
        tomorrow();
        assertThat(passedOf(DUE)).as("anew for another date").hasSize(3);
    }

    @Test
    void shouldKnowTheEndOfAnEmploymentAndOfACase() throws Exception {
        database.sql("update organisation_employment set ends_on = ? where employee_id = ?")
                .params(time.today().plusDays(30), baker.id())
                .update();
        Case ended = cases.about(baker.id(), "Flu");
        SystemActor.call(() -> closeCase.close(ended.id(), CaseResult.COMPLETED, OptionalLong.empty()))
                .orThrow();
        publish(EMPLOYED_UNTIL, new Condition.Test("employee.archived", Operator.EQUALS, "false"), -30, -31);
        publish(ENDED, new Condition.Test("case.state", Operator.EQUALS, "CLOSED"), 0);

        pass();

        assertThat(passedOf(EMPLOYED_UNTIL)).containsExactly(baker.id() + " -30");
        assertThat(passedOf(ENDED)).containsExactly(ended.id() + " 0");
    }

    @Test
    void shouldDoNothingTwiceWhenKilledInBetweenOrTwoAtOnce() throws Exception {
        List<UUID> all = manyOpenedDaysAgo(450, 2);
        publish(OPENED, open(), 2);
        Awaited awaited = own(passDays.begin());

        SystemActor.call(() -> passDays.passSome(awaited, Optional.empty()));
        assertThat(passedOf(OPENED)).hasSize(200);
        assertThat(doneUpTo()).isEqualTo(time.today().minusDays(1));

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(threads.submit(() -> passAll(passDays, awaited)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(passedOf(OPENED))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(id -> id + " 2").toList());
        assertThat(doneUpTo()).isEqualTo(time.today());
    }

    @Test
    void shouldCatchUpOnDaysOnWhichNobodyLooked() throws Exception {
        publish(OPENED, open(), 10);
        pass();
        assertThat(passedOf(OPENED)).isEmpty();
        List<Case> missed =
                Stream.of(10, 11, 12, 13, 14).map(this::openedDaysAgo).toList();
        lookedLast(time.today().minusDays(3));

        pass();

        assertThat(passedOf(OPENED))
                .as("today and the two days before it")
                .containsExactlyInAnyOrderElementsOf(missed.subList(0, 3).stream()
                        .map(each -> each.id() + " 10")
                        .toList());

        lookedLast(time.today().minusDays(400));
        Case longAgo = openedDaysAgo(10 + PassDays.MISSED_DAYS + 1);
        pass();
        assertThat(passedOf(OPENED)).hasSize(5).doesNotContain(longAgo.id() + " 10");
    }

    @Test
    void shouldBeginWithTheDayOfPublicationAndForgetWhatNobodyWaitsFor() throws Exception {
        Case yesterday = openedDaysAgo(8);
        Case today = openedDaysAgo(7);
        UUID trigger = publish(OPENED, open(), 7);
        pass();
        assertThat(passedOf(OPENED)).containsExactly(today.id() + " 7");

        triggers.retire(provider, trigger);
        pass();
        assertThat(database.sql("select count(*) from triggers_passed where organisation_id = ?")
                        .param(provider)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(passedOf(OPENED)).doesNotContain(yesterday.id() + " 7");
    }

    /** The day before, of and after each change of the clock: 24, 25 and 23 hours. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-24, 2026-10-23T22:00:00Z, 2026-10-24T21:59:59.999999Z",
        "2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T22:59:59.999999Z",
        "2026-10-26, 2026-10-25T23:00:00Z, 2026-10-26T22:59:59.999999Z",
        "2027-03-27, 2027-03-26T23:00:00Z, 2027-03-27T22:59:59.999999Z",
        "2027-03-28, 2027-03-27T23:00:00Z, 2027-03-28T21:59:59.999999Z",
        "2027-03-29, 2027-03-28T22:00:00Z, 2027-03-29T21:59:59.999999Z"
    })
    void shouldCountDaysOfTheInstallationAlsoWhenTheClockChanges(LocalDate day, Instant first, Instant last)
            throws Exception {
        publish(OPENED, open(), 14);
        publish(DUE, open(), -14);
        Case atFirst = openedAt(first);
        Case atLast = openedAt(last);
        openedAt(first.minusNanos(1000));
        openedAt(last.plusNanos(1000));
        Case due = cases.about(baker.id(), "Flu");
        dueOn(due, day);

        PassDays then = at(day.plusDays(14), "00:00");
        awaitedDays.now().stream()
                .filter(one -> one.organisation().equals(provider) && one.days() == 14)
                .forEach(one -> passAll(then, one));
        PassDays before = at(day.minusDays(14), "23:59:59.999");
        awaitedDays.now().stream()
                .filter(one -> one.organisation().equals(provider) && one.days() == -14)
                .forEach(one -> passAll(before, one));

        assertThat(passedOf(OPENED)).containsExactlyInAnyOrder(atFirst.id() + " 14", atLast.id() + " 14");
        assertThat(passedOf(DUE)).containsExactly(due.id() + " -14");
    }

    @Test
    void shouldStopAMovedClockAtEachDayThatSomebodyWaitsFor() throws Exception {
        openedDaysAgo(0);
        openedDaysAgo(2);
        openedDaysAgo(2);
        publish(OPENED, open(), 3, 5);
        LocalDate today = time.today();

        List<Due> due = fallDue.between(time.now(), Dated.startOf(today.plusDays(5)));

        assertThat(fallDue.happensByItself()).isTrue();
        assertThat(due.stream().filter(each -> each.name().equals(OPENED)))
                .contains(
                        new Due(Dated.startOf(today.plusDays(1)), OPENED, 2),
                        new Due(Dated.startOf(today.plusDays(3)), OPENED, 3),
                        new Due(Dated.startOf(today.plusDays(5)), OPENED, 1));
        assertThat(fallDue.between(time.now(), Dated.startOf(today.plusDays(1)).minusMillis(1)))
                .isEmpty();
    }

    @Test
    void shouldPageThroughEveryDateInOrder() {
        LocalDate day = LocalDate.of(2026, 5, 4);
        manyOpenedDaysAgo(7, 0)
                .forEach(id -> opened(id, day.atStartOfDay(BusinessTime.ZONE).toInstant()));
        IntStream.range(0, 7).forEach(i -> employees.add(bakery, "x" + i, "Bakker"));
        for (String type : List.of(OPENED, "time.employee.employedFrom")) {
            PassingDate date = dates.of(type).orElseThrow();
            LocalDate from = type.equals(OPENED) ? day : TestEmployees.START;
            List<Dated> found = new ArrayList<>();
            List<Dated> page;
            do {
                page = date.after(provider, found.isEmpty() ? Dated.before(from) : found.getLast(), from, 3);
                found.addAll(page);
            } while (page.size() == 3);
            assertThat(found).as(type).doesNotHaveDuplicates().hasSize(type.equals(OPENED) ? 7 : 8);
            assertThat(found).allSatisfy(each -> assertThat(each.date()).isEqualTo(from));
            assertThat(date.after(provider, Dated.before(from.minusDays(9)), from.minusDays(1), 3))
                    .isEmpty();
        }
    }

    private PassDays at(LocalDate day, String clock) {
        Instant now =
                day.atTime(LocalTime.parse(clock)).atZone(BusinessTime.ZONE).toInstant();
        return new PassDays(awaitedDays, passed, events, new BusinessTime(Clock.fixed(now, BusinessTime.ZONE)));
    }

    private void tomorrow() {
        PassDays later = at(time.today().plusDays(1), "00:00");
        passAll(later, own(awaitedDays.now()));
    }

    private void pass() {
        PassingSchedule.pass(passDays);
    }

    private void passAll(PassDays passing, Awaited awaited) {
        SystemActor.run(() -> {
            Optional<Dated> position = some(passing, awaited, Optional.empty());
            while (position.isPresent()) {
                position = some(passing, awaited, position);
            }
        });
    }

    private Optional<Dated> some(PassDays passing, Awaited awaited, Optional<Dated> position) {
        return transaction.execute(status -> passing.passSome(awaited, position));
    }

    private Awaited own(List<Awaited> all) {
        return all.stream()
                .filter(awaited -> awaited.organisation().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private UUID publish(String event, Condition others, int... days) throws Exception {
        Condition counted = new Condition.Test(
                PassingDates.DAYS,
                Operator.ONE_OF,
                IntStream.of(days).mapToObj(Integer::toString).toList());
        ChosenAction action = event.startsWith("time.case")
                ? CALL
                : new ChosenAction("set-field", Map.of("field", "employee.language=en"));
        return triggers.publish(provider, "After " + event, event, new Condition.All(List.of(counted, others)), action);
    }

    private static Condition open() {
        return new Condition.Test("case.state", Operator.EQUALS, "OPEN");
    }

    private Case openedDaysAgo(int days) {
        return openedAt(time.today()
                .minusDays(days)
                .atTime(12, 0)
                .atZone(BusinessTime.ZONE)
                .toInstant());
    }

    private Case openedAt(Instant moment) {
        Case opened = cases.about(baker.id(), "Flu");
        opened(opened.id(), moment);
        return opened;
    }

    private void opened(UUID id, Instant moment) {
        database.sql("update cases_case set opened_at = ? where id = ?")
                .params(moment.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Without processes. */
    private List<UUID> manyOpenedDaysAgo(int count, int days) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    UUID id = Ids.next();
                    database.sql("""
                                    insert into cases_case (id, number, type, organisation_id, subject, employee_id, employer_id,
                                        title, state, stage, due_at, opened_at, version)
                                    values (?, ?, 'ABSENCE', ?, 'Bakker', ?, ?, 'Flu', 'OPEN', 'HANDLING', ?, ?, 0)
                                    """)
                            .params(
                                    id,
                                    "t-" + id,
                                    provider,
                                    baker.id(),
                                    baker.employer(),
                                    Instant.now().atOffset(ZoneOffset.UTC),
                                    Dated.startOf(time.today().minusDays(days)).atOffset(ZoneOffset.UTC))
                            .update();
                    return id;
                })
                .toList();
    }

    private void dueOn(Case one, LocalDate day) {
        database.sql("update cases_case set due_at = ? where id = ?")
                .params(time.endOf(day).atOffset(ZoneOffset.UTC), one.id())
                .update();
    }

    private void lookedLast(LocalDate day) {
        database.sql("update triggers_passed set done_up_to = ? where organisation_id = ?")
                .params(day, provider)
                .update();
    }

    private LocalDate doneUpTo() {
        return database.sql("select done_up_to from triggers_passed where organisation_id = ?")
                .param(provider)
                .query(LocalDate.class)
                .single();
    }

    private List<String> passedOf(String type) {
        return database.sql(
                        "select subject_id || ' ' || (facts ->> 'days') from events_domain_event where organisation_id = ? and type = ?")
                .params(provider, type)
                .query(String.class)
                .list();
    }

    private int evaluated() {
        return database.sql("""
                        select count(*) from triggers_evaluation e join events_snapshot s on s.event_id = e.event_id
                        where e.organisation_id = ? and s.type = ?
                        """).params(provider, OPENED).query(Integer.class).single();
    }

    private int firings(UUID subject) {
        return database.sql("select count(*) from triggers_firing where subject_id = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    private List<String> openTasks(UUID caseId) {
        return database.sql("select title from tasks_task where case_id = ? and state = 'OPEN' order by title")
                .param(caseId)
                .query(String.class)
                .list();
    }
}
