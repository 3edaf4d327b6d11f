package io.traject.tasks;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that wait for the actor's organisation. */
@Service
@Transactional(readOnly = true)
public class TaskList {

    private final Tasks tasks;
    private final Authorization authorization;

    TaskList(Tasks tasks, Authorization authorization) {
        this.tasks = tasks;
        this.authorization = authorization;
    }

    public Page<Task> open(Pageable page) {
        return tasks.open(authorization.organisation(Permission.TASKS_WORK), page);
    }

    /** Those that the actor has claimed. */
    public Page<Task> mine(Pageable page) {
        UUID organisation = authorization.organisation(Permission.TASKS_WORK);
        return tasks.openOf(organisation, authorization.actor().id(), page);
    }

    /** @throws NotFoundException when there is none, or it is another organisation's */
    public Task get(UUID taskId) {
        authorization.require(Permission.TASKS_WORK);
        Task task = tasks.findById(taskId).orElseThrow(NotFoundException::new);
        authorization.require(Permission.TASKS_WORK, task.organisation());
        return task;
    }

    /** All tasks of a case, oldest first. The caller has checked that the actor may see the case. */
    List<Task> ofCase(UUID caseId) {
        return tasks.findByCaseIdOrderByCreatedAt(caseId);
    }
}
