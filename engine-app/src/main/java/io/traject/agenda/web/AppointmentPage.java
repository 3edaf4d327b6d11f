package io.traject.agenda.web;

import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.agenda.Appointment;
import io.traject.agenda.AppointmentAction;
import io.traject.agenda.AppointmentDirectory;
import io.traject.agenda.EndAppointment;
import io.traject.agenda.RemindsEmployees;
import io.traject.cases.CaseNames;
import io.traject.kernel.Language;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** An appointment: when it is, what became of it, and what can be done with it. */
@Controller
@RequestMapping("/agenda/appointments/{id}")
class AppointmentPage {

    private final AppointmentDirectory directory;
    private final EndAppointment endAppointment;
    private final EmployeeDirectory employees;
    private final CaseNames caseNames;
    private final RequestLines lines;
    private final RemindsEmployees remindsEmployees;
    private final AccessLog accessLog;
    private final Authorization authorization;

    AppointmentPage(
            AppointmentDirectory directory,
            EndAppointment endAppointment,
            EmployeeDirectory employees,
            CaseNames caseNames,
            RequestLines lines,
            RemindsEmployees remindsEmployees,
            AccessLog accessLog,
            Authorization authorization) {
        this.directory = directory;
        this.endAppointment = endAppointment;
        this.employees = employees;
        this.caseNames = caseNames;
        this.lines = lines;
        this.remindsEmployees = remindsEmployees;
        this.accessLog = accessLog;
        this.authorization = authorization;
    }

    /** Why it is called off or lapses. */
    record ReasonForm(
            @Size(max = Appointment.MAX_REASON_LENGTH, message = "{agenda.appointment.reason.tooLong}")
            String reason,

            Long version) {

        ReasonForm(@Nullable String reason, @Nullable Long version) {
            this.reason = Typed.text(reason);
            this.version = version == null ? 0 : version;
        }
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Appointment appointment = shown(id, model, locale);
        model.addAttribute(
                "about",
                appointment
                        .about()
                        .flatMap(one -> caseNames.named(List.of(one)).stream().findFirst())
                        .orElse(null));
        model.addAttribute("allowed", allowed(appointment));
        model.addAttribute("reminds", remindsEmployees.of(appointment.employer()));
        model.addAttribute(
                "minutes",
                Duration.between(appointment.when().start(), appointment.end()).toMinutes());
        return "agenda/appointment";
    }

    @PostMapping("/completion")
    String complete(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        endAppointment.complete(id, OptionalLong.of(version)).orThrow();
        return done(id, "agenda.appointment.completed", redirect);
    }

    @PostMapping("/no-show")
    String noShow(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        endAppointment.noShow(id, OptionalLong.of(version)).orThrow();
        return done(id, "agenda.appointment.missed", redirect);
    }

    @PostMapping("/undoing")
    String undo(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        endAppointment.undo(id, OptionalLong.of(version)).orThrow();
        return done(id, "agenda.appointment.undone", redirect);
    }

    @GetMapping("/cancellation")
    String askCancel(@PathVariable UUID id, Model model, Locale locale, RedirectAttributes redirect) {
        return ask(id, AppointmentAction.CANCEL, model, locale, redirect);
    }

    @PostMapping("/cancellation")
    String cancel(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return ending(id, AppointmentAction.CANCEL, model, locale);
        }
        endAppointment
                .cancel(id, Typed.filled(form.reason()), OptionalLong.of(form.version()))
                .orThrow();
        return done(id, "agenda.appointment.cancelled", redirect);
    }

    @GetMapping("/lapse")
    String askLapse(@PathVariable UUID id, Model model, Locale locale, RedirectAttributes redirect) {
        return ask(id, AppointmentAction.LAPSE, model, locale, redirect);
    }

    @PostMapping("/lapse")
    String lapse(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return ending(id, AppointmentAction.LAPSE, model, locale);
        }
        endAppointment
                .lapse(id, Typed.filled(form.reason()), OptionalLong.of(form.version()))
                .orThrow();
        return done(id, "agenda.appointment.lapsed", redirect);
    }

    private String ask(UUID id, AppointmentAction action, Model model, Locale locale, RedirectAttributes redirect) {
        authorization.require(Permission.APPOINTMENTS_PLAN);
        Appointment appointment = directory.get(id);
        if (!directory.allowedActions(appointment).contains(action)) {
            Flash.danger(redirect, Refusal.of("appointment-action-not-allowed").messageKey());
            return "redirect:/agenda/appointments/" + id;
        }
        model.addAttribute("form", new ReasonForm("", appointment.version()));
        return ending(id, action, model, locale);
    }

    private String ending(UUID id, AppointmentAction action, Model model, Locale locale) {
        shown(id, model, locale);
        model.addAttribute("action", action.name());
        return "agenda/appointment-ending";
    }

    private Appointment shown(UUID id, Model model, Locale locale) {
        authorization.require(Permission.EMPLOYEES_VIEW);
        Appointment appointment = directory.get(id);
        accessLog.looked(appointment.file(), FilePart.APPOINTMENT);
        model.addAttribute("appointment", appointment);
        model.addAttribute("employee", employees.get(Permission.EMPLOYEES_VIEW, appointment.employee()));
        model.addAttribute("typeName", lines.typeNames(Language.of(locale)).get(appointment.consultationType()));
        return appointment;
    }

    private Set<String> allowed(Appointment appointment) {
        return directory.allowedActions(appointment).stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    private static String done(UUID id, String key, RedirectAttributes redirect) {
        Flash.success(redirect, key);
        return "redirect:/agenda/appointments/" + id;
    }
}
