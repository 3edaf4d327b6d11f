package io.traject.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be there afterwards, and how often. */
final class Counts {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final List<Count> counts = new ArrayList<>();

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Count(String what, long expected, LongSupplier found) {

        boolean isRight() {
            return found.getAsLong() == expected;
        }
    }

    Counts expect(String what, long expected, LongSupplier found) {
        counts.add(new Count(what, expected, found));
        return this;
    }

    Counts expect(String what, long expected, String sql, Object... parameters) {
        return expect(what, expected, () -> find(sql, parameters));
    }

    long find(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    /** The rows of a spreadsheet and their cases, one each. */
    Counts cases(int residents) {
        return expect("cases", residents, "select count(*) from cases_case")
                .expect(
                        "residents with a case of their own",
                        residents,
                        "select count(distinct case_id) from reexamination_resident where creation = 'CREATED'")
                .expect("starts that no process has claimed", 0, """
                        select count(*) from engine_start where process_instance_key is null""")
                .expect("cases whose process is missing or in another state than the case", 0, """
                        select count(*) from cases_case one
                        left join engine_start start on start.correlation_key = one.id
                        left join progress.process_instance instance on instance.key = start.process_instance_key
                        where instance.key is null or (instance.state = 'ACTIVE') <> (one.state = 'OPEN')""")
                .expect("process instances that go on beside the one that claimed the case", 0, """
                        select count(*) from progress.process_instance instance
                        where state = 'ACTIVE' and process_id = 're-examination-case' and not exists (
                            select from engine_start where process_instance_key = instance.key)""");
    }

    /** One invitation per resident and channel, in the database and at the mail server. */
    Counts invitations(int mails, int letters) {
        return expect("invitations by mail", mails, """
                        select count(distinct case_id) from communication_communication
                        where channel = 'MAIL' and kind = 'INVITATION_MAIL' and state = 'SENT'""")
                .expect("invitations by letter", letters, """
                        select count(distinct case_id) from communication_communication
                        where channel = 'LETTER' and kind = 'INVITATION_LETTER'""")
                .expect(
                        "invitations in all",
                        (long) mails + letters,
                        "select count(*) from communication_communication where kind like 'INVITATION%'")
                .expect("mails that are not sent", 0, "select count(*) from mail_outbox where state <> 'SENT'");
    }

    /** Nothing is left to do, and nobody has to look at anything. */
    Counts quiet() {
        return expect("commands that wait for the engine", 0, """
                        select count(*) from scheduled_tasks where task_name like 'engine.command.%'""")
                .expect("open incidents", 0, "select count(*) from progress.incident where state = 'ACTIVE'");
    }

    /** Waits until all is as expected, prints the table in any case, and fails when something is not. */
    void settle(Duration limit) {
        try {
            Awaitility.await()
                    .atMost(limit)
                    .pollInterval(LOOK)
                    .ignoreExceptions()
                    .until(() -> counts.stream().allMatch(Count::isRight));
        } catch (ConditionTimeoutException e) {
            System.out.println("Not settled within " + limit);
        }
        System.out.println("count | expected | found |");
        counts.forEach(count -> System.out.printf(
                "%s | %d | %d | %s%n",
                count.what(), count.expected(), count.found().getAsLong(), count.isRight() ? "" : "WRONG"));
        assertThat(counts).filteredOn(count -> !count.isRight()).isEmpty();
    }
}
