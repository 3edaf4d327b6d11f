package io.traject.registration;

import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.processes.TaskTypes;
import io.traject.tasks.Completion;
import io.traject.tasks.Task;
import io.traject.tasks.TaskForm;
import io.traject.tasks.TaskSubject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody registers an employer in full, on the page of its registration. */
@Component
class CompleteRegistrationForm implements TaskForm {

    static final String REGISTERED = "registered";

    @Override
    public String type() {
        return TaskTypes.COMPLETE_REGISTRATION;
    }

    @Override
    public TaskSubject.Kind about() {
        return TaskSubject.Kind.EMPLOYER;
    }

    @Override
    public Permission permission() {
        return Permission.EMPLOYERS_REGISTER;
    }

    @Override
    public Optional<String> page(Task task) {
        return Optional.of(task.about().path());
    }

    @Override
    public List<String> outcomes() {
        return List.of(REGISTERED);
    }

    @Override
    public Duration dueWithin() {
        return Duration.ofDays(14);
    }

    @Override
    public Outcome<Map<String, Object>> complete(Task task, Completion completion) {
        return Outcome.refused("task-done-elsewhere", task.subject());
    }
}
