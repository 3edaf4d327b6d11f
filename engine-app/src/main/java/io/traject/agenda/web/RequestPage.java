package io.traject.agenda.web;

import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.agenda.AppointmentDirectory;
import io.traject.agenda.AppointmentRequest;
import io.traject.agenda.AppointmentRequestDirectory;
import io.traject.agenda.AppointmentWishes;
import io.traject.agenda.ChangeAppointmentRequest;
import io.traject.agenda.MoveAppointmentRequest;
import io.traject.agenda.RequestAction;
import io.traject.cases.CaseNames;
import io.traject.cases.SubjectNames.Named;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.web.Flash;
import io.traject.web.Option;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
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

/** An appointment request: what was asked, by whom, and what can be done with it. */
@Controller
@RequestMapping("/agenda/requests/{id}")
class RequestPage {

    private static final String EDIT = "agenda/request-edit";

    private final AppointmentRequestDirectory directory;
    private final AppointmentDirectory appointments;
    private final MoveAppointmentRequest move;
    private final ChangeAppointmentRequest changeRequest;
    private final EmployeeDirectory employees;
    private final CaseNames caseNames;
    private final RequestLines lines;
    private final RequestFormParts parts;
    private final AccessLog accessLog;
    private final Authorization authorization;

    RequestPage(
            AppointmentRequestDirectory directory,
            AppointmentDirectory appointments,
            MoveAppointmentRequest move,
            ChangeAppointmentRequest changeRequest,
            EmployeeDirectory employees,
            CaseNames caseNames,
            RequestLines lines,
            RequestFormParts parts,
            AccessLog accessLog,
            Authorization authorization) {
        this.directory = directory;
        this.appointments = appointments;
        this.move = move;
        this.changeRequest = changeRequest;
        this.employees = employees;
        this.caseNames = caseNames;
        this.lines = lines;
        this.parts = parts;
        this.accessLog = accessLog;
        this.authorization = authorization;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model, Locale locale) {
        AppointmentRequest request = shown(id, model, locale);
        model.addAttribute("about", about(request).orElse(null));
        model.addAttribute("planned", appointments.of(request));
        Set<RequestAction> allowed = directory.allowedActions(request);
        model.addAttribute("mayPlan", allowed.contains(RequestAction.PLAN));
        model.addAttribute("mayOpen", allowed.contains(RequestAction.OPEN));
        model.addAttribute("mayChange", allowed.contains(RequestAction.CHANGE));
        model.addAttribute("mayWithdraw", allowed.contains(RequestAction.WITHDRAW));
        model.addAttribute("mayReinstate", allowed.contains(RequestAction.REINSTATE));
        return "agenda/request";
    }

    @GetMapping("/edit")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        AppointmentRequest request = editable(id, model, locale);
        model.addAttribute("form", RequestForm.of(request));
        return editPage(request, model, locale);
    }

    @PostMapping("/edit")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        AppointmentRequest request = editable(id, model, locale);
        Optional<AppointmentWishes> wishes = form.wishes(errors);
        if (wishes.isEmpty()) {
            return editPage(request, model, locale);
        }
        try {
            if (changeRequest.change(id, wishes.get(), form.caseChoice(), OptionalLong.of(form.version()))
                    instanceof Outcome.Refused<AppointmentRequest>(Refusal refusal)) {
                parts.tell(refusal, errors);
                return editPage(request, model, locale);
            }
        } catch (OptimisticLockingFailureException somebodyElse) {
            return overtaken(directory.get(id), form, model, locale);
        }
        Flash.success(redirect, "agenda.request.changed");
        return "redirect:/agenda/requests/" + id;
    }

    @PostMapping("/opening")
    String open(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        move.open(id, OptionalLong.of(version)).orThrow();
        Flash.success(redirect, "agenda.request.requested");
        return "redirect:/agenda/requests/" + id;
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        move.withdraw(id, OptionalLong.of(version)).orThrow();
        Flash.success(redirect, "agenda.request.withdrawn");
        return "redirect:/agenda/requests/" + id;
    }

    @PostMapping("/reinstatement")
    String reinstate(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        move.reinstate(id, OptionalLong.of(version)).orThrow();
        Flash.success(redirect, "agenda.request.reinstated");
        return "redirect:/agenda/requests/" + id;
    }

    private AppointmentRequest shown(UUID id, Model model, Locale locale) {
        authorization.require(Permission.EMPLOYEES_VIEW);
        AppointmentRequest request = directory.get(id);
        accessLog.looked(request.file(), FilePart.APPOINTMENT);
        Employee employee = employees.get(Permission.EMPLOYEES_VIEW, request.employee());
        model.addAttribute("request", request);
        model.addAttribute("employee", employee);
        model.addAttribute("typeName", lines.typeNames(Language.of(locale)).get(request.consultationType()));
        return request;
    }

    private AppointmentRequest editable(UUID id, Model model, Locale locale) {
        authorization.require(Permission.APPOINTMENTS_REQUEST);
        AppointmentRequest request = shown(id, model, locale);
        if (!request.allowedActions().contains(RequestAction.CHANGE)) {
            throw new RefusedException(Refusal.of(request.unchangeable()));
        }
        return request;
    }

    private Optional<Named> about(AppointmentRequest request) {
        return request.about()
                .flatMap(one -> caseNames.named(List.of(one)).stream().findFirst());
    }

    private String editPage(AppointmentRequest request, Model model, Locale locale) {
        Optional<Option> held = about(request).map(one -> new Option(one.id().toString(), one.name()));
        parts.offerCases(request.employee(), held, false, model, locale);
        return EDIT;
    }

    /** The form as it was typed, with what somebody else saved meanwhile. */
    private String overtaken(AppointmentRequest stored, RequestForm typed, Model model, Locale locale) {
        model.addAttribute("overtaken", Overtaken.between(words(RequestForm.of(stored), locale), words(typed, locale)));
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", typed.begunFrom(stored.version()));
        return editPage(stored, model, locale);
    }

    private Map<String, String> words(RequestForm form, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(parts.text("agenda.request.about", locale), caseNumber(form));
        words.put(parts.text("agenda.request.from", locale), form.from());
        words.put(parts.text("agenda.request.until", locale), form.until());
        words.put(parts.text("agenda.request.saturday", locale), yesOrNo(form.saturday(), locale));
        words.put(parts.text("agenda.request.sundayHoliday", locale), yesOrNo(form.sundayHoliday(), locale));
        words.put(parts.text("agenda.request.remark", locale), form.remark());
        return words;
    }

    private String caseNumber(RequestForm form) {
        return Typed.id(form.about())
                .flatMap(one -> caseNames.named(List.of(one)).stream().findFirst())
                .map(Named::name)
                .orElse("");
    }

    private String yesOrNo(boolean yes, Locale locale) {
        return parts.text(yes ? "agenda.yes" : "agenda.no", locale);
    }
}
