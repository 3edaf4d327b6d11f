package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.JobFunction;
import io.traject.organisation.employees.KeepJobFunctions;
import io.traject.organisation.employees.forms.Typed;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The job functions of an employer: list, add, change (A10). */
@Controller
class JobFunctionsPage {

    private static final String LIST = "organisation/employees/job-functions";
    private static final String FORM = "organisation/employees/job-function";

    private final KeepJobFunctions jobFunctions;
    private final Tree tree;
    private final Authorization authorization;
    private final MessageSource messages;

    JobFunctionsPage(KeepJobFunctions jobFunctions, Tree tree, Authorization authorization, MessageSource messages) {
        this.jobFunctions = jobFunctions;
        this.tree = tree;
        this.authorization = authorization;
        this.messages = messages;
    }

    /**
     * A job function as it is typed.
     *
     * @param code empty for the name
     */
    record Form(
            @NotBlank(message = "{organisation.employees.function.name.required}")
            @Size(max = JobFunction.MAX_LENGTH, message = "{organisation.employees.tooLong100}")
            String name,

            @Size(max = JobFunction.MAX_LENGTH, message = "{organisation.employees.tooLong100}")
            String code,

            long version) {

        Form {
            name = Typed.line(name);
            code = Typed.line(code);
        }

        String codeOrName() {
            return Typed.text(code).orElse(name);
        }
    }

    @GetMapping("/employers/{employer}/job-functions")
    String list(@PathVariable UUID employer, Model model) {
        model.addAttribute("form", new Form("", "", 0));
        return listPage(employer, model);
    }

    @PostMapping("/employers/{employer}/job-functions")
    String add(
            @PathVariable UUID employer,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        authorization.require(Permission.EMPLOYEES_EDIT, employer);
        return saved(errors, () -> jobFunctions.add(employer, form.name(), Typed.text(form.code())), redirect)
                ? list(employer)
                : listPage(employer, model);
    }

    @GetMapping("/job-functions/{id}")
    String edit(@PathVariable UUID id, Model model) {
        JobFunction function = jobFunctions.get(id);
        model.addAttribute("form", new Form(function.name(), function.code(), function.version()));
        return formPage(function, model);
    }

    @PostMapping("/job-functions/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        JobFunction function = jobFunctions.get(id);
        try {
            return saved(
                            errors,
                            () -> jobFunctions.change(id, form.name(), form.codeOrName(), form.version()),
                            redirect)
                    ? list(function.employer())
                    : formPage(function, model);
        } catch (OptimisticLockingFailureException somebodyElse) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return overtaken(jobFunctions.get(id), form, model, locale);
        }
    }

    /** The form as it was typed, with what somebody else saved meanwhile. */
    private String overtaken(JobFunction stored, Form typed, Model model, Locale locale) {
        model.addAttribute(
                "overtaken",
                Overtaken.between(
                        words(stored.name(), stored.code(), locale), words(typed.name(), typed.codeOrName(), locale)));
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", new Form(typed.name(), typed.code(), stored.version()));
        return formPage(stored, model);
    }

    private Map<String, String> words(String name, String code, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(messages.getMessage("organisation.employees.function.name", null, locale), name);
        words.put(messages.getMessage("organisation.employees.function.code", null, locale), code);
        return words;
    }

    private static boolean saved(
            BindingResult errors, Supplier<Outcome<JobFunction>> useCase, RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return false;
        }
        return switch (useCase.get()) {
            case Outcome.Done<JobFunction>(JobFunction function) -> {
                Flash.success(redirect, "organisation.employees.function.saved", function.name());
                yield true;
            }
            case Outcome.Refused<JobFunction>(Refusal refusal) -> {
                String field = refusal.code().equals("job-function-code-taken") ? "code" : "name";
                errors.rejectValue(
                        field, refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                yield false;
            }
        };
    }

    private static String list(UUID employer) {
        return "redirect:/employers/%s/job-functions".formatted(employer);
    }

    private String listPage(UUID employer, Model model) {
        authorization.require(Permission.EMPLOYEES_EDIT, employer);
        model.addAttribute("employer", employer(employer));
        model.addAttribute("functions", jobFunctions.of(employer));
        return LIST;
    }

    private String formPage(JobFunction function, Model model) {
        model.addAttribute("function", function);
        model.addAttribute("employer", employer(function.employer()));
        model.addAttribute("uses", jobFunctions.uses(function));
        return FORM;
    }

    private Node employer(UUID id) {
        return tree.find(id).filter(node -> node.kind() == NodeKind.EMPLOYER).orElseThrow(NotFoundException::new);
    }
}
