package io.traject.tasks.process;

import io.traject.access.SystemActor;
import io.traject.tasks.WithdrawTasks;
import io.traject.workers.progress.ProcessProgress;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Withdraws the tasks whose element the engine has left by another way, such as supplied data that came in meanwhile. A task
 * that is completed at the same moment wins; the next run finds what this one left.
 */
@Component
class WithdrawLeftTasks {

    private static final int SLICE = 500;

    private final WithdrawTasks withdrawTasks;
    private final ProcessProgress progress;

    WithdrawLeftTasks(WithdrawTasks withdrawTasks, ProcessProgress progress) {
        this.withdrawTasks = withdrawTasks;
        this.progress = progress;
    }

    void withdraw() {
        SystemActor.run(this::withdrawAll);
    }

    private void withdrawAll() {
        List<Long> slice = withdrawTasks.openElementInstances(0, SLICE);
        while (!slice.isEmpty()) {
            Set<Long> left = progress.ended(slice);
            if (!left.isEmpty()) {
                withdrawTasks.leftByEngine(left);
            }
            slice = withdrawTasks.openElementInstances(slice.getLast(), SLICE);
        }
    }
}
