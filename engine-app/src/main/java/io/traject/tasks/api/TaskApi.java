package io.traject.tasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.AccessLog;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.PersonalFile;
import io.traject.kernel.lists.Slice;
import io.traject.tasks.ClaimTask;
import io.traject.tasks.CompleteTask;
import io.traject.tasks.Completion;
import io.traject.tasks.Task;
import io.traject.tasks.TaskFilter;
import io.traject.tasks.TaskForm;
import io.traject.tasks.TaskForms;
import io.traject.tasks.TaskList;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Human tasks of the caller. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TaskApi {

    private static final PageQuery.Order MOST_URGENT = new PageQuery.Order("dueAt", false);

    private final TaskList tasks;
    private final TaskForms forms;
    private final ClaimTask claimTask;
    private final CompleteTask completeTask;
    private final AccessLog accessLog;

    TaskApi(TaskList tasks, TaskForms forms, ClaimTask claimTask, CompleteTask completeTask, AccessLog accessLog) {
        this.tasks = tasks;
        this.forms = forms;
        this.claimTask = claimTask;
        this.completeTask = completeTask;
        this.accessLog = accessLog;
    }

    /**
     * @param date for outcomes that need one
     * @param email for outcomes that need one
     */
    record TaskCompletion(
            @NotBlank String outcome,
            @Nullable String remark,
            @Nullable LocalDate date,
            @Nullable String email) {}

    @GetMapping
    @Operation(
            summary = "List open tasks, the most urgent first",
            description =
                    "mine=true: those that the caller has claimed. overdue=true: those that should have been done by"
                            + " now. caseNumber: how the number of the case begins. Sortable: dueAt, createdAt, caseNumber,"
                            + " subject, type")
    ItemPage<TaskView> list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam Optional<String> type,
            @RequestParam Optional<String> caseNumber,
            @RequestParam(name = "case") Optional<UUID> aboutCase,
            PageQuery query) {
        var filter = new TaskFilter(mine, overdue, type, caseNumber, aboutCase);
        Slice<Task> found = tasks.open(filter, query.portion(TaskList.SORTABLE, MOST_URGENT));
        return ItemPage.of(found, query, Task::id).map(this::view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a task")
    TaskView get(@PathVariable UUID id) {
        return one(tasks.get(id));
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task, so that nobody else works on it")
    TaskView claim(@PathVariable UUID id) {
        return one(claimTask.claim(id).orThrow());
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Give a task back to everyone")
    TaskView release(@PathVariable UUID id) {
        return one(claimTask.release(id).orThrow());
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "Complete a task with one of its outcomes")
    TaskView complete(@PathVariable UUID id, @Valid @RequestBody TaskCompletion asked) {
        return one(completeTask
                .complete(id, new Completion(asked.outcome(), asked.remark(), asked.date(), asked.email()))
                .orThrow());
    }

    private TaskView one(Task task) {
        if (task.isAboutCase()) {
            accessLog.looked(PersonalFile.of(FileKind.CASE, task.caseId(), task.organisation()), FilePart.TASK);
        }
        return view(task);
    }

    private TaskView view(Task task) {
        TaskForm form = forms.of(task.type());
        return TaskView.of(task, form.outcomes(), form.outcomesWithDate(), form.outcomesWithEmail());
    }
}
