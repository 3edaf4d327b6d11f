package io.traject.tasks;

import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the task for a user task that the engine has reached; once for every element instance. */
@Service
public class OpenTask {

    private final Tasks tasks;
    private final TaskForms forms;
    private final CaseDirectory cases;
    private final DomainEventLog events;
    private final BusinessTime time;

    OpenTask(Tasks tasks, TaskForms forms, CaseDirectory cases, DomainEventLog events, BusinessTime time) {
        this.tasks = tasks;
        this.forms = forms;
        this.cases = cases;
        this.events = events;
        this.time = time;
    }

    /** @param concerns what within the case it is about */
    @Transactional
    public void open(long elementInstanceKey, String taskType, UUID caseId, @Nullable UUID concerns) {
        Case about = cases.get(caseId);
        if (!about.isOpen() || tasks.existsByElementInstanceKey(elementInstanceKey)) {
            return;
        }
        TaskForm form = forms.of(taskType);
        tasks.save(Task.open(
                elementInstanceKey, taskType, about, concerns, time.now().plus(form.dueWithin()), time.now()));
        events.record(DomainEvent.ofCase("task.added", about.organisation(), caseId, Map.of("taskType", taskType)));
    }
}
