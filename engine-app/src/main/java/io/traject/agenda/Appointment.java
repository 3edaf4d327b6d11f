package io.traject.agenda;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.FileKind;
import io.traject.access.PersonalFile;
import io.traject.access.RecordedAsIs;
import io.traject.agenda.AppointmentRequest.Deed;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** What was planned for an appointment request. */
@Entity
@Table(name = "agenda_appointment")
public class Appointment implements Audited {

    public static final int MAX_REASON_LENGTH = 500;

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID employeeId;
    private UUID employerId;
    private UUID consultationTypeId;
    private UUID requestId;
    private @Nullable UUID caseId;

    @Enumerated(EnumType.STRING)
    private AppointmentState state;

    @RecordedAsIs
    private Instant startsAt;

    @RecordedAsIs
    private Instant endsAt;

    private @Nullable String place;
    private String plannedByName;
    private Instant plannedAt;
    private @Nullable String endedByName;
    private @Nullable Instant endedAt;
    private @Nullable String reason;

    // A mail is nobody's change: who has the appointment before them loses nothing by it.
    @OptimisticLock(excluded = true)
    private @Nullable Instant reminderDueAt;

    @OptimisticLock(excluded = true)
    private @Nullable Instant reminderSentAt;

    @OptimisticLock(excluded = true)
    @Enumerated(EnumType.STRING)
    private @Nullable ReminderFault reminderFault;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Appointment() {}

    Appointment(AppointmentRequest request, PlannedTime when, Duration duration, Deed planned) {
        this.id = Ids.next();
        this.organisationId = request.organisation();
        this.employeeId = request.employee();
        this.employerId = request.employer();
        this.consultationTypeId = request.consultationType();
        this.requestId = request.id();
        this.caseId = request.about().orElse(null);
        this.state = AppointmentState.PLANNED;
        this.plannedByName = planned.by();
        this.plannedAt = planned.at();
        at(when, duration);
    }

    /** Nobody has been reminded of it at this time. */
    final void at(PlannedTime when, Duration duration) {
        startsAt = when.start();
        endsAt = when.start().plus(duration);
        place = when.place().orElse(null);
        reminderDueAt = null;
        reminderSentAt = null;
        reminderFault = null;
    }

    void remindAt(Instant due) {
        reminderDueAt = due;
    }

    /** The employer wants no reminders. */
    void remindNobody() {
        reminderDueAt = null;
        reminderFault = null;
    }

    void reminded(Instant now) {
        reminderSentAt = now;
        reminderFault = null;
    }

    /** Unless what is missing is there when the reminder is due. */
    void cannotRemindYet(ReminderFault fault) {
        reminderFault = fault;
    }

    void cannotRemind(ReminderFault fault) {
        reminderFault = fault;
        reminderDueAt = null;
    }

    Outcome<Appointment> cancel(Optional<String> why, Deed deed) {
        return end(AppointmentAction.CANCEL, AppointmentState.CANCELLED, why, deed);
    }

    Outcome<Appointment> complete(Deed deed) {
        return end(AppointmentAction.COMPLETE, AppointmentState.COMPLETED, Optional.empty(), deed);
    }

    Outcome<Appointment> noShow(Deed deed) {
        return end(AppointmentAction.NO_SHOW, AppointmentState.NO_SHOW, Optional.empty(), deed);
    }

    Outcome<Appointment> lapse(Optional<String> why, Deed deed) {
        return end(AppointmentAction.LAPSE, AppointmentState.LAPSED, why, deed);
    }

    private Outcome<Appointment> end(AppointmentAction action, AppointmentState next, Optional<String> why, Deed deed) {
        Optional<Outcome<Appointment>> refused = refused(action, deed.at());
        if (refused.isPresent()) {
            return refused.get();
        }
        state = next;
        reason = why.orElse(null);
        endedByName = deed.by();
        endedAt = deed.at();
        return Outcome.done(this);
    }

    Outcome<Appointment> undo(Instant now) {
        return refused(AppointmentAction.UNDO, now).orElseGet(() -> {
            state = AppointmentState.PLANNED;
            endedByName = null;
            endedAt = null;
            return Outcome.done(this);
        });
    }

    /** Empty for an action that is allowed now. */
    Optional<Outcome<Appointment>> refused(AppointmentAction action, Instant now) {
        if (allowedActions(now).contains(action)) {
            return Optional.empty();
        }
        boolean tooEarly = state == AppointmentState.PLANNED
                && EnumSet.of(AppointmentAction.COMPLETE, AppointmentAction.NO_SHOW)
                        .contains(action);
        return Optional.of(Outcome.refused(tooEarly ? "appointment-not-begun" : "appointment-action-not-allowed"));
    }

    public Set<AppointmentAction> allowedActions(Instant now) {
        return switch (state) {
            case PLANNED ->
                startsAt.isAfter(now)
                        ? EnumSet.of(AppointmentAction.RESCHEDULE, AppointmentAction.CANCEL)
                        : EnumSet.of(
                                AppointmentAction.RESCHEDULE,
                                AppointmentAction.CANCEL,
                                AppointmentAction.COMPLETE,
                                AppointmentAction.NO_SHOW);
            case COMPLETED -> EnumSet.of(AppointmentAction.LAPSE, AppointmentAction.UNDO);
            case NO_SHOW -> EnumSet.of(AppointmentAction.UNDO);
            case CANCELLED, LAPSED -> EnumSet.noneOf(AppointmentAction.class);
        };
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("appointment", id, organisationId).at(employerId);
    }

    /** The file of which it is a part. */
    public PersonalFile file() {
        return PersonalFile.of(FileKind.EMPLOYEE, employeeId, organisationId).at(employerId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    public UUID employee() {
        return employeeId;
    }

    /** Whose employee. */
    public UUID employer() {
        return employerId;
    }

    public UUID consultationType() {
        return consultationTypeId;
    }

    /** What it was planned for. */
    public UUID request() {
        return requestId;
    }

    /** The case that it is about. */
    public Optional<UUID> about() {
        return Optional.ofNullable(caseId);
    }

    public AppointmentState state() {
        return state;
    }

    public PlannedTime when() {
        return new PlannedTime(startsAt, Optional.ofNullable(place));
    }

    public Instant end() {
        return endsAt;
    }

    public Deed planned() {
        return new Deed(plannedByName, plannedAt);
    }

    /** Who said that it was held, missed, called off or lapsed. */
    public Optional<Deed> ended() {
        return endedByName == null || endedAt == null ? Optional.empty() : Optional.of(new Deed(endedByName, endedAt));
    }

    /** Why it was called off or lapsed. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Reminder reminder() {
        return new Reminder(
                Optional.ofNullable(reminderDueAt),
                Optional.ofNullable(reminderSentAt),
                Optional.ofNullable(reminderFault));
    }

    /**
     * The mail that reminds the employee.
     *
     * @param due when it is sent, or was
     * @param fault why it couldn't be sent; with a due moment, why it couldn't be if it were due now
     */
    public record Reminder(Optional<Instant> due, Optional<Instant> sent, Optional<ReminderFault> fault) {}

    public long version() {
        return version;
    }
}
