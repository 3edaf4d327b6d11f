package io.traject.tasks;

import io.traject.access.Authorization;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.workers.engine.EngineCommands;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Completes the task that somebody has done elsewhere, on the page or by the call that it is about. */
@Service
public class SettleTask {

    private final Tasks tasks;
    private final EngineCommands engine;
    private final DomainEventLog events;
    private final Authorization authorization;
    private final BusinessTime time;

    SettleTask(
            Tasks tasks, EngineCommands engine, DomainEventLog events, Authorization authorization, BusinessTime time) {
        this.tasks = tasks;
        this.engine = engine;
        this.events = events;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * In the transaction of what was done; whoever has claimed the task. Without such an open task nothing happens: when
     * the process asks for it, {@link TaskSubjects} tells that it is done.
     *
     * @param variables with which the process goes on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String taskType, UUID subject, String outcome, Map<String, Object> variables) {
        tasks.findBySubjectIdAndTypeAndState(subject, taskType, TaskState.OPEN).forEach(task -> {
            task.settle(authorization.actor(), outcome, time.now());
            events.record(TaskEvents.event(TaskEvents.COMPLETED, task, Map.of("outcome", outcome)));
            engine.completeUserTask(task.elementInstanceKey(), variables);
        });
    }
}
