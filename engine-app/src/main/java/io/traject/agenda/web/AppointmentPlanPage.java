package io.traject.agenda.web;

import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.agenda.Appointment;
import io.traject.agenda.AppointmentAction;
import io.traject.agenda.AppointmentDirectory;
import io.traject.agenda.AppointmentRequest;
import io.traject.agenda.AppointmentRequestDirectory;
import io.traject.agenda.PlanAppointment;
import io.traject.agenda.PlannedTime;
import io.traject.agenda.RequestAction;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Chooses a time for what was requested, or another one for what was planned. */
@Controller
class AppointmentPlanPage {

    private static final String PAGE = "agenda/plan";

    private final AppointmentRequestDirectory requests;
    private final AppointmentDirectory appointments;
    private final PlanAppointment planAppointment;
    private final EmployeeDirectory employees;
    private final RequestLines lines;
    private final RequestFormParts parts;
    private final AccessLog accessLog;
    private final Authorization authorization;

    AppointmentPlanPage(
            AppointmentRequestDirectory requests,
            AppointmentDirectory appointments,
            PlanAppointment planAppointment,
            EmployeeDirectory employees,
            RequestLines lines,
            RequestFormParts parts,
            AccessLog accessLog,
            Authorization authorization) {
        this.requests = requests;
        this.appointments = appointments;
        this.planAppointment = planAppointment;
        this.employees = employees;
        this.lines = lines;
        this.parts = parts;
        this.accessLog = accessLog;
        this.authorization = authorization;
    }

    @GetMapping("/agenda/requests/{id}/planning")
    String plan(@PathVariable UUID id, Model model, Locale locale, RedirectAttributes redirect) {
        AppointmentRequest request = toPlan(id);
        if (!requests.allowedActions(request).contains(RequestAction.PLAN)) {
            return notNow(path(request), "appointment-request-not-open", redirect);
        }
        model.addAttribute(
                "form",
                new PlanForm(request.wishes().from().map(Object::toString).orElse(""), "", "", request.version()));
        return planPage(request, model, locale);
    }

    @PostMapping("/agenda/requests/{id}/planning")
    String plan(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        AppointmentRequest request = toPlan(id);
        if (!requests.allowedActions(request).contains(RequestAction.PLAN)) {
            return notNow(path(request), "appointment-request-not-open", redirect);
        }
        Optional<PlannedTime> when = form.when(errors);
        if (when.isEmpty()) {
            return planPage(request, model, locale);
        }
        try {
            return switch (planAppointment.plan(id, when.get(), OptionalLong.of(form.version()))) {
                case Outcome.Done<Appointment>(Appointment planned) -> {
                    Flash.success(redirect, "agenda.appointment.planned");
                    yield "redirect:" + path(planned);
                }
                case Outcome.Refused<Appointment>(Refusal refusal) -> {
                    tell(refusal, errors);
                    yield planPage(request, model, locale);
                }
            };
        } catch (OptimisticLockingFailureException somebodyElse) {
            AppointmentRequest stored = requests.get(id);
            model.addAttribute("changed", true);
            typed(form.begunFrom(stored.version()), model);
            return planPage(stored, model, locale);
        }
    }

    @GetMapping("/agenda/appointments/{id}/rescheduling")
    String reschedule(@PathVariable UUID id, Model model, Locale locale, RedirectAttributes redirect) {
        Appointment appointment = toReschedule(id);
        if (!appointments.allowedActions(appointment).contains(AppointmentAction.RESCHEDULE)) {
            return notNow(path(appointment), "appointment-action-not-allowed", redirect);
        }
        model.addAttribute("form", PlanForm.of(appointment));
        return reschedulePage(appointment, model, locale);
    }

