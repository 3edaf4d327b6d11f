package io.traject.tasks.process;

import io.traject.kernel.FallsDue;
import io.traject.tasks.DueTasks;
import io.traject.tasks.NoteOverdueTasks;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Human tasks: when one is due, the list shows it as late, and triggers may follow. */
@Component
class TasksFallDue implements FallsDue {

    private final DueTasks dueTasks;
    private final WithdrawLeftTasks withdrawLeft;
    private final NoteOverdueTasks overdue;

    TasksFallDue(DueTasks dueTasks, WithdrawLeftTasks withdrawLeft, NoteOverdueTasks overdue) {
        this.dueTasks = dueTasks;
        this.withdrawLeft = withdrawLeft;
        this.overdue = overdue;
    }

    @Override
    public String kind() {
        return "task";
    }

    @Override
    public List<Due> between(Instant from, Instant upTo) {
        return dueTasks.between(from, upTo);
    }

    @Override
    public void catchUp() {
        withdrawLeft.withdraw();
        TaskSchedule.noteOverdue(overdue);
    }
}
