package io.traject.agenda.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FilePart;
import io.traject.agenda.Appointment;
import io.traject.agenda.AppointmentDirectory;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.agenda.ConsultationTypeCatalogue.Entry;
import io.traject.agenda.EndAppointment;
import io.traject.agenda.PlanAppointment;
import io.traject.agenda.PlannedTime;
import io.traject.web.api.EntityTags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appointments: plan what was requested, reschedule, cancel, and say what became of them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Agenda")
class AppointmentApi {

    private static final String NOT_ALLOWED = "409 appointment-action-not-allowed";
    private static final String WRONG_TIME =
            ", appointment-in-past, appointment-too-far-ahead, appointment-saturday-not-allowed,"
                    + " appointment-sunday-not-allowed, appointment-overlaps";

    private final AppointmentDirectory directory;
    private final PlanAppointment planAppointment;
    private final EndAppointment endAppointment;
    private final ConsultationTypeCatalogue types;
    private final AccessLog accessLog;
    private final Authorization authorization;

    AppointmentApi(
            AppointmentDirectory directory,
            PlanAppointment planAppointment,
            EndAppointment endAppointment,
            ConsultationTypeCatalogue types,
            AccessLog accessLog,
            Authorization authorization) {
        this.directory = directory;
        this.planAppointment = planAppointment;
        this.endAppointment = endAppointment;
        this.types = types;
        this.accessLog = accessLog;
        this.authorization = authorization;
    }

    /**
     * When and where.
     *
     * @param startsAt with its offset, RFC 3339
     * @param place an address or a room, as the employee is to read it; left out: none
     */
    record When(
            @NotNull OffsetDateTime startsAt,

            @Nullable @Size(max = PlannedTime.MAX_PLACE_LENGTH)
            String place) {

        PlannedTime time() {
            return new PlannedTime(startsAt.toInstant(), line(place));
        }
    }

    /** Why; left out: not said. */
    record Reason(
            @Nullable @Size(max = Appointment.MAX_REASON_LENGTH)
            String reason) {

        static Optional<String> of(@Nullable Reason body) {
            return Optional.ofNullable(body).flatMap(given -> line(given.reason()));
        }
    }

    private static Optional<String> line(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(text -> text.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    @PostMapping("/appointment-requests/{id}/plan")
    @Operation(
            summary = "Plan an open appointment request",
            description = "409 appointment-request-not-open, employee-archived" + WRONG_TIME)
    ResponseEntity<AppointmentView> plan(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody When when) {
        Appointment planned =
                planAppointment.plan(id, when.time(), EntityTags.seen(ifMatch)).orThrow();
        return ResponseEntity.created(URI.create("/api/v1/appointments/" + planned.id()))
                .eTag(EntityTags.of(planned.version()))
                .body(view(planned));
    }

    @GetMapping("/appointments/{id}")
    @Operation(summary = "An appointment")
    ResponseEntity<AppointmentView> get(@PathVariable UUID id) {
        Appointment appointment = directory.get(id);
        accessLog.looked(appointment.file(), FilePart.APPOINTMENT);
        return answer(appointment);
    }

    @PostMapping("/appointments/{id}/reschedule")
    @Operation(
            summary = "Move an appointment to another time",
            description = NOT_ALLOWED + ", employee-archived" + WRONG_TIME)
    ResponseEntity<AppointmentView> reschedule(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody When when) {
        return answer(planAppointment
                .reschedule(id, when.time(), EntityTags.seen(ifMatch))
                .orThrow());
    }

    @PostMapping("/appointments/{id}/cancel")
    @Operation(summary = "Call an appointment off; its request is to be planned again", description = NOT_ALLOWED)
    ResponseEntity<AppointmentView> cancel(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable Reason reason) {
        return answer(endAppointment
                .cancel(id, Reason.of(reason), EntityTags.seen(ifMatch))
                .orThrow());
    }

    @PostMapping("/appointments/{id}/complete")
    @Operation(summary = "Say that an appointment was held", description = NOT_ALLOWED + ", appointment-not-begun")
    ResponseEntity<AppointmentView> complete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(endAppointment.complete(id, EntityTags.seen(ifMatch)).orThrow());
    }

    @PostMapping("/appointments/{id}/no-show")
    @Operation(summary = "Say that the employee did not come", description = NOT_ALLOWED + ", appointment-not-begun")
    ResponseEntity<AppointmentView> noShow(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(endAppointment.noShow(id, EntityTags.seen(ifMatch)).orThrow());
    }

    @PostMapping("/appointments/{id}/lapse")
    @Operation(summary = "Let an appointment that was held count no more", description = NOT_ALLOWED)
    ResponseEntity<AppointmentView> lapse(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable Reason reason) {
        return answer(endAppointment
                .lapse(id, Reason.of(reason), EntityTags.seen(ifMatch))
                .orThrow());
    }

    @PostMapping("/appointments/{id}/undo")
    @Operation(
            summary = "Take back that an appointment was held or missed",
            description = NOT_ALLOWED + ", appointment-overlaps, appointment-request-duplicate")
    ResponseEntity<AppointmentView> undo(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(endAppointment.undo(id, EntityTags.seen(ifMatch)).orThrow());
    }

    private ResponseEntity<AppointmentView> answer(Appointment appointment) {
        return ResponseEntity.ok().eTag(EntityTags.of(appointment.version())).body(view(appointment));
    }

    private AppointmentView view(Appointment appointment) {
        return AppointmentView.of(
                appointment,
                types.all(appointment.organisation(), authorization.actor().language()).stream()
                        .filter(type -> type.id().equals(appointment.consultationType()))
                        .map(Entry::code)
                        .findFirst()
                        .orElseThrow(),
                directory.allowedActions(appointment));
    }
}
