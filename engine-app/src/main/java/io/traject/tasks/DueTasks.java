package io.traject.tasks;

import io.traject.kernel.FallsDue.Due;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which open tasks are due when, of the whole installation: numbers only. */
@Repository
public class DueTasks {

    private final JdbcClient jdbc;

    DueTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of one type and one minute together, the earliest first; both ends included. */
    public List<Due> between(Instant from, Instant upTo) {
        return jdbc.sql("""
                        select min(due_at) as due_at, type, count(*) as tasks from tasks_task
                        where state = 'OPEN' and due_at between ? and ?
                        group by type, date_trunc('minute', due_at) order by 1, 2""")
                .params(from.atOffset(ZoneOffset.UTC), upTo.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Due(
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getString("type"),
                        row.getLong("tasks")))
                .list();
    }
}
