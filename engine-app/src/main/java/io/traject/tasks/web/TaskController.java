package io.traject.tasks.web;

import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.access.PersonalFile;
import io.traject.cases.CaseDirectory;
import io.traject.cases.CaseFile;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Refusal;
import io.traject.tasks.CompleteTask;
import io.traject.tasks.CompleteTasks;
import io.traject.tasks.Completion;
import io.traject.tasks.Task;
import io.traject.tasks.TaskForm;
import io.traject.tasks.TaskForms;
import io.traject.tasks.TaskList;
import io.traject.tasks.TaskState;
import io.traject.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what it asks, what is known about its case, and how it ends. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskController {

    private final TaskList tasks;
    private final TaskForms forms;
    private final CompleteTasks completeTasks;
    private final CaseDirectory cases;
    private final CaseFile file;
    private final AccessLog accessLog;
    private final Authorization authorization;
    private final BusinessTime time;

    TaskController(
            TaskList tasks,
            TaskForms forms,
            CompleteTasks completeTasks,
            CaseDirectory cases,
            CaseFile file,
            AccessLog accessLog,
            Authorization authorization,
            BusinessTime time) {
        this.tasks = tasks;
        this.forms = forms;
        this.completeTasks = completeTasks;
        this.cases = cases;
        this.file = file;
        this.accessLog = accessLog;
        this.authorization = authorization;
        this.time = time;
    }

    record CompletionForm(
            @NotBlank(message = "{tasks.outcome.missing}") String outcome,

            @Nullable @Size(max = CompleteTask.REMARK_LENGTH, message = "{tasks.remark.tooLong}")
            String remark,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate date,

            @Nullable String email) {}

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        Task task = tasks.get(id);
        Optional<String> elsewhere = forms.of(task.type()).page(task).filter(page -> task.state() == TaskState.OPEN);
        if (elsewhere.isPresent()) {
            return "redirect:" + elsewhere.get();
        }
        model.addAttribute("completion", new CompletionForm("", "", null, ""));
        return page(task, model);
    }

    @PostMapping
    String complete(
            @PathVariable UUID id,
            @Valid @ModelAttribute("completion") CompletionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Task task = tasks.get(id);
        if (!errors.hasErrors()) {
            refusal(id, form)
                    .ifPresent(refusal -> errors.reject(
                            refusal.messageKey(), refusal.arguments().toArray(), refusal.code()));
        }
        if (errors.hasErrors()) {
            return page(tasks.get(id), model);
        }
        Flash.success(redirect, "tasks.completed", nameOf(task));
        return forms.of(task.type()).leadsToCase(form.outcome()) && authorization.may(Permission.CASES_VIEW)
                ? "redirect:" + task.about().path()
                : "redirect:/tasks";
    }

    private Optional<Refusal> refusal(UUID id, CompletionForm form) {
        return completeTasks
                .complete(List.of(id), new Completion(form.outcome(), form.remark(), form.date(), form.email()))
                .refused()
                .stream()
                .map(CompleteTasks.Refused::refusal)
                .findFirst();
    }

    private static String nameOf(Task task) {
        return task.isAboutCase() ? task.caseNumber() : task.subject();
    }

    private String page(Task task, Model model) {
        if (task.isAboutCase()) {
            accessLog.looked(PersonalFile.of(FileKind.CASE, task.caseId(), task.organisation()), FilePart.TASK);
        }
        TaskForm form = forms.of(task.type());
        UUID me = authorization.actor().id();
        model.addAttribute("task", task);
        model.addAttribute("form", form);
        model.addAttribute("now", time.now());
        model.addAttribute("open", task.state() == TaskState.OPEN);
        model.addAttribute("mine", task.claimedBy().filter(me::equals).isPresent());
        model.addAttribute(
                "others",
                task.claimedBy().filter(claimer -> !claimer.equals(me)).isPresent());
        if (task.isAboutCase() && authorization.may(Permission.CASES_VIEW)) {
            model.addAttribute("about", cases.get(task.caseId()));
            model.addAttribute("shown", form.details(task).orElse(null));
            model.addAttribute("supplied", file.supplied(task.caseId()));
        }
        return "tasks/task";
    }
}
