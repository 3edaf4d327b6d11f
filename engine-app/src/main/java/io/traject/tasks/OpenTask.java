package io.traject.tasks;

import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.tasks.TaskSubject.Kind;
import io.traject.tasks.TaskSubject.Need;
import io.traject.workers.engine.EngineCommands;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the task for a user task that the engine has reached; once for every element instance. */
@Service
public class OpenTask {

    private final Tasks tasks;
    private final TaskForms forms;
    private final Map<Kind, TaskSubjects> subjects;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final BusinessTime time;

    OpenTask(
            Tasks tasks,
            TaskForms forms,
            List<TaskSubjects> subjects,
            DomainEventLog events,
            EngineCommands engine,
            BusinessTime time) {
        this.tasks = tasks;
        this.forms = forms;
        this.subjects = subjects.stream().collect(Collectors.toMap(TaskSubjects::kind, Function.identity()));
        this.events = events;
        this.engine = engine;
        this.time = time;
    }

    /**
     * A task that was done before it came is completed at once.
     *
     * @param subject what it is about: of the kind that its form names
     * @param concerns what within the subject it is about
     */
    @Transactional
    public void open(long elementInstanceKey, String taskType, UUID subject, @Nullable UUID concerns) {
        if (tasks.existsByElementInstanceKey(elementInstanceKey)) {
            return;
        }
        TaskForm form = forms.of(taskType);
        TaskSubjects known = subjects.get(form.about());
        if (known == null) {
            throw new IllegalStateException("nobody knows a subject of kind " + form.about());
        }
        switch (known.need(taskType, subject)) {
            case Need.Wanted(TaskSubject about) -> open(elementInstanceKey, form, about, concerns);
            case Need.DoneAlready(Map<String, Object> variables) ->
                engine.completeUserTask(elementInstanceKey, variables);
            case Need.Ended() -> {}
        }
    }

    private void open(long elementInstanceKey, TaskForm form, TaskSubject about, @Nullable UUID concerns) {
        TaskForm.Particulars particulars = form.particulars(concerns, time.now());
        Task opened = tasks.save(Task.open(elementInstanceKey, form.type(), about, concerns, particulars, time.now()));
        events.record(TaskEvents.event(TaskEvents.ADDED, opened, Map.of()));
    }
}
