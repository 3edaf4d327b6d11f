package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.EmployeeFiles;
import io.traject.organisation.employees.Employment;
import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.KeepEmployments;
import io.traject.organisation.employees.forms.EmploymentForm;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding, changing and removing an employment. */
@Controller
@RequestMapping("/employees/{employee}/employments")
@LooksAt(value = FileKind.EMPLOYEE, part = FilePart.FORM, id = "employee")
class EmploymentPage {

    private static final String FORM = "organisation/employees/employment";

    private final EmployeeFiles files;
    private final KeepEmployments employments;
    private final EmploymentChoices choices;
    private final Authorization authorization;
    private final BusinessTime time;

    EmploymentPage(
            EmployeeFiles files,
            KeepEmployments employments,
            EmploymentChoices choices,
            Authorization authorization,
            BusinessTime time) {
        this.files = files;
        this.employments = employments;
        this.choices = choices;
        this.authorization = authorization;
        this.time = time;
    }

    /** Before anything typed is looked at. */
    @ModelAttribute
    void admit() {
        authorization.require(Permission.EMPLOYEES_EDIT);
    }

    @GetMapping("/new")
    String blank(@PathVariable UUID employee, Model model) {
        model.addAttribute("employment", EmploymentForm.blank(Optional.empty(), Optional.empty(), time.today()));
        return page(files.get(employee), model);
    }

    @PostMapping("/new")
    String add(
            @PathVariable UUID employee,
            @Valid @ModelAttribute("employment") EmploymentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return save(
                files.get(employee),
                form,
                errors,
                details -> employments.add(employee, details),
                "organisation.employees.employment.added",
                model,
                redirect);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID employee, @PathVariable UUID id, Model model) {
        Employment employment = files.employment(employee, id).employment();
        model.addAttribute("employment", EmploymentForm.of(employment.details(), employment.version()));
        return page(files.get(employee), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID employee,
            @PathVariable UUID id,
            @Valid @ModelAttribute("employment") EmploymentForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        files.employment(employee, id);
        try {
            return save(
                    files.get(employee),
                    form,
                    errors,
                    details -> employments.change(employee, id, details, form.employmentVersion()),
                    "organisation.employees.employment.changed",
                    model,
                    redirect);
        } catch (OptimisticLockingFailureException somebodyElse) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return overtaken(files.get(employee), files.employment(employee, id).employment(), form, model, locale);
        }
    }

    /** The form as it was typed, with what somebody else saved meanwhile. */
    private String overtaken(
            EmployeeFiles.File file, Employment stored, EmploymentForm typed, Model model, Locale locale) {
        UUID employer = file.employee().employer();
        EmploymentForm now = EmploymentForm.of(stored.details(), stored.version());
        model.addAttribute(
                "overtaken",
                Overtaken.between(choices.words(employer, now, locale), choices.words(employer, typed, locale)));
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "employment");
        model.addAttribute("employment", typed.begunFrom(stored.version()));
        return page(file, model);
    }

    @GetMapping("/{id}/removal")
    String askToRemove(@PathVariable UUID employee, @PathVariable UUID id, Model model) {
        model.addAttribute("employee", files.get(employee).employee());
        model.addAttribute("job", files.employment(employee, id));
        return "organisation/employees/employment-removal";
    }

    @PostMapping("/{id}/removal")
    String remove(
            @PathVariable UUID employee,
            @PathVariable UUID id,
            @RequestParam long version,
            RedirectAttributes redirect) {
        employments.remove(employee, id, version);
        Flash.success(redirect, "organisation.employees.employment.removed");
        return "redirect:/employees/" + employee;
    }

    private String save(
            EmployeeFiles.File file,
            EmploymentForm form,
            BindingResult errors,
            Function<EmploymentDetails, Outcome<Employment>> useCase,
            String savedKey,
            Model model,
            RedirectAttributes redirect) {
        Optional<EmploymentDetails> details = form.details(errors);
        if (details.isEmpty()) {
            return page(file, model);
        }
        return switch (useCase.apply(details.get())) {
            case Outcome.Done<Employment> saved -> {
                Flash.success(redirect, savedKey);
                yield "redirect:/employees/" + file.employee().id();
            }
            case Outcome.Refused<Employment>(Refusal refusal) -> {
                tell(refusal, errors);
                yield page(file, model);
            }
        };
    }

    /** Beside the field that it is about, or on top. */
    static void tell(Refusal refusal, BindingResult errors) {
        switch (refusal.code()) {
            case "employment-number-taken" ->
                errors.rejectValue(
                        "employmentNumber",
                        refusal.messageKey(),
                        refusal.arguments().toArray(),
                        refusal.code());
            case "job-function-elsewhere" ->
                errors.rejectValue(
                        "jobFunction", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
            default -> errors.reject(refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
        }
    }

    private String page(EmployeeFiles.File file, Model model) {
        model.addAttribute("employee", file.employee());
        model.addAttribute("employer", file.employer());
        choices.add(file.employee().employer(), model);
        return FORM;
    }
}
