package io.traject.registration;

import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.processes.TaskTypes;
import io.traject.processes.Variables;
import io.traject.tasks.Completion;
import io.traject.tasks.Task;
import io.traject.tasks.TaskForm;
import io.traject.tasks.TaskSubject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody gives a registered employer its place, on the page of its publication. */
@Component
class PublishEmployerForm implements TaskForm {

    static final String PUBLISHED = "published";
    static final String SENT_BACK = "sent-back";

    /** With which the process goes on. */
    static Map<String, Object> published(boolean published) {
        return Map.of(Variables.PUBLISHED, published);
    }

    @Override
    public String type() {
        return TaskTypes.PUBLISH_EMPLOYER;
    }

    @Override
    public TaskSubject.Kind about() {
        return TaskSubject.Kind.EMPLOYER;
    }

    @Override
    public Permission permission() {
        return Permission.EMPLOYERS_PUBLISH;
    }

    @Override
    public Optional<String> page(Task task) {
        return Optional.of("/employers/" + task.about().id() + "/publication");
    }

    @Override
    public List<String> outcomes() {
        return List.of(PUBLISHED, SENT_BACK);
    }

    @Override
    public Duration dueWithin() {
        return Duration.ofDays(7);
    }

    @Override
    public Outcome<Map<String, Object>> complete(Task task, Completion completion) {
        return Outcome.refused("task-done-elsewhere", task.subject());
    }
}
