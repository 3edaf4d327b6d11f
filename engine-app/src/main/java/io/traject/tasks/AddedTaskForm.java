package io.traject.tasks;

import io.traject.kernel.Outcome;
import io.traject.processes.TaskTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Something to be done in a case, in the words of who asked for it. */
@Component
class AddedTaskForm implements TaskForm {

    static final String DONE = "done";
    static final String NOT_NEEDED = "not-needed";

    private static final Duration DUE = Duration.ofDays(7);

    private final AddedTasks added;

    AddedTaskForm(AddedTasks added) {
        this.added = added;
    }

    @Override
    public String type() {
        return TaskTypes.ADDED_TASK;
    }

    @Override
    public List<String> outcomes() {
        return List.of(DONE, NOT_NEEDED);
    }

    @Override
    public Duration dueWithin() {
        return DUE;
    }

    @Override
    public Particulars particulars(@Nullable UUID concerns, Instant now) {
        AddedTask task = added.get(Objects.requireNonNull(concerns, "an added task that nobody added"));
        return new Particulars(Optional.of(task.title()), task.dueAt());
    }

    @Override
    public Optional<Details> details(Task task) {
        return task.concerns().map(added::get).map(what -> new Details("tasks/added-task :: details", what));
    }

    @Override
    public Outcome<Map<String, Object>> complete(Task task, Completion completion) {
        return Outcome.done(Map.of());
    }
}
