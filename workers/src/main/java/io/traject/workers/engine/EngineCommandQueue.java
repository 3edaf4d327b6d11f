package io.traject.workers.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.traject.workers.schedule.ScheduledWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final CommandSubjects subjects;

    EngineCommandQueue(JdbcClient jdbc, ScheduledWork work, CommandSubjects subjects, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.work = work;
        this.subjects = subjects;
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
     * @param kind {@code start}, {@code publish}, {@code completeUserTask}, {@code cancelInstance} or
     *     {@code retryIncidents}
     * @param subjects ids of what it is about, as far as they are known
     * @param attempts so far
     * @param lastError what the engine, or the way to it, said
     */
    public record FailingCommand(
            String id,
            String kind,
            List<UUID> subjects,
            int attempts,
            @Nullable String lastError,
            Instant lastAttempt,
            Instant nextAttempt) {}

    public long length() {
        return count(COMMANDS);
    }

    /** Since when the command waits that was due first; empty when none is due. */
    public Optional<Instant> oldestDue() {
        return jdbc.sql("select min(execution_time) from scheduled_tasks where execution_time <= now() and " + COMMANDS)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
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
    public List<FailingCommand> failing(long offset, int limit) {
        return jdbc.sql("""
                        select task_instance, task_name, task_data, consecutive_failures, last_error, last_failure,
                            execution_time
                        from scheduled_tasks where consecutive_failures > 0 and %s
                        order by last_failure desc, task_instance offset ? limit ?""".formatted(COMMANDS))
                .param(offset)
                .param(limit)
                .query(this::failingCommand)
                .list();
    }

    private FailingCommand failingCommand(ResultSet row, int number) throws SQLException {
        var kind = row.getString("task_name").substring(EngineCommand.TASK_PREFIX.length());
        return new FailingCommand(
                row.getString("task_instance"),
                kind,
                subjects.of(EngineCommand.read(row.getString("task_name"), row.getBytes("task_data"))),
                row.getInt("consecutive_failures"),
                row.getString("last_error"),
                row.getObject("last_failure", OffsetDateTime.class).toInstant(),
                row.getObject("execution_time", OffsetDateTime.class).toInstant());
    }

    /**
     * Sends a failing command now instead of at its next attempt; one that is being sent, or has been taken, is left alone.
     *
     * @return whether there was something to send
     */
    @Transactional
    public boolean resendNow(String id) {
        return resend("task_instance = ?", id) > 0;
    }

    /** Sends all failing commands now. @return how many */
    @Transactional
    public int resendAllNow() {
        return resend("consecutive_failures > 0");
    }

    private int resend(String which, Object... parameters) {
        int due = jdbc.sql("""
                        update scheduled_tasks set execution_time = now(), version = version + 1
                        where %s and not picked and %s""".formatted(which, COMMANDS)).params(parameters).update();
        work.wakeAfterCommit();
        return due;
    }
}
