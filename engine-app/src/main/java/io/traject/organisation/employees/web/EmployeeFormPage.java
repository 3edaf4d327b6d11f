package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.kernel.Bsn;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Country;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.AddEmployee;
import io.traject.organisation.employees.ChangeEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmployeeFiles;
import io.traject.organisation.employees.EmployerParts;
import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.forms.EmployeeForm;
import io.traject.organisation.employees.forms.EmploymentForm;
import io.traject.organisation.employees.forms.Typed;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.web.Flash;
import io.traject.web.Option;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding an employee, with a first employment, and changing one. */
@Controller
class EmployeeFormPage {

    private static final String NEW = "organisation/employees/new";
    private static final String EDIT = "organisation/employees/edit";
    private static final int OFFERED = 50;

    private final AddEmployee addEmployee;
    private final ChangeEmployee changeEmployee;
    private final EmployeeFiles files;
    private final EmployerParts parts;
    private final EmploymentChoices choices;
    private final Tree tree;
    private final Authorization authorization;
    private final BusinessTime time;
    private final Languages languages;
    private final MessageSource messages;

    EmployeeFormPage(
            AddEmployee addEmployee,
            ChangeEmployee changeEmployee,
            EmployeeFiles files,
            EmployerParts parts,
            EmploymentChoices choices,
            Tree tree,
            Authorization authorization,
            BusinessTime time,
            Languages languages,
            MessageSource messages) {
        this.addEmployee = addEmployee;
        this.changeEmployee = changeEmployee;
        this.files = files;
        this.parts = parts;
        this.choices = choices;
        this.tree = tree;
        this.authorization = authorization;
        this.time = time;
        this.languages = languages;
        this.messages = messages;
    }

    /** First where, then who. */
    @GetMapping("/employees/new")
    String blank(
            @RequestParam Optional<UUID> at, @RequestParam(defaultValue = "") String q, Model model, Locale locale) {
        authorization.require(Permission.EMPLOYEES_EDIT);
        if (at.isEmpty()) {
            model.addAttribute("q", Typed.line(q));
            model.addAttribute("places", parts.named(Typed.line(q), OFFERED));
            model.addAttribute("offered", OFFERED);
            return "organisation/employees/where";
        }
        List<Node> path = path(at.get());
        model.addAttribute("form", EmployeeForm.BLANK);
        model.addAttribute(
                "employment",
                EmploymentForm.blank(
                        nearest(path, NodeKind.ESTABLISHMENT), nearest(path, NodeKind.DEPARTMENT), time.today()));
        return newPage(at.get(), path, model, locale);
    }

    @PostMapping("/employees/new")
    String add(
            @RequestParam UUID at,
            @Valid @ModelAttribute("form") EmployeeForm form,
            BindingResult errors,
            @Valid @ModelAttribute("employment") EmploymentForm employment,
            BindingResult employmentErrors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        authorization.require(Permission.EMPLOYEES_EDIT, at);
        List<Node> path = path(at);
        Optional<EmployeeDetails> details = form.details(errors, time.today(), Optional.empty(), languages.offered());
        Optional<EmploymentDetails> first = employment.details(employmentErrors);
        if (details.isEmpty() || first.isEmpty()) {
            return newPage(at, path, model, locale);
        }
        return switch (addEmployee.add(employer(path).id(), details.get(), first)) {
            case Outcome.Done<Employee>(Employee employee) -> {
                Flash.success(
                        redirect,
                        "organisation.employees.added",
                        employee.name().full());
                yield "redirect:/employees/" + employee.id();
            }
            case Outcome.Refused<Employee>(Refusal refusal) -> {
                if (!tell(refusal, errors)) {
                    EmploymentPage.tell(refusal, employmentErrors);
                }
                yield newPage(at, path, model, locale);
            }
        };
    }

