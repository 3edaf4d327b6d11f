package io.traject.workers.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where processes stand, as the progress exporter wrote it. It runs some 100 ms behind the engine, and more when
 * {@link #lag()} says so.
 */
@Repository
public class ProcessProgress {

    private final JdbcClient jdbc;

    ProcessProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The instance with everything that is going on in it; empty as long as it is not exported. */
    public Optional<InstanceProgress> instance(long processInstanceKey) {
        return jdbc.sql(
                        "select process_id, version, state, started_at, ended_at from progress.process_instance where key = ?")
                .param(processInstanceKey)
                .query((row, number) -> new InstanceProgress(
                        processInstanceKey,
                        row.getString("process_id"),
                        row.getInt("version"),
                        InstanceState.valueOf(row.getString("state")),
                        instant(row, "started_at"),
                        instant(row, "ended_at"),
                        currentElements(processInstanceKey),
                        dueTimers(processInstanceKey),
                        incidents(processInstanceKey)))
                .optional();
    }

    private List<CurrentElement> currentElements(long processInstanceKey) {
        return jdbc.sql("""
                        select key, element_id, element_type, started_at from progress.element
                        where process_instance_key = ? and ended_at is null order by started_at, key""")
                .param(processInstanceKey)
                .query((row, number) -> new CurrentElement(
                        row.getLong("key"),
                        row.getString("element_id"),
                        row.getString("element_type"),
                        instant(row, "started_at")))
                .list();
    }

    /** Everything that an instance has been through and is at, in order; at most so many. */
    public List<PassedElement> elements(long processInstanceKey, int limit) {
        return jdbc.sql("""
                        select element_id, element_type, state, started_at, ended_at from progress.element
                        where process_instance_key = ? order by started_at nulls first, key limit ?""")
                .params(processInstanceKey, limit)
                .query((row, number) -> new PassedElement(
                        row.getString("element_id"),
                        row.getString("element_type"),
                        InstanceState.valueOf(row.getString("state")),
                        instant(row, "started_at"),
                        instant(row, "ended_at")))
                .list();
    }

    private List<DueTimer> dueTimers(long processInstanceKey) {
        return jdbc.sql("""
                        select element_id, due_at from progress.timer
                        where process_instance_key = ? and state = 'ACTIVE' order by due_at""")
                .param(processInstanceKey)
                .query((row, number) -> new DueTimer(
                        row.getString("element_id"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<OpenIncident> incidents(long processInstanceKey) {
        return jdbc.sql(
                        "select * from progress.incident where process_instance_key = ? and state = 'ACTIVE' order by created_at")
                .param(processInstanceKey)
                .query(ProcessProgress::incident)
                .list();
    }

    private static OpenIncident incident(ResultSet row, int number) throws SQLException {
        return new OpenIncident(
                row.getLong("key"),
                row.getLong("process_instance_key"),
                row.getString("element_id"),
                row.getString("error_type"),
                row.getString("message"),
                instant(row, "created_at"));
    }

    /** The human task of an element instance; empty as long as it is not exported. */
    public Optional<UserTaskProgress> userTask(long elementInstanceKey) {
        return jdbc.sql(
                        "select key, element_instance_key, state from progress.user_task where element_instance_key = ?")
                .param(elementInstanceKey)
                .query(ProcessProgress::userTask)
                .optional();
    }

    /** Human tasks that were completed or cancelled since, in that order; at most so many. */
    public List<UserTaskProgress> userTasksEndedSince(Instant since, int limit) {
        return jdbc.sql("""
                        select key, element_instance_key, state from progress.user_task
                        where state <> 'CREATED' and changed_at >= ? order by changed_at, key limit ?""")
                .param(since.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query(ProcessProgress::userTask)
                .list();
    }

    /** The process instances of those element instances that are shown. */
    public Map<Long, Long> instancesOf(Collection<Long> elementInstanceKeys) {
        var instances = new HashMap<Long, Long>();
        jdbc.sql("select key, process_instance_key from progress.element where key = any(?)")
                .param(elementInstanceKeys.toArray(Long[]::new))
                .query(row -> {
                    instances.put(row.getLong("key"), row.getLong("process_instance_key"));
                });
        return instances;
    }

    /** Which of these element instances have been left: completed or terminated. */
    public Set<Long> ended(Collection<Long> elementInstanceKeys) {
        return Set.copyOf(jdbc.sql("select key from progress.element where key = any(?) and ended_at is not null")
                .param(elementInstanceKeys.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** Timers that wait to go off, those of one step and one minute together, the earliest first; both ends included. */
    public List<WaitingTimers> timersDue(Instant from, Instant upTo) {
        return jdbc.sql("""
                        select instance.process_id, timer.element_id, min(timer.due_at) as first_due_at,
                            max(timer.due_at) as last_due_at, count(*) as timers
                        from progress.timer timer
                        left join progress.process_instance instance on instance.key = timer.process_instance_key
                        where timer.state = 'ACTIVE' and timer.due_at between ? and ?
                        group by instance.process_id, timer.element_id, date_trunc('minute', timer.due_at)
                        order by first_due_at, instance.process_id, timer.element_id""")
                .params(from.atOffset(ZoneOffset.UTC), upTo.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new WaitingTimers(
                        row.getString("process_id"),
                        row.getString("element_id"),
                        row.getObject("first_due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_due_at", OffsetDateTime.class).toInstant(),
                        row.getLong("timers")))
                .list();
    }

    /**
     * Steps that work is going on at: a job that is not done, a human task that is not open yet. Not those that an
     * incident stopped.
     */
    public List<BusyStep> busySteps() {
        return jdbc.sql("""
                        select instance.process_id, element.element_id, count(*) as instances
                        from progress.element element
                        join progress.process_instance instance on instance.key = element.process_instance_key
                        where element.state = 'ACTIVE'
                            and (element.element_type in
                                    ('SERVICE_TASK', 'SEND_TASK', 'SCRIPT_TASK', 'BUSINESS_RULE_TASK')
                                or element.element_type = 'USER_TASK' and not exists (
                                    select from progress.user_task task where task.element_instance_key = element.key))
                            and not exists (
                                select from progress.incident incident
                                where incident.element_instance_key = element.key and incident.state = 'ACTIVE')
                        group by instance.process_id, element.element_id
                        order by instance.process_id, element.element_id""")
                .query((row, number) -> new BusyStep(
                        row.getString("process_id"), row.getString("element_id"), row.getLong("instances")))
                .list();
    }

    /** Up to which record each partition is in the projection, all together. */
    public long position() {
        return jdbc.sql("select coalesce(sum(position), 0) from progress.exporter_position")
                .query(Long.class)
                .single();
    }

    private static UserTaskProgress userTask(ResultSet row, int number) throws SQLException {
        return new UserTaskProgress(
                row.getLong("key"), row.getLong("element_instance_key"), !"CREATED".equals(row.getString("state")));
    }

    /**
     * How far the projection is behind the engine at most; empty if nothing was exported yet. The exporter gives a sign of
     * life every few seconds, so a lag that keeps growing means that it stands still.
     */
    public Optional<Duration> lag() {
        return jdbc.sql("""
                        select max(lag_millis + greatest(0, extract(epoch from now() - exported_at) * 1000))
                        from progress.exporter_position""")
                .query((row, number) ->
                        Optional.ofNullable(row.getBigDecimal(1)).map(millis -> Duration.ofMillis(millis.longValue())))
                .single();
    }

    /** The exporter of each partition, as it last showed itself. */
    public List<ExporterPosition> positions() {
        return jdbc.sql("""
                        select partition_id, position, exported_at,
                            (lag_millis + greatest(0, extract(epoch from now() - exported_at) * 1000))::bigint as lag
                        from progress.exporter_position order by partition_id""")
                .query((row, number) -> new ExporterPosition(
                        row.getInt("partition_id"),
                        row.getLong("position"),
                        Duration.ofMillis(row.getLong("lag")),
                        row.getObject("exported_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** @param signOfLife when the exporter last wrote; every few seconds while it runs */
    public record ExporterPosition(int partition, long position, Duration lag, Instant signOfLife) {}

    public enum InstanceState {
        ACTIVE,
        COMPLETED,
        TERMINATED
    }

    /** An instance and what is going on in it; when it started is unknown if the exporter was not there yet. */
    public record InstanceProgress(
            long key,
            String processId,
            int version,
            InstanceState state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            List<CurrentElement> currentElements,
            List<DueTimer> dueTimers,
            List<OpenIncident> incidents) {}

    /** An element that is active; its id is the key of the label on the page. */
    public record CurrentElement(
            long key,
            String elementId,
            String elementType,
            @Nullable Instant since) {}

    /** An element that was entered, and perhaps left: completed or terminated. */
    public record PassedElement(
            String elementId,
            String elementType,
            InstanceState state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    public record DueTimer(String elementId, Instant dueAt) {}

    /** Timers of one step; the process is unknown for the timer of a start event. */
    public record WaitingTimers(
            @Nullable String processId, String elementId, Instant firstDueAt, Instant lastDueAt, long count) {}

    public record BusyStep(String processId, String elementId, long instances) {}

    public record OpenIncident(
            long key,
            long processInstanceKey,
            String elementId,
            String errorType,
            String message,
            @Nullable Instant since) {}
}
