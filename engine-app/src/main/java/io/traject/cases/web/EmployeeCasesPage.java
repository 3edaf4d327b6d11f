package io.traject.cases.web;

import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.cases.CaseResult;
import io.traject.cases.CaseType;
import io.traject.cases.CloseCase;
import io.traject.cases.NewEmployeeCase;
import io.traject.cases.OpenEmployeeCase;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.web.Flash;
import io.traject.web.Option;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opening a case from the file of an employee, and closing it when it is done. */
@Controller
class EmployeeCasesPage {

    private static final String OPENING = "cases/opening";
    private static final String CLOSING = "cases/closure";

    private final OpenEmployeeCase openEmployeeCase;
    private final CloseCase closeCase;
    private final CaseDirectory directory;
    private final EmployeeDirectory employees;
    private final MessageSource messages;

    EmployeeCasesPage(
            OpenEmployeeCase openEmployeeCase,
            CloseCase closeCase,
            CaseDirectory directory,
            EmployeeDirectory employees,
            MessageSource messages) {
        this.openEmployeeCase = openEmployeeCase;
        this.closeCase = closeCase;
        this.directory = directory;
        this.employees = employees;
        this.messages = messages;
    }

    /** @param key of the case to be opened: sending the form twice opens one */
    record OpeningForm(
            @NotNull UUID key,

            @NotNull(message = "{cases.opening.type.missing}") @Nullable
            CaseType type,

            @NotBlank(message = "{cases.opening.title.missing}")
            @Size(max = NewEmployeeCase.LONGEST_TITLE, message = "{cases.opening.title.tooLong}")
            @Nullable
            String title,

            @NotNull(message = "{cases.opening.finalDay.missing}")
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            @Nullable
            LocalDate finalDay) {

        NewEmployeeCase about(UUID employee) {
            return new NewEmployeeCase(
                    key,
                    Objects.requireNonNull(type),
                    employee,
                    Objects.requireNonNull(title),
                    Objects.requireNonNull(finalDay));
        }
    }

    /** @param version of the case that was looked at */
    record ClosureForm(
            @NotNull(message = "{cases.closure.result.missing}") @Nullable
            CaseResult result,

            long version) {}

    @LooksAt(value = FileKind.EMPLOYEE, part = FilePart.FORM)
    @GetMapping("/employees/{id}/cases/new")
    String askToOpen(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", new OpeningForm(Ids.next(), null, null, null));
        return opening(employees.get(Permission.CASES_EDIT, id), model, locale);
    }

    @LooksAt(value = FileKind.EMPLOYEE, part = FilePart.FORM)
    @PostMapping("/employees/{id}/cases/new")
    String open(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OpeningForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Employee about = employees.get(Permission.CASES_EDIT, id);
        if (errors.hasErrors() || form.type() == null || !form.type().isAboutEmployee()) {
            return opening(about, model, locale);
        }
        return switch (openEmployeeCase.open(form.about(id))) {
            case Outcome.Done<Case>(Case opened) -> {
                Flash.success(redirect, "cases.opening.done", opened.number());
                yield "redirect:/cases/" + opened.id();
            }
            case Outcome.Refused<Case>(var refusal) -> {
                if (refusal.code().equals("final-day-past")) {
                    errors.rejectValue("finalDay", refusal.messageKey());
                } else {
                    errors.reject(refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                }
                yield opening(about, model, locale);
            }
        };
    }

    @LooksAt(value = FileKind.CASE, part = FilePart.FORM)
    @GetMapping("/cases/{id}/closure")
    String askToClose(@PathVariable UUID id, Model model, Locale locale) {
        Case asked = directory.get(id, Permission.CASES_EDIT);
        model.addAttribute("form", new ClosureForm(null, asked.version()));
        return closing(asked, model, locale);
    }

    @LooksAt(value = FileKind.CASE, part = FilePart.FORM)
    @PostMapping("/cases/{id}/closure")
    String close(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ClosureForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Case asked = directory.get(id, Permission.CASES_EDIT);
        if (errors.hasErrors() || form.result() == null) {
            return closing(asked, model, locale);
        }
        Case closed = closeCase
                .close(id, form.result(), OptionalLong.of(form.version()))
                .orThrow();
        Flash.success(redirect, "cases.closure.done", closed.number());
        return "redirect:/cases/" + id;
    }

    private String opening(Employee about, Model model, Locale locale) {
        model.addAttribute("employee", about);
        model.addAttribute("types", options("cases.type.", CaseType.aboutEmployees().stream(), locale));
        return OPENING;
    }

    private String closing(Case asked, Model model, Locale locale) {
        model.addAttribute("case", asked);
        model.addAttribute("results", options("cases.result.", Stream.of(CaseResult.values()), locale));
        return CLOSING;
    }

    private List<Option> options(String prefix, Stream<? extends Enum<?>> constants, Locale locale) {
        return constants
                .map(constant -> new Option(
                        constant.name(), messages.getMessage(prefix + constant.name(), new Object[0], locale)))
                .toList();
    }
}