    @LooksAt(value = FileKind.EMPLOYEE, part = FilePart.FORM)
    @GetMapping("/employees/{id}/edit")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        EmployeeFiles.File file = editable(id);
        model.addAttribute(
                "form",
                EmployeeForm.of(
                        file.employee().details(),
                        maySeeBsn(file),
                        file.employee().version()));
        return editPage(file, model, locale);
    }

    @LooksAt(value = FileKind.EMPLOYEE, part = FilePart.FORM)
    @PostMapping("/employees/{id}/edit")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EmployeeForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        EmployeeFiles.File file = editable(id);
        Optional<Bsn> unseen =
                maySeeBsn(file) ? Optional.empty() : file.employee().details().bsn();
        Optional<EmployeeDetails> details = form.details(errors, time.today(), unseen, choosable(file));
        if (details.isEmpty()) {
            return editPage(file, model, locale);
        }
        try {
            return changed(
                    changeEmployee.change(id, details.get(), form.version()), errors, file, model, locale, redirect);
        } catch (OptimisticLockingFailureException somebodyElse) {
            return overtaken(files.get(id), form, model, locale);
        }
    }

    private String changed(
            Outcome<Employee> outcome,
            BindingResult errors,
            EmployeeFiles.File file,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done<Employee>(Employee employee) -> {
                Flash.success(
                        redirect,
                        "organisation.employees.changed",
                        employee.name().full());
                yield "redirect:/employees/" + employee.id();
            }
            case Outcome.Refused<Employee>(Refusal refusal) -> {
                if (!tell(refusal, errors)) {
                    errors.reject(refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                }
                yield editPage(file, model, locale);
            }
        };
    }

    /** The form as it was typed, with what somebody else saved meanwhile. */
    private String overtaken(EmployeeFiles.File file, EmployeeForm typed, Model model, Locale locale) {
        long version = file.employee().version();
        EmployeeForm stored = EmployeeForm.of(file.employee().details(), maySeeBsn(file), version);
        model.addAttribute("overtaken", Overtaken.between(labelled(stored, locale), labelled(typed, locale)));
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", typed.begunFrom(version));
        return editPage(file, model, locale);
    }

    private Map<String, String> labelled(EmployeeForm form, Locale locale) {
        Map<String, String> labelled = new LinkedHashMap<>();
        form.fields()
                .forEach((field, text) -> labelled.put(
                        messages.getMessage("organisation.employees." + field, new Object[0], locale), text));
        return labelled;
    }

    /** Beside the field that it is about. */
    private static boolean tell(Refusal refusal, BindingResult errors) {
        Optional<String> field = switch (refusal.code()) {
            case "employee-number-taken" -> Optional.of("number");
            case "employee-bsn-taken" -> Optional.of("bsn");
            default -> Optional.empty();
        };
        field.ifPresent(name -> errors.rejectValue(
                name, refusal.messageKey(), refusal.arguments().toArray(), refusal.code()));
        return field.isPresent();
    }

    private EmployeeFiles.File editable(UUID id) {
        authorization.require(Permission.EMPLOYEES_EDIT);
        return files.get(id);
    }

    private boolean maySeeBsn(EmployeeFiles.File file) {
        return authorization.may(Permission.EMPLOYEES_FIND_BY_BSN, file.reachedBy());
    }

    private List<Language> choosable(EmployeeFiles.File file) {
        return languages.choosable(file.employee().details().language());
    }

    private List<Node> path(UUID at) {
        authorization.require(Permission.EMPLOYEES_EDIT, at);
        List<Node> path = tree.path(at);
        employer(path);
        return path;
    }

    private static Node employer(List<Node> path) {
        return path.stream()
                .filter(node -> node.kind() == NodeKind.EMPLOYER)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Optional<UUID> nearest(List<Node> path, NodeKind kind) {
        return path.reversed().stream()
                .filter(node -> node.kind() == kind)
                .map(Node::id)
                .findFirst();
    }

    private String newPage(UUID at, List<Node> path, Model model, Locale locale) {
        model.addAttribute("at", at);
        model.addAttribute("employer", employer(path));
        choices.add(employer(path).id(), model);
        model.addAttribute("languages", languages.offered());
        return page(NEW, model, locale);
    }

    private String editPage(EmployeeFiles.File file, Model model, Locale locale) {
        model.addAttribute("employee", file.employee());
        model.addAttribute("bsnHidden", !maySeeBsn(file));
        model.addAttribute("languages", choosable(file));
        return page(EDIT, model, locale);
    }

    private static String page(String template, Model model, Locale locale) {
        Language reader = Language.of(locale);
        model.addAttribute(
                "countries",
                Country.all(reader).stream()
                        .map(country -> new Option(country.code(), country.name(reader)))
                        .toList());
        return template;
    }
}
