package io.traject.triggers.running;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.traject.access.SystemActor;
import io.traject.events.SnapshotsTaken;
import io.traject.workers.schedule.ScheduledWork;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has events evaluated as soon as they are committed: a one-time task of db-scheduler, written with them, so that a kill in
 * between only delays.
 */
@Configuration
class EvaluationSchedule {

    static final TaskDescriptor<Void> EVALUATE = TaskDescriptor.of("triggers.evaluate");

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    @Bean
    OneTimeTask<Void> evaluateEventsTask(EvaluateEvents evaluate) {
        return Tasks.oneTime(EVALUATE)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_BACK_OFF))
                .execute((task, context) -> SystemActor.run(() -> {
                    boolean more = true;
                    while (more) {
                        more = evaluate.evaluateSome();
                    }
                }));
    }

    /** Writes the task with the events. */
    @Component
    static class WhenEventsCome {

        private final SchedulerClient schedule;
        private final ScheduledWork work;
        private final InstantSource clock = InstantSource.system();

        WhenEventsCome(SchedulerClient schedule, ScheduledWork work) {
            this.schedule = schedule;
            this.work = work;
        }

        @EventListener
        @Transactional(propagation = Propagation.MANDATORY)
        public void schedule(SnapshotsTaken taken) {
            schedule.scheduleIfNotExists(
                    EVALUATE.instance(taken.events().getFirst().toString()).scheduledTo(clock.instant()));
            work.wakeAfterCommit();
        }
    }
}
