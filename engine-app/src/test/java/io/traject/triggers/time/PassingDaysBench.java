package io.traject.triggers.time;

import io.traject.access.SystemActor;
import io.traject.events.PassingDates;
import io.traject.kernel.BusinessTime;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes to look for the days that ten triggers wait for, of cases that were opened over a thousand days: at the
 * beginning of a day, and again later on when nothing is new. Bare is the events written by one statement without knowledge of
 * their cases, and ten queries. {@code -Dbench.cases=10000,100000} chooses the sizes.
 */
@TrajectTest
class PassingDaysBench {

    private static final int TRIGGERS = 10;
    private static final double MILLION = 1e6;

    @Autowired
    TestCases cases;

    @Autowired
    TestTriggers triggers;

    @Autowired
    PassDays passDays;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient database;

    @Test
    void measure() throws Exception {
        System.out.println("figure | ours | bare | ratio");
        for (String size : System.getProperty("bench.cases", "10000,100000").split(",")) {
            measure(cases.municipality(), Integer.parseInt(size));
        }
    }

    private void measure(UUID organisation, int size) throws Exception {
        database.sql("""
                        insert into cases_case (id, number, type, organisation_id, subject, state, stage, due_at, opened_at, version)
                        select gen_random_uuid(), :organisation::text || '-' || i, 'RE_EXAMINATION', :organisation, 'x', 'OPEN',
                            'CREATED', now(), (:today - i % 1000)::timestamp at time zone 'Europe/Amsterdam', 0
                        from generate_series(1, :size) i
                        """)
                .param("organisation", organisation)
                .param("size", size)
                .param("today", time.today())
                .update();
        database.sql("analyze cases_case").update();
        for (int i = 1; i <= TRIGGERS; i++) {
            triggers.publish(
                    organisation,
                    "After " + i,
                    "time.case.openedOn",
                    new Condition.All(List.of(
                            new Condition.Test(PassingDates.DAYS, Operator.EQUALS, Integer.toString(i * 30)),
                            new Condition.Test("case.state", Operator.EQUALS, "CLOSED"))),
                    new ChosenAction("end-case", Map.of("how", "COMPLETED")));
        }
        List<Awaited> awaited = SystemActor.call(passDays::begin).stream()
                .filter(one -> one.organisation().equals(organisation))
                .toList();

        double first = millis(() -> PassingSchedule.pass(passDays));
        double bare = millis(() -> awaited.forEach(one -> database.sql("""
                                insert into events_domain_event (id, type, schema_version, organisation_id, subject_id, occurred_at,
                                    actor_id, actor_kind, actor_name, depth, facts)
                                select gen_random_uuid(), 'bare', 1, organisation_id, id, now(), id, 'SYSTEM', 'x', 0, '{}'
                                from cases_case where organisation_id = ? and opened_at = ?::timestamp at time zone 'Europe/Amsterdam'
                                """)
                .params(organisation, time.today().minusDays(one.days()))
                .update()));
        print("%,d of %,d cases pass a day, ms".formatted(TRIGGERS * size / 1000, size), first, bare);
        print(
                "the same again, nothing new, ms",
                median(() -> PassingSchedule.pass(passDays)),
                median(() -> awaited.forEach(one -> database.sql("""
                                select id from cases_case
                                where organisation_id = ? and opened_at = ?::timestamp at time zone 'Europe/Amsterdam'
                                """)
                        .params(organisation, time.today().minusDays(one.days()))
                        .query(UUID.class)
                        .list())));
    }

    private static void print(String figure, double ours, double bare) {
        System.out.printf(Locale.ROOT, "%s | %.1f | %.1f | %.1f%n", figure, ours, bare, ours / bare);
    }

    private static double median(Runnable work) {
        return IntStream.range(0, 9)
                .mapToDouble(i -> millis(work))
                .sorted()
                .skip(4)
                .findFirst()
                .orElseThrow();
    }

    private static double millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / MILLION;
    }
}
