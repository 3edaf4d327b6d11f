package io.traject.triggers.actions;

import static io.traject.triggers.actions.Setting.Form.CHOICE;
import static io.traject.triggers.actions.Setting.Form.LINE;
import static io.traject.triggers.actions.Setting.Form.YES_NO;

import io.traject.agenda.AppointmentWishes;
import io.traject.agenda.CaseChoice;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.agenda.NewAppointmentRequest;
import io.traject.agenda.NewAppointmentRequest.Origin;
import io.traject.agenda.RequestAppointment;
import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Asks for an appointment for the employee, with all its settings in one action (A11d). Only types that prefer a type of case
 * are offered, so that a case can be chosen.
 */
@Component
class RequestAppointmentAction implements TriggerAction {

    private static final String EMPLOYEE = "employee";
    private static final String CONSULTATION_TYPE = "consultationType";
    private static final String DRAFT = "draft";
    private static final String SATURDAY = "saturdayAllowed";
    private static final String SUNDAY_HOLIDAY = "sundayHolidayAllowed";
    private static final String REMARK = "remark";

    private final RequestAppointment requestAppointment;
    private final ConsultationTypeCatalogue types;

    RequestAppointmentAction(RequestAppointment requestAppointment, ConsultationTypeCatalogue types) {
        this.requestAppointment = requestAppointment;
        this.types = types;
    }

    @Override
    public String kind() {
        return "create-appointment-request";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required(CONSULTATION_TYPE, CHOICE),
                Setting.optional(DRAFT, YES_NO),
                Setting.optional(SATURDAY, YES_NO),
                Setting.optional(SUNDAY_HOLIDAY, YES_NO),
                Setting.optional(REMARK, LINE));
    }

    @Override
    public Set<String> needs() {
        return Set.of(EMPLOYEE);
    }

    @Override
    public List<Choice> choices(UUID organisation, String setting, Language language) {
        return setting.equals(CONSULTATION_TYPE)
                ? types.active(organisation, language).stream()
                        .filter(type -> type.preferredCaseType().isPresent())
                        .map(type -> new Choice(type.code().value(), type.name()))
                        .toList()
                : List.of();
    }

    @Override
    public Set<String> raises() {
        return Set.of("appointment.requested", "appointment.drafted");
    }

    @Override
    public Outcome<Done> run(ActionCall call) {
        Optional<UUID> employee = call.thing(EMPLOYEE);
        if (employee.isEmpty()) {
            return Missing.thing(EMPLOYEE);
        }
        String code = call.setting(CONSULTATION_TYPE).orElseThrow();
        return types.find(call.organisation(), code, Language.NL)
                .map(type -> requestAppointment
                        .request(new NewAppointmentRequest(
                                employee.get(),
                                type.id(),
                                about(call),
                                wishes(call),
                                call.isSet(DRAFT),
                                Optional.of(new Origin(call.key().toString(), call.trigger()))))
                        .map(request ->
                                Done.of("appointment-requested", request.id().toString())))
                .orElseGet(() -> Outcome.refused("trigger-consultation-type-gone"));
    }

    /** The case that the event is about, or else the employee's of the type that the consultation type prefers. */
    private static CaseChoice about(ActionCall call) {
        return call.thing("case").<CaseChoice>map(CaseChoice.Of::new).orElseGet(CaseChoice.Preferred::new);
    }

    private static AppointmentWishes wishes(ActionCall call) {
        return new AppointmentWishes(
                call.isSet(SATURDAY),
                call.isSet(SUNDAY_HOLIDAY),
                Optional.empty(),
                Optional.empty(),
                call.setting(REMARK));
    }
}
