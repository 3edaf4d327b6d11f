package io.traject.tasks;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.workers.engine.EngineCommands;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Completes a human task: the row first, in this transaction; the engine is told after the commit. */
@Service
public class CompleteTask {

    public static final int REMARK_LENGTH = 2000;

    private final Tasks tasks;
    private final TaskForms forms;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final Authorization authorization;
    private final BusinessTime time;

    CompleteTask(
            Tasks tasks,
            TaskForms forms,
            DomainEventLog events,
            EngineCommands engine,
            Authorization authorization,
            BusinessTime time) {
        this.tasks = tasks;
        this.forms = forms;
        this.events = events;
        this.engine = engine;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * @return the completed task; refused with {@code task-not-open}, {@code task-claimed-by-other},
     *     {@code task-done-elsewhere}, {@code task-outcome-unknown}, {@code task-remark-too-long}, or a reason of
     *     the task's own form
     */
    @Transactional
    public Outcome<Task> complete(UUID taskId, Completion completion) {
        Task task = tasks.findById(taskId).orElseThrow(NotFoundException::new);
        Actor actor = authorization.require(Permission.TASKS_WORK, task.organisation());
        TaskForm form = forms.of(task.type());
        if (form.page(task).isPresent()) {
            return Outcome.refused("task-done-elsewhere", task.subject());
        }
        if (!form.outcomes().contains(completion.outcome())) {
            return Outcome.refused("task-outcome-unknown", completion.outcome());
        }
        if (completion.remark() != null && completion.remark().length() > REMARK_LENGTH) {
            return Outcome.refused("task-remark-too-long", REMARK_LENGTH);
        }
        Outcome<Task> completed = task.complete(actor, completion.outcome(), completion.remark(), time.now());
        if (completed instanceof Outcome.Refused<Task>) {
            return completed;
        }
        return switch (form.complete(task, completion)) {
            case Outcome.Refused<Map<String, Object>>(var refusal) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new Outcome.Refused<>(refusal);
            }
            case Outcome.Done<Map<String, Object>>(var variables) -> {
                events.record(TaskEvents.event(TaskEvents.COMPLETED, task, Map.of("outcome", completion.outcome())));
                engine.completeUserTask(task.elementInstanceKey(), variables);
                yield completed;
            }
        };
    }
}
