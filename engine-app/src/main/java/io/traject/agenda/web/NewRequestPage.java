package io.traject.agenda.web;

import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.agenda.AppointmentRequest;
import io.traject.agenda.AppointmentWishes;
import io.traject.agenda.CaseOfRequest;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.agenda.ConsultationTypeCatalogue.Entry;
import io.traject.agenda.NewAppointmentRequest;
import io.traject.agenda.RequestAppointment;
import io.traject.cases.Case;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.web.Flash;
import io.traject.web.Option;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

/** Asking for an appointment for an employee. */
@Controller
@RequestMapping("/employees/{id}/appointment-requests/new")
@LooksAt(value = FileKind.EMPLOYEE, part = FilePart.FORM)
class NewRequestPage {

    private final EmployeeDirectory employees;
    private final ConsultationTypeCatalogue types;
    private final CaseOfRequest cases;
    private final RequestAppointment requestAppointment;
    private final RequestFormParts parts;
    private final Authorization authorization;

    NewRequestPage(
            EmployeeDirectory employees,
            ConsultationTypeCatalogue types,
            CaseOfRequest cases,
            RequestAppointment requestAppointment,
            RequestFormParts parts,
            Authorization authorization) {
        this.employees = employees;
        this.types = types;
        this.cases = cases;
        this.requestAppointment = requestAppointment;
        this.parts = parts;
        this.authorization = authorization;
    }

    /** @param consultationType that was chosen: the case that fits it is chosen too */
    @GetMapping
    String blank(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String consultationType,
            Model model,
            Locale locale) {
        Employee employee = employee(id);
        List<Entry> offered = types.active(employee.organisation(), Language.of(locale));
        Optional<Entry> chosen = offered.stream()
                .filter(type -> offered.size() == 1 || type.id().toString().equals(consultationType))
                .findFirst();
        String about = chosen.map(type -> cases.fitting(id, type.preferredCaseType())
                        .map(Case::id)
                        .map(UUID::toString)
                        .orElse(""))
                .orElse(RequestForm.FITTING);
        model.addAttribute(
                "form",
                RequestForm.blank(chosen.map(type -> type.id().toString()).orElse(""), about));
        return page(employee, offered, chosen.isEmpty(), model, locale);
    }

    @PostMapping
    String request(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean draft,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Employee employee = employee(id);
        List<Entry> offered = types.active(employee.organisation(), Language.of(locale));
        Optional<UUID> type = Typed.id(form.consultationType());
        if (type.isEmpty() || offered.stream().noneMatch(one -> one.id().equals(type.get()))) {
            errors.rejectValue("consultationType", "agenda.request.type.required");
        }
        Optional<AppointmentWishes> wishes = form.wishes(errors);
        if (wishes.isPresent()) {
            var wanted = new NewAppointmentRequest(
                    id, type.orElseThrow(), form.caseChoice(), wishes.get(), draft, Optional.empty());
            switch (requestAppointment.request(wanted)) {
                case Outcome.Done<AppointmentRequest>(AppointmentRequest made) -> {
                    Flash.success(redirect, draft ? "agenda.request.drafted" : "agenda.request.requested");
                    return "redirect:/agenda/requests/" + made.id();
                }
                case Outcome.Refused<AppointmentRequest>(Refusal refusal) -> parts.tell(refusal, errors);
            }
        }
        return page(employee, offered, form.about().equals(RequestForm.FITTING), model, locale);
    }

    private Employee employee(UUID id) {
        authorization.require(Permission.EMPLOYEES_VIEW);
        return employees.get(Permission.APPOINTMENTS_REQUEST, id);
    }

    private String page(Employee employee, List<Entry> offered, boolean fitting, Model model, Locale locale) {
        model.addAttribute("employee", employee);
        model.addAttribute(
                "types",
                offered.stream()
                        .map(type -> new Option(type.id().toString(), type.name()))
                        .toList());
        model.addAttribute("mayConfigure", authorization.mayForOrganisation(Permission.CONFIGURATION));
        parts.offerCases(employee.id(), Optional.empty(), fitting, model, locale);
        return "agenda/new-request";
    }
}
