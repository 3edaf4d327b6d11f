package io.traject.reexamination.process;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.access.SystemActor;
import io.traject.reexamination.RecordReminder;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A reminder may leave at the moment at which its process goes on without it: somebody has to record it then. */
@Configuration
class ReminderSchedule {

    private static final Duration SWEEP = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> recordLeftRemindersTask(RecordReminder recordReminder) {
        return Tasks.recurring("reexamination.recordLeftReminders", FixedDelay.of(SWEEP))
                .execute((task, context) -> SystemActor.run(recordReminder::recordLeft));
    }
}
