package io.traject.tasks;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a task, so that nobody else works on it, or gives it back. */
@Service
public class ClaimTask {

    private final Tasks tasks;
    private final Authorization authorization;
    private final BusinessTime time;

    ClaimTask(Tasks tasks, Authorization authorization, BusinessTime time) {
        this.tasks = tasks;
        this.authorization = authorization;
        this.time = time;
    }

    /** @return the task; refused with {@code task-not-open} or {@code task-claimed-by-other} */
    @Transactional
    public Outcome<Task> claim(UUID taskId) {
        Task task = tasks.findById(taskId).orElseThrow(NotFoundException::new);
        Actor actor = authorization.require(Permission.TASKS_WORK, task.organisation());
        return task.claim(actor, time.now());
    }

    /** @return the task; refused with {@code task-not-open} or {@code task-claimed-by-other} */
    @Transactional
    public Outcome<Task> release(UUID taskId) {
        Task task = tasks.findById(taskId).orElseThrow(NotFoundException::new);
        return task.release(authorization.require(Permission.TASKS_WORK, task.organisation()));
    }
}
