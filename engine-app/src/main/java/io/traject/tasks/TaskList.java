package io.traject.tasks;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that wait for the actor's organisation. */
@Service
@Transactional(readOnly = true)
public class TaskList {

    private final Tasks tasks;
    private final Authorization authorization;
    private final BusinessTime time;

    TaskList(Tasks tasks, Authorization authorization, BusinessTime time) {
        this.tasks = tasks;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * Open tasks.
     *
     * @param mine only those that the actor has claimed
     * @param aboutCase only those of a case
     */
    public Page<Task> open(boolean mine, Optional<UUID> aboutCase, Pageable page) {
        UUID organisation = authorization.organisation(Permission.TASKS_WORK);
        UUID actor = authorization.actor().id();
        Specification<Task> wanted = (task, query, criteria) -> criteria.and(
                criteria.equal(task.get("organisationId"), organisation),
                criteria.equal(task.get("state"), TaskState.OPEN));
        if (mine) {
            wanted = wanted.and((task, query, criteria) -> criteria.equal(task.get("claimedBy"), actor));
        }
        if (aboutCase.isPresent()) {
            wanted = wanted.and((task, query, criteria) -> criteria.equal(task.get("caseId"), aboutCase.get()));
        }
        return tasks.findAll(wanted, page);
    }

    public TaskCounts counts() {
        return tasks.count(
                authorization.organisation(Permission.TASKS_WORK),
                authorization.actor().id(),
                time.now());
    }

    /** @throws NotFoundException when there is none, or it is another organisation's */
    public Task get(UUID taskId) {
        authorization.require(Permission.TASKS_WORK);
        Task task = tasks.findById(taskId).orElseThrow(NotFoundException::new);
        authorization.require(Permission.TASKS_WORK, task.organisation());
        return task;
    }

    /** All tasks of a case, oldest first. The caller has checked that the actor may see the case. */
    public List<Task> ofCase(UUID caseId) {
        return tasks.findByCaseIdOrderByCreatedAt(caseId);
    }
}
