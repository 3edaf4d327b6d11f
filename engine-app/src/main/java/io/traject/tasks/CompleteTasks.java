package io.traject.tasks;

import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Completes tasks of one type in the same way, each in a transaction of its own: one that is refused holds up no other. */
@Service
public class CompleteTasks {

    /** At a time: as many as a page of the list shows. */
    public static final int MOST = 200;

    private final CompleteTask completeTask;

    CompleteTasks(CompleteTask completeTask) {
        this.completeTask = completeTask;
    }

    /** A task that stayed as it was. */
    public record Refused(UUID task, Refusal refusal) {}

    /** @param refused as {@link CompleteTask} refuses, or with {@code task-changed-meanwhile} */
    public record Result(int completed, List<Refused> refused) {

        public Result {
            refused = List.copyOf(refused);
        }
    }

    /** @throws io.traject.kernel.NotFoundException when one is another organisation's; those before it are completed then */
    public Result complete(List<UUID> tasks, Completion completion) {
        List<Refused> refused = new ArrayList<>();
        for (UUID task : tasks) {
            if (complete(task, completion) instanceof Outcome.Refused<Task>(var refusal)) {
                refused.add(new Refused(task, refusal));
            }
        }
        return new Result(tasks.size() - refused.size(), refused);
    }

    private Outcome<Task> complete(UUID task, Completion completion) {
        try {
            return completeTask.complete(task, completion);
        } catch (OptimisticLockingFailureException someoneWasFaster) {
            return Outcome.refused("task-changed-meanwhile");
        }
    }
}
