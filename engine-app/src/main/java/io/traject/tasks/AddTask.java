package io.traject.tasks;

import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.cases.CaseEnded;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import io.traject.workers.engine.ProcessStart;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds a task to a case, as a process of its own: the case's goes on as it would (A11c). */
@Service
public class AddTask {

    private final CaseDirectory cases;
    private final AddedTasks added;
    private final EngineCommands engine;

    AddTask(CaseDirectory cases, AddedTasks added, EngineCommands engine) {
        this.cases = cases;
        this.added = added;
        this.engine = engine;
    }

    /**
     * In the caller's transaction and on the caller's authority. A task of the id that is there already stays as it is.
     *
     * @return refused with {@code case-not-open}
     * @throws io.traject.kernel.NotFoundException when there is no such case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<AddedTask> toCase(AddedTask task) {
        Case about = cases.get(task.caseId());
        if (!about.isOpen()) {
            return Outcome.refused("case-not-open");
        }
        if (added.add(task)) {
            engine.start(List.of(new ProcessStart(
                    Messages.TASK_REQUESTED,
                    task.id(),
                    Ids.next(),
                    Map.of(Variables.ADDED_TASK_ID, task.id(), Variables.CASE_ID, task.caseId()))));
        }
        return Outcome.done(task);
    }

    /** With a case end the processes of the tasks that were added to it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void withCase(CaseEnded ended) {
        engine.publish(added.unfinished(ended.caseId()).stream()
                .map(id -> new EngineMessage(Messages.TASK_NO_LONGER_NEEDED, id, Ids.next(), Map.of()))
                .toList());
    }
}
