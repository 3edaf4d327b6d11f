package io.traject.tasks.web;

import io.traject.access.Authorization;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.lists.Slice;
import io.traject.tasks.ClaimTask;
import io.traject.tasks.Task;
import io.traject.tasks.TaskFilter;
import io.traject.tasks.TaskForms;
import io.traject.tasks.TaskList;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.LocalPath;
import io.traject.web.Option;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The open tasks of the municipality; here and on the task's page a task is taken and given back. */
@Controller
class TaskListController {

    private static final String OF = "of";
    private static final String MINE = "mine";
    private static final String DUE = "due";
    private static final String OVERDUE = "overdue";

    private final TaskList tasks;
    private final TaskForms forms;
    private final ClaimTask claimTask;
    private final Authorization authorization;
    private final BusinessTime time;
    private final MessageSource messages;

    TaskListController(
            TaskList tasks,
            TaskForms forms,
            ClaimTask claimTask,
            Authorization authorization,
            BusinessTime time,
            MessageSource messages) {
        this.tasks = tasks;
        this.forms = forms;
        this.claimTask = claimTask;
        this.authorization = authorization;
        this.time = time;
        this.messages = messages;
    }

    @GetMapping("/tasks")
    String list(
            @ListDefaults(
                            sort = "dueAt",
                            sortable = {"dueAt", "caseNumber", "subject", "type"},
                            filters = {"q", "type", DUE, OF})
                    ListQuery query,
            Model model,
            Locale locale) {
        var filter = new TaskFilter(
                query.filter(OF).filter(MINE::equals).isPresent(),
                query.filter(DUE).filter(OVERDUE::equals).isPresent(),
                query.filter("type"),
                query.filter("q"),
                Optional.empty());
        Slice<Task> open = tasks.open(filter, query.portion());
        model.addAttribute("list", ListPage.of(query, open, Task::id));
        model.addAttribute("choices", List.of(new Option(MINE, text("tasks.list.mine", locale))));
        model.addAttribute("dues", List.of(new Option(OVERDUE, text("tasks.list.overdue", locale))));
        model.addAttribute("types", types(locale));
        model.addAttribute("together", isDoneTogether(query, open));
        model.addAttribute("onlyMine", query.filters().keySet().equals(Set.of(OF)));
        model.addAttribute("me", authorization.actor().id());
        model.addAttribute("now", time.now());
        return "tasks/list";
    }

    /** Only those of one type are. */
    private boolean isDoneTogether(ListQuery query, Slice<Task> open) {
        return query.filter("type").isPresent()
                && open.items().stream().allMatch(task -> forms.of(task.type()).isDoneTogether(task));
    }

    private List<Option> types(Locale locale) {
        return tasks.types().stream()
                .map(type -> new Option(type, text("task." + type + ".title", locale)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(locale)::compare))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable UUID id, @RequestParam(defaultValue = "/tasks") String back) {
        claimTask.claim(id).orThrow();
        return "redirect:" + LocalPath.orHome(back);
    }

    @PostMapping("/tasks/{id}/release")
    String release(
            @PathVariable UUID id, @RequestParam(defaultValue = "/tasks") String back, RedirectAttributes redirect) {
        Task released = claimTask.release(id).orThrow();
        Flash.info(redirect, "tasks.released", released.isAboutCase() ? released.caseNumber() : released.subject());
        return "redirect:" + LocalPath.orHome(back);
    }
}
