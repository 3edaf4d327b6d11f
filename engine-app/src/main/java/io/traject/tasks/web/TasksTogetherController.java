package io.traject.tasks.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.tasks.CompleteTasks;
import io.traject.tasks.CompleteTasks.Refused;
import io.traject.tasks.CompleteTasks.Result;
import io.traject.tasks.Completion;
import io.traject.tasks.Task;
import io.traject.tasks.TaskForm;
import io.traject.tasks.TaskForms;
import io.traject.tasks.TaskList;
import io.traject.tasks.web.TaskController.CompletionForm;
import io.traject.web.Flash;
import io.traject.web.LocalPath;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several tasks of one type that end in the same way, such as those of a batch whose final date has passed. */
@Controller
@RequestMapping("/tasks/together")
class TasksTogetherController {

    private final TaskList tasks;
    private final TaskForms forms;
    private final CompleteTasks completeTasks;
    private final Authorization authorization;

    TasksTogetherController(TaskList tasks, TaskForms forms, CompleteTasks completeTasks, Authorization authorization) {
        this.tasks = tasks;
        this.forms = forms;
        this.completeTasks = completeTasks;
        this.authorization = authorization;
    }

    /** Before anything sent is looked at. */
    @ModelAttribute
    void requirePermission() {
        authorization.require(Permission.TASKS_WORK);
    }

    /** A task that stayed open, and why. */
    record Left(Task task, Refused why) {}

    /** A reload of what was chosen, or of what came of it. */
    @GetMapping({"", "/choice"})
    String list() {
        return "redirect:/tasks";
    }

    @PostMapping("/choice")
    String choose(
            @RequestParam(name = "task", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "/tasks") String back,
            Model model,
            RedirectAttributes redirect) {
        if (chosen.isEmpty()) {
            return noneChosen(back, redirect);
        }
        model.addAttribute("completion", new CompletionForm("", "", null, ""));
        return page(found(chosen), back, model);
    }

    @PostMapping
    String complete(
            @RequestParam(name = "task", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "/tasks") String back,
            @Valid @ModelAttribute("completion") CompletionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (chosen.isEmpty()) {
            return noneChosen(back, redirect);
        }
        List<Task> together = found(chosen);
        if (errors.hasErrors()) {
            return page(together, back, model);
        }
        Result result = completeTasks.complete(
                together.stream().map(Task::id).toList(), new Completion(form.outcome(), form.remark(), form.date()));
        if (result.refused().isEmpty()) {
            Flash.success(redirect, "tasks.together.done", result.completed());
            return "redirect:" + LocalPath.orHome(back);
        }
        List<Left> left = result.refused().stream()
                .map(refused -> new Left(tasks.get(refused.task()), refused))
                .toList();
        model.addAttribute("left", left);
        model.addAttribute("done", result.completed());
        return page(left.stream().map(Left::task).toList(), back, model);
    }

    private static String noneChosen(String back, RedirectAttributes redirect) {
        Flash.info(redirect, "tasks.together.none");
        return "redirect:" + LocalPath.orHome(back);
    }

    /** @throws NotFoundException also for tasks of several types, and for those that are done one by one */
    private List<Task> found(List<UUID> chosen) {
        List<Task> found = chosen.stream()
                .distinct()
                .limit(CompleteTasks.MOST)
                .map(tasks::get)
                .toList();
        boolean together = found.stream().map(Task::type).distinct().count() == 1
                && found.stream().allMatch(task -> forms.of(task.type()).isDoneTogether(task));
        if (!together) {
            throw new NotFoundException();
        }
        return found;
    }

    private String page(List<Task> together, String back, Model model) {
        TaskForm form = forms.of(together.getFirst().type());
        model.addAttribute("tasks", together);
        model.addAttribute("type", form.type());
        model.addAttribute("form", form);
        model.addAttribute("back", LocalPath.orHome(back));
        return "tasks/together";
    }
}
