package io.traject.agenda;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.FileKind;
import io.traject.access.PersonalFile;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import io.traject.organisation.employees.Employee;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an appointment of some consultation type is wanted for an employee. */
@Entity
@Table(name = "agenda_appointment_request")
public class AppointmentRequest implements Audited {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID employeeId;
    private UUID employerId;
    private UUID consultationTypeId;
    private @Nullable UUID caseId;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    private boolean sole;
    private boolean saturdayAllowed;
    private boolean sundayHolidayAllowed;

    @RecordedAsIs
    private @Nullable LocalDate desiredFrom;

    @RecordedAsIs
    private @Nullable LocalDate desiredUntil;

    private @Nullable String remark;
    private UUID requestedBy;
    private String requestedByName;
    private Instant createdAt;
    private @Nullable String originKey;

    @RecordedAsIs
    private @Nullable String originName;

    private @Nullable Instant openedAt;
    private @Nullable String openedByName;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnByName;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AppointmentRequest() {}

    AppointmentRequest(
            Employee employee, ConsultationType type, NewAppointmentRequest wanted, Actor actor, Instant now) {
        this.id = Ids.next();
        this.organisationId = employee.organisation();
        this.employeeId = employee.id();
        this.employerId = employee.employer();
        this.consultationTypeId = type.id();
        this.state = RequestState.DRAFT;
        this.requestedBy = actor.id();
        this.requestedByName = actor.displayName();
        this.createdAt = now;
        wanted.origin().ifPresent(origin -> {
            originKey = origin.key();
            originName = origin.name();
        });
        describe(wanted.wishes());
    }

    /** Who did something, and when. */
    public record Deed(String by, Instant at) {}

    /** @param about a case of the employee's; empty for none */
    void assign(Optional<UUID> about) {
        caseId = about.orElse(null);
    }

    /**
     * It is to be planned.
     *
     * @param noOther whether no other one of its type may be open for the employee
     */
    Outcome<AppointmentRequest> open(boolean noOther, Deed deed) {
        if (state != RequestState.DRAFT) {
            return Outcome.refused("appointment-request-not-draft");
        }
        state = RequestState.OPEN;
        sole = noOther;
        openedAt = deed.at();
        openedByName = deed.by();
        return Outcome.done(this);
    }

    Outcome<AppointmentRequest> change(AppointmentWishes wishes, Optional<UUID> about) {
        if (!allowedActions().contains(RequestAction.CHANGE)) {
            return refused();
        }
        describe(wishes);
        assign(about);
        return Outcome.done(this);
    }

    private void describe(AppointmentWishes wishes) {
        saturdayAllowed = wishes.saturdayAllowed();
        sundayHolidayAllowed = wishes.sundayHolidayAllowed();
        desiredFrom = wishes.from().orElse(null);
        desiredUntil = wishes.until().orElse(null);
        remark = wishes.remark().orElse(null);
    }

    Outcome<AppointmentRequest> withdraw(Deed deed) {
        if (!allowedActions().contains(RequestAction.WITHDRAW)) {
            return refused();
        }
        state = RequestState.WITHDRAWN;
        withdrawnAt = deed.at();
        withdrawnByName = deed.by();
        return Outcome.done(this);
    }

    private Outcome<AppointmentRequest> refused() {
        return Outcome.refused(unchangeable());
    }

    /** Of one that can't be changed: the code of the reason. */
    public String unchangeable() {
        return "appointment-request-" + state.name().toLowerCase(Locale.ROOT);
    }

    void planned() {
        move(RequestState.OPEN, RequestState.PLANNED);
    }

    /** Its appointment was called off. */
    void toBePlannedAgain() {
        move(RequestState.PLANNED, RequestState.OPEN);
    }

    /** Its appointment was held or missed. */
    void settled() {
        move(RequestState.PLANNED, RequestState.SETTLED);
    }

    /** Its appointment was not held or missed after all. */
    void plannedAgain() {
        move(RequestState.SETTLED, RequestState.PLANNED);
    }

    private void move(RequestState from, RequestState to) {
        if (state != from) {
            throw new IllegalStateException("%s is %s, not %s".formatted(id, state, from));
        }
        state = to;
    }

    /** Whether no other one of its type may be open or planned for the employee. */
    boolean isSole() {
        return sole;
    }

    /** It was wrongly withdrawn: a draft, so that opening it meets today's rules. */
    Outcome<AppointmentRequest> reinstate() {
        if (state != RequestState.WITHDRAWN) {
            return Outcome.refused("appointment-request-not-withdrawn");
        }
        state = RequestState.DRAFT;
        sole = false;
        openedAt = null;
        openedByName = null;
        withdrawnAt = null;
        withdrawnByName = null;
        return Outcome.done(this);
    }

    public Set<RequestAction> allowedActions() {
        return switch (state) {
            case DRAFT -> EnumSet.of(RequestAction.OPEN, RequestAction.CHANGE, RequestAction.WITHDRAW);
            case OPEN -> EnumSet.of(RequestAction.PLAN, RequestAction.CHANGE, RequestAction.WITHDRAW);
            case PLANNED, SETTLED -> EnumSet.noneOf(RequestAction.class);
            case WITHDRAWN -> EnumSet.of(RequestAction.REINSTATE);
        };
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("appointment-request", id, organisationId).at(employerId);
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

    /** The case that it is about. */
    public Optional<UUID> about() {
        return Optional.ofNullable(caseId);
    }

    public RequestState state() {
        return state;
    }

    public AppointmentWishes wishes() {
        return new AppointmentWishes(
                saturdayAllowed,
                sundayHolidayAllowed,
                Optional.ofNullable(desiredFrom),
                Optional.ofNullable(desiredUntil),
                Optional.ofNullable(remark));
    }

    /** Who asked for it; by {@link #origin} when the system did. */
    public Deed requested() {
        return new Deed(requestedByName, createdAt);
    }

    /** What had it made, such as a trigger, by its name; empty when a person asked. */
    public Optional<String> origin() {
        return Optional.ofNullable(originName);
    }

    /** Since when it is to be planned, or was before it was withdrawn. */
    public Optional<Deed> opened() {
        return deed(openedByName, openedAt);
    }

    public Optional<Deed> withdrawn() {
        return deed(withdrawnByName, withdrawnAt);
    }

    private static Optional<Deed> deed(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null ? Optional.empty() : Optional.of(new Deed(by, at));
    }

    public long version() {
        return version;
    }
}