    @PostMapping("/agenda/appointments/{id}/rescheduling")
    String reschedule(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Appointment appointment = toReschedule(id);
        if (!appointments.allowedActions(appointment).contains(AppointmentAction.RESCHEDULE)) {
            return notNow(path(appointment), "appointment-action-not-allowed", redirect);
        }
        Optional<PlannedTime> when = form.when(errors);
        if (when.isEmpty()) {
            return reschedulePage(appointment, model, locale);
        }
        try {
            if (planAppointment.reschedule(id, when.get(), OptionalLong.of(form.version()))
                    instanceof Outcome.Refused<Appointment>(Refusal refusal)) {
                tell(refusal, errors);
                return reschedulePage(appointment, model, locale);
            }
        } catch (OptimisticLockingFailureException somebodyElse) {
            return overtaken(appointments.get(id), form, model, locale);
        }
        Flash.success(redirect, "agenda.appointment.rescheduled");
        return "redirect:" + path(appointment);
    }

    private AppointmentRequest toPlan(UUID id) {
        authorization.require(Permission.APPOINTMENTS_PLAN);
        return requests.get(id);
    }

    private Appointment toReschedule(UUID id) {
        authorization.require(Permission.APPOINTMENTS_PLAN);
        return appointments.get(id);
    }

    /** Back to where it can be seen what became of it. */
    private static String notNow(String path, String code, RedirectAttributes redirect) {
        Flash.danger(redirect, Refusal.of(code).messageKey());
        return "redirect:" + path;
    }

    private static String path(AppointmentRequest request) {
        return "/agenda/requests/" + request.id();
    }

    private static String path(Appointment appointment) {
        return "/agenda/appointments/" + appointment.id();
    }

    private String planPage(AppointmentRequest request, Model model, Locale locale) {
        return page(request, path(request), "planning", model, locale);
    }

    private String reschedulePage(Appointment appointment, Model model, Locale locale) {
        model.addAttribute("sent", appointment.reminder().sent().orElse(null));
        return page(requests.get(appointment.request()), path(appointment), "rescheduling", model, locale);
    }

    /** @param back where one came from @param step beside it, that the form is sent to */
    private String page(AppointmentRequest request, String back, String step, Model model, Locale locale) {
        accessLog.looked(request.file(), FilePart.APPOINTMENT);
        model.addAttribute("request", request);
        model.addAttribute("employee", employees.get(Permission.EMPLOYEES_VIEW, request.employee()));
        model.addAttribute("typeName", lines.typeNames(Language.of(locale)).get(request.consultationType()));
        model.addAttribute("back", back);
        model.addAttribute("action", back + "/" + step);
        model.addAttribute("step", step);
        return PAGE;
    }

    /** Beside the field that it is about. */
    private static void tell(Refusal refusal, Errors errors) {
        Object[] arguments = refusal.arguments().toArray();
        switch (refusal.code()) {
            case "appointment-in-past",
                    "appointment-too-far-ahead",
                    "appointment-saturday-not-allowed",
                    "appointment-sunday-not-allowed" ->
                errors.rejectValue("day", refusal.messageKey(), arguments, refusal.code());
            case "appointment-overlaps" -> errors.rejectValue("time", refusal.messageKey(), arguments, refusal.code());
            default -> errors.reject(refusal.messageKey(), arguments, refusal.code());
        }
    }

    /** The form as it was typed, with what somebody else saved meanwhile. */
    private String overtaken(Appointment stored, PlanForm typed, Model model, Locale locale) {
        model.addAttribute("overtaken", Overtaken.between(words(PlanForm.of(stored), locale), words(typed, locale)));
        typed(typed.begunFrom(stored.version()), model);
        return reschedulePage(stored, model, locale);
    }

    private static void typed(PlanForm form, Model model) {
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", form);
    }

    private Map<String, String> words(PlanForm form, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(parts.text("agenda.appointment.day", locale), form.day());
        words.put(parts.text("agenda.appointment.time", locale), form.time());
        words.put(parts.text("agenda.appointment.place", locale), form.place());
        return words;
    }
}
