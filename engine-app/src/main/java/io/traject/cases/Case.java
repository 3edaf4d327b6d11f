package io.traject.cases;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Outcome;
import io.traject.organisation.employees.Employee;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case: one person guided through one regulated trajectory. The process decides when; this decides whether. */
@Entity
@Table(name = "cases_case")
public class Case implements Audited {

    @Id
    private UUID id;

    @RecordedAsIs
    private String number;

    @Enumerated(EnumType.STRING)
    private CaseType type;

    private UUID organisationId;
    private String subject;
    private @Nullable UUID batchId;
    private @Nullable UUID employeeId;
    private @Nullable UUID employerId;
    private @Nullable String title;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    @Enumerated(EnumType.STRING)
    private CaseStage stage;

    private @Nullable String outcome;
    private Instant dueAt;
    private Instant openedAt;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    /** For Hibernate; cases of a batch are opened in bulk by {@link OpenCases}. */
    @SuppressWarnings("NullAway.Init")
    protected Case() {}

    /** A case about an employee. */
    @SuppressWarnings("NullAway.Init")
    Case(NewEmployeeCase opened, String number, Employee about, Instant dueAt, Instant now) {
        this.id = opened.id();
        this.number = number;
        this.type = opened.type();
        this.organisationId = about.organisation();
        this.employeeId = about.id();
        this.employerId = about.employer();
        this.subject = about.name().sorted();
        this.title = opened.title();
        this.state = CaseState.OPEN;
        this.stage = CaseStage.HANDLING;
        this.dueAt = dueAt;
        this.openedAt = now;
    }

    /** The invitation went out. Later stages stay as they are: data may come in before the invitation is recorded. */
    void invite() {
        if (isOpen() && stage == CaseStage.CREATED) {
            stage = CaseStage.AWAITING_DATA;
        }
    }

    /**
     * Data came in.
     *
     * @return whether the process must be told: false when the case is being assessed already
     */
    Outcome<Boolean> supplyData() {
        if (!isOpen()) {
            return Outcome.refused("case-not-open");
        }
        if (type.isAboutEmployee()) {
            return Outcome.refused("case-takes-no-data");
        }
        boolean awaited = stage.compareTo(CaseStage.ASSESSMENT) < 0;
        stage = awaited ? CaseStage.ASSESSMENT : stage;
        return Outcome.done(awaited);
    }

    /** The data is no longer waited for; a human takes over. */
    void startAssessment() {
        if (isOpen()) {
            stage = CaseStage.ASSESSMENT;
        }
    }

    /** A new final date. */
    void extendTo(Instant newDueAt) {
        if (isOpen()) {
            dueAt = newDueAt;
        }
    }

    Outcome<Case> close(String decision, Instant now) {
        return end(CaseState.CLOSED, decision, now);
    }

    Outcome<Case> cancel(String reason, Instant now) {
        return end(CaseState.CANCELLED, reason, now);
    }

    /** It was wrongly closed: it is worked on again. */
    Outcome<Case> reopen() {
        return switch (state) {
            case OPEN -> Outcome.refused("case-not-closed");
            case CANCELLED -> Outcome.refused("case-cancelled");
            case CLOSED -> {
                state = CaseState.OPEN;
                stage = type.isAboutEmployee() ? CaseStage.HANDLING : CaseStage.ASSESSMENT;
                outcome = null;
                endedAt = null;
                yield Outcome.done(this);
            }
        };
    }

    private Outcome<Case> end(CaseState newState, String newOutcome, Instant now) {
        if (!isOpen()) {
            return Outcome.refused("case-not-open");
        }
        state = newState;
        stage = CaseStage.ENDED;
        outcome = newOutcome;
        endedAt = now;
        return Outcome.done(this);
    }

    public boolean isOpen() {
        return state == CaseState.OPEN;
    }

    @Override
    public AuditedObject audited() {
        AuditedObject ofOrganisation = AuditedObject.of("case", id, organisationId);
        return employerId == null ? ofOrganisation : ofOrganisation.at(employerId);
    }

    /** What processes and jobs do is in the event log. */
    @Override
    public boolean auditedWhenTheSystemActs() {
        return false;
    }

    public UUID id() {
        return id;
    }

    /** The readable number that letters and people use, such as {@code HO-26-0000042}. */
    public String number() {
        return number;
    }

    public CaseType type() {
        return type;
    }

    public UUID organisation() {
        return organisationId;
    }

    /** Whom the case is about. */
    public String subject() {
        return subject;
    }

    public Optional<UUID> batch() {
        return Optional.ofNullable(batchId);
    }

    /** The employee whom it is about; empty when it is about somebody else. */
    public Optional<UUID> employee() {
        return Optional.ofNullable(employeeId);
    }

    /** Whose employee. */
    public Optional<UUID> employer() {
        return Optional.ofNullable(employerId);
    }

    /** What a case about an employee is about, as its opener put it. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    public CaseState state() {
        return state;
    }

    public CaseStage stage() {
        return stage;
    }

    /** The decision of a closed case, the reason of a cancelled one. */
    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** When the data must be in; of a case about an employee, when it is to be done. */
    public Instant dueAt() {
        return dueAt;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public long version() {
        return version;
    }
}
