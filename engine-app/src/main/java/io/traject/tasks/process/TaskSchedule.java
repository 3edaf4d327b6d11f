package io.traject.tasks.process;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.access.SystemActor;
import io.traject.tasks.NoteOverdueTasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TaskSchedule {

    private static final Duration SWEEP = Duration.ofSeconds(30);

    @Bean
    Task<Void> withdrawLeftTasksTask(WithdrawLeftTasks withdraw) {
        return Tasks.recurring("tasks.withdrawLeft", FixedDelay.of(SWEEP))
                .execute((task, context) -> withdraw.withdraw());
    }

    @Bean
    Task<Void> noteOverdueTasksTask(NoteOverdueTasks overdue) {
        return Tasks.recurring("tasks.noteOverdue", FixedDelay.of(SWEEP))
                .execute((task, context) -> noteOverdue(overdue));
    }

    static void noteOverdue(NoteOverdueTasks overdue) {
        SystemActor.run(() -> {
            boolean more = true;
            while (more) {
                more = overdue.noteSome();
            }
        });
    }
}
