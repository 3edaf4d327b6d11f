package io.traject.tasks.process;

import io.traject.kernel.FallsDue;
import io.traject.tasks.DueTasks;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Human tasks: nothing happens by itself when one is due, but the list shows it as late. */
@Component
class TasksFallDue implements FallsDue {

    private final DueTasks dueTasks;
    private final WithdrawLeftTasks withdrawLeft;

    TasksFallDue(DueTasks dueTasks, WithdrawLeftTasks withdrawLeft) {
        this.dueTasks = dueTasks;
        this.withdrawLeft = withdrawLeft;
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
    }
}
