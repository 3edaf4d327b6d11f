package io.traject.workers.progress;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the details of processes that ended long ago: which elements, tasks, timers and incidents they had. */
@Component
class ForgetEndedProcesses {

    private static final Logger log = LoggerFactory.getLogger(ForgetEndedProcesses.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int CHUNK = 200;

    private final JdbcClient jdbc;
    private final Duration kept;

    /** @param kept counted from the end of a process, at least a day */
    ForgetEndedProcesses(JdbcClient jdbc, @Value("${traject.retention.progress:90d}") Duration kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    @Bean
    Task<Void> forgetEndedProcessesTask() {
        return Tasks.recurring("progress.forgetEnded", FixedDelay.of(PAUSE)).execute((task, context) -> forget());
    }

    /** A chunk is a transaction of its own, so that nobody waits for long. */
    void forget() {
        int all = 0;
        int chunk;
        do {
            chunk = jdbc.sql("select progress.forget_ended(now() - ?::interval, ?)")
                    .params(kept.toString(), CHUNK)
                    .query(Integer.class)
                    .single();
            all += chunk;
        } while (chunk == CHUNK);
        if (all > 0) {
            log.info("Forgot the details of {} processes that ended more than {} days ago", all, kept.toDays());
        }
    }
}
