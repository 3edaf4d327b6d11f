package io.traject.organisation.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.traject.workers.schedule.ScheduledWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks and carries out imports as one-time tasks of db-scheduler, written with the decision to do so: a kill in between
 * only delays.
 */
@Configuration
class ImportSchedule {

    static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("organisation.checkImport");
    static final TaskDescriptor<Void> APPLY = TaskDescriptor.of("organisation.applyImport");

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    @Bean
    OneTimeTask<Void> checkImportTask(CheckImport check) {
        return Tasks.oneTime(CHECK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_BACK_OFF))
                .execute((task, context) -> {
                    try {
                        check.check(UUID.fromString(task.getId()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Bean
    OneTimeTask<Void> applyImportTask(ApplyImport apply) {
        return Tasks.oneTime(APPLY)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_BACK_OFF))
                .execute((task, context) -> {
                    boolean more = true;
                    while (more) {
                        more = apply.applySome(UUID.fromString(task.getId()));
                    }
                });
    }

    /** Writes the tasks. */
    @Component
    static class Starter {

        private final SchedulerClient schedule;
        private final ScheduledWork work;
        private final InstantSource clock = InstantSource.system();

        Starter(SchedulerClient schedule, ScheduledWork work) {
            this.schedule = schedule;
            this.work = work;
        }

        @Transactional(propagation = Propagation.MANDATORY)
        public void check(UUID id) {
            start(CHECK, id);
        }

        @Transactional(propagation = Propagation.MANDATORY)
        public void apply(UUID id) {
            start(APPLY, id);
        }

        private void start(TaskDescriptor<Void> task, UUID id) {
            schedule.scheduleIfNotExists(task.instance(id.toString()).scheduledTo(clock.instant()));
            work.wakeAfterCommit();
        }
    }
}
