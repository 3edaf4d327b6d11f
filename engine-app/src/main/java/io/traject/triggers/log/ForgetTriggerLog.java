package io.traject.triggers.log;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.traject.events.EventSnapshots;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what was known at old events and what triggers did then. What is not done yet stays, and so does what the actions
 * wrote elsewhere.
 */
@Component
class ForgetTriggerLog {

    private static final Logger log = LoggerFactory.getLogger(ForgetTriggerLog.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 45);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int CHUNK = 500;

    private final JdbcClient database;
    private final EventSnapshots snapshots;
    private final TransactionTemplate transaction;
    private final RealTime time;
    private final Duration kept;

    ForgetTriggerLog(
            JdbcClient database,
            EventSnapshots snapshots,
            TransactionTemplate transaction,
            RealTime time,
            @Value("${traject.retention.triggers:400d}") Duration kept) {
        this.database = database;
        this.snapshots = snapshots;
        this.transaction = transaction;
        this.time = time;
        this.kept = kept;
    }

    @Bean
    Task<Void> forgetTriggerLogTask() {
        return Tasks.recurring("triggers.forgetLog", Schedules.daily(BusinessTime.ZONE, AT_NIGHT))
                .execute((task, context) -> forget());
    }

    /** A chunk at a time, so that nobody waits for long. */
    void forget() {
        Instant before = time.now().minus(kept);
        int deleted = 0;
        UUID last = FIRST;
        List<UUID> chunk;
        do {
            chunk = settled(before, last);
            List<UUID> events = chunk;
            transaction.executeWithoutResult(status -> delete(events));
            deleted += chunk.size();
            last = chunk.isEmpty() ? last : chunk.getLast();
        } while (chunk.size() == CHUNK);
        if (deleted > 0) {
            log.info("Forgot what triggers did at {} events older than {} days", deleted, kept.toDays());
        }
    }

    /** Evaluated events of which everything was done or given up. */
    private List<UUID> settled(Instant before, UUID after) {
        return database.sql("""
                        select e.event_id from triggers_evaluation e
                        where e.event_id < :before and e.event_id > :after
                            and not exists (
                                select from triggers_firing f
                                where f.event_id = e.event_id and f.stopped is null and f.actions > (
                                    select count(*) from triggers_action_run r
                                    where r.firing_id = f.id and r.state in ('DONE', 'SKIPPED')))
                        order by e.event_id limit :chunk
                        """)
                .param("before", Ids.lowestOf(before))
                .param("after", after)
                .param("chunk", CHUNK)
                .query(UUID.class)
                .list();
    }

    private void delete(List<UUID> chunk) {
        UUID[] events = chunk.toArray(UUID[]::new);
        for (String rows : List.of(
                "triggers_action_run where firing_id in (select id from triggers_firing where event_id = any(?))",
                "triggers_firing where event_id = any(?)",
                "triggers_evaluation where event_id = any(?)",
                "triggers_replay_hit where event_id = any(?)")) {
            database.sql("delete from " + rows).param(events).update();
        }
        snapshots.forget(chunk);
    }
}
