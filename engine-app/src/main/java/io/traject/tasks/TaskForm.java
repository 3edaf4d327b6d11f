package io.traject.tasks;

import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What completing a type of task asks for and means. Every room declares those of its own tasks as beans. */
public interface TaskForm {

    /** The task type, from the constants of the models. */
    String type();

    /** What tasks of this type are about. */
    default TaskSubject.Kind about() {
        return TaskSubject.Kind.CASE;
    }

    /** Who does not have it sees no tasks of this type. */
    default Permission permission() {
        return Permission.TASKS_WORK;
    }

    /** The page on which the task is done, when that is not the task's own: it is completed there. */
    default Optional<String> page(Task task) {
        return Optional.empty();
    }

    /** The outcomes to choose from, in the order of the page; labels are {@code task.<type>.outcome.<outcome>}. */
    List<String> outcomes();

    /** How long after it opens the task should be done. */
    Duration dueWithin();

    /**
     * What a single task of this type is called, when its type says too little, and when it should be done.
     *
     * @param concerns what within its subject it is about
     */
    default Particulars particulars(@Nullable UUID concerns, Instant now) {
        return new Particulars(Optional.empty(), now.plus(dueWithin()));
    }

    /** @param title at most 200 characters */
    record Particulars(Optional<String> title, Instant dueAt) {

        public static final int MAX_TITLE_LENGTH = 200;
    }

    /** Outcomes that need a date, in {@link Completion#date()}. */
    default List<String> outcomesWithDate() {
        return List.of();
    }

    /** Whether who completed the task has something to do in the case then, rather than on the list of tasks. */
    default boolean leadsToCase(String outcome) {
        return false;
    }

    /** Outcomes that need an e-mail address, in {@link Completion#email()}. */
    default List<String> outcomesWithEmail() {
        return List.of();
    }

    /** Whether tasks of this type may be completed together: each asks for the same, on its own page. */
    default boolean isDoneTogether(Task task) {
        return outcomesWithEmail().isEmpty() && page(task).isEmpty();
    }

    /**
     * More about the task than its case says.
     *
     * @param fragment what the page shows, such as {@code reexamination/bounced-mail :: details}; inside, the model is the
     *     variable {@code details}
     */
    record Details(String fragment, Object model) {}

    /** For those who may see the case. */
    default Optional<Details> details(Task task) {
        return Optional.empty();
    }

    /**
     * Does what the outcome means, in the transaction of the completion.
     *
     * @return the variables with which the process goes on, or a refusal that leaves the task as it was
     */
    Outcome<Map<String, Object>> complete(Task task, Completion completion);
}
