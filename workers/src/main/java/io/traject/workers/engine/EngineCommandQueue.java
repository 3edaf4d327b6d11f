package io.traject.workers.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.traject.workers.schedule.ScheduledWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operator's view of the commands that the engine has not taken yet. */
@Component
public class EngineCommandQueue {

    private static final String COMMANDS = "task_name like '" + EngineCommand.TASK_PREFIX + "%'";

    private final JdbcClient jdbc;
    private final ScheduledWork work;

    EngineCommandQueue(JdbcClient jdbc, ScheduledWork work, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.work = work;
        Gauge.builder("traject.engine.commands.waiting", this, EngineCommandQueue::length)
                .description("commands that the engine has not taken yet")
                .register(metrics);
        Gauge.builder("traject.engine.commands.failing", this, EngineCommandQueue::failingCount)
                .description("those of them that have been tried in vain")
                .register(metrics);
    }

    /**
     * A command that was tried in vain and will be tried again.
     *
     * @param kind {@code start}, {@code publish}, {@code completeUserTask} or {@code cancelInstance}
     * @param attempts so far
     * @param lastError what the engine, or the way to it, said
     */
    public record FailingCommand(
            String id,
            String kind,
            int attempts,
            @Nullable String lastError,
            Instant lastAttempt,
            Instant nextAttempt) {}

    public long length() {
        return count(COMMANDS);
    }

    public long failingCount() {
        return count(COMMANDS + " and consecutive_failures > 0");
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from scheduled_tasks where " + condition)
                .query(Long.class)
                .single();
    }

    /** The failing commands, those that failed last first. */
    public List<FailingCommand> failing(int limit) {
        return jdbc.sql("""
                        select task_instance, task_name, consecutive_failures, last_error, last_failure, execution_time
                        from scheduled_tasks where consecutive_failures > 0 and %s
                        order by last_failure desc limit ?""".formatted(COMMANDS))
                .param(limit)
                .query(EngineCommandQueue::failingCommand)
                .list();
    }

    private static FailingCommand failingCommand(ResultSet row, int number) throws SQLException {
        return new FailingCommand(
                row.getString("task_instance"),
                row.getString("task_name").substring(EngineCommand.TASK_PREFIX.length()),
                row.getInt("consecutive_failures"),
                row.getString("last_error"),
                row.getObject("last_failure", OffsetDateTime.class).toInstant(),
                row.getObject("execution_time", OffsetDateTime.class).toInstant());
    }

    /** Sends a command now instead of at its next attempt; one that is being sent, or has been taken, is left alone. */
    @Transactional
    public void resendNow(String id) {
        jdbc.sql("""
                        update scheduled_tasks set execution_time = now(), version = version + 1
                        where task_instance = ? and not picked and %s""".formatted(COMMANDS)).param(id).update();
        work.wakeAfterCommit();
    }
}
