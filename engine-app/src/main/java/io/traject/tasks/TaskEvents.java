package io.traject.tasks;

import io.traject.events.DeclaredEvent;
import io.traject.events.DomainEvent;
import io.traject.events.EventDeclarations;
import io.traject.kernel.Ids;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What happens to tasks, as the log of events has it. Such an event is about what its task is about. */
@Component
class TaskEvents implements EventDeclarations {

    static final String ADDED = "task.added";
    static final String COMPLETED = "task.completed";
    static final String OVERDUE = "task.overdue";

    private static final String TASK = "task";
    private static final List<String> ABOUT = List.of("case", "employee", "employer");

    private final TaskForms forms;

    TaskEvents(TaskForms forms) {
        this.forms = forms;
    }

    @Override
    public List<DeclaredEvent> declared() {
        Field type = Field.code("event.taskType", forms.types());
        return List.of(
                DeclaredEvent.of(ADDED, TASK, ABOUT, type),
                DeclaredEvent.of(COMPLETED, TASK, ABOUT, type, Field.of("event.outcome", FieldType.TEXT)),
                DeclaredEvent.of(OVERDUE, TASK, ABOUT, type));
    }

    /** @param more facts beside the task's type and what it is about */
    static DomainEvent event(String type, Task task, Map<String, Object> more) {
        TaskSubject about = task.about();
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("taskType", task.type());
        facts.put(about.kind().fact(), about.id().toString());
        return new DomainEvent(
                Ids.next(),
                type,
                about.organisation(),
                about.id(),
                task.isAboutCase() ? task.caseId() : null,
                null,
                null,
                facts);
    }
}
