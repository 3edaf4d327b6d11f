package io.traject.workers.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The operator's view of what is done again and again, once in the cluster. */
@Repository
public class RecurringWork {

    private final JdbcClient jdbc;

    RecurringWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task that recurs.
     *
     * @param failures in a row, up to the last run
     */
    public record Recurring(
            String name, Optional<Instant> lastSuccess, Optional<Instant> lastFailure, int failures, Instant next) {}

    public List<Recurring> all() {
        return jdbc.sql("select * from scheduled_tasks where task_instance = 'recurring' order by task_name")
                .query(RecurringWork::recurring)
                .list();
    }

    private static Recurring recurring(ResultSet row, int number) throws SQLException {
        return new Recurring(
                row.getString("task_name"),
                instant(row, "last_success"),
                instant(row, "last_failure"),
                row.getInt("consecutive_failures"),
                row.getObject("execution_time", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
