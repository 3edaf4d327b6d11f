package io.traject.tasks;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work for a human, opened by a user task of a process, with everything that lists and authorisation need. */
@Entity
@Table(name = "tasks_task")
public class Task implements Audited {

    @Id
    private UUID id;

    private long elementInstanceKey;

    @RecordedAsIs
    private String type;

    @Enumerated(EnumType.STRING)
    private TaskSubject.Kind subjectKind;

    private UUID subjectId;
    private @Nullable UUID caseId;

    @RecordedAsIs
    private String caseNumber;

    private String subject;
    private @Nullable UUID concerns;
    private @Nullable String title;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    private Instant createdAt;
    private Instant dueAt;

    /** When somebody noted that it was not done in time. */
    private @Nullable Instant overdueAt;

    private @Nullable UUID claimedBy;
    private @Nullable String claimedByName;
    private @Nullable Instant claimedAt;

    @RecordedAsIs
    private @Nullable String outcome;

    private @Nullable String remark;
    private @Nullable UUID endedBy;
    private @Nullable String endedByName;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Task() {}

    private Task(
            long elementInstanceKey,
            String type,
            TaskSubject about,
            @Nullable UUID concerns,
            TaskForm.Particulars particulars,
            Instant now) {
        this.id = Ids.next();
        this.elementInstanceKey = elementInstanceKey;
        this.type = type;
        this.subjectKind = about.kind();
        this.subjectId = about.id();
        this.caseId = about.kind() == TaskSubject.Kind.CASE ? about.id() : null;
        this.caseNumber = about.reference();
        this.subject = about.name();
        this.concerns = concerns;
        this.organisationId = about.organisation();
        this.state = TaskState.OPEN;
        this.createdAt = now;
        this.dueAt = particulars.dueAt();
        this.title = particulars.title().orElse(null);
    }

    static Task open(
            long elementInstanceKey,
            String type,
            TaskSubject about,
            @Nullable UUID concerns,
            TaskForm.Particulars particulars,
            Instant now) {
        return new Task(elementInstanceKey, type, about, concerns, particulars, now);
    }

    /** Takes the task; taking one's own again changes nothing. */
    Outcome<Task> claim(Actor actor, Instant now) {
        if (state != TaskState.OPEN) {
            return Outcome.refused("task-not-open");
        }
        if (claimedBy != null && !claimedBy.equals(actor.id())) {
            return Outcome.refused("task-claimed-by-other", String.valueOf(claimedByName));
        }
        if (claimedBy == null) {
            claimedBy = actor.id();
            claimedByName = actor.displayName();
            claimedAt = now;
        }
        return Outcome.done(this);
    }

    /** Gives the task back to everyone. */
    Outcome<Task> release(Actor actor) {
        if (state != TaskState.OPEN) {
            return Outcome.refused("task-not-open");
        }
        if (claimedBy != null && !claimedBy.equals(actor.id())) {
            return Outcome.refused("task-claimed-by-other", String.valueOf(claimedByName));
        }
        release();
        return Outcome.done(this);
    }

    /** Whoever has claimed it works on it no longer. */
    void release() {
        claimedBy = null;
        claimedByName = null;
        claimedAt = null;
    }

    Outcome<Task> complete(Actor actor, String newOutcome, @Nullable String newRemark, Instant now) {
        Outcome<Task> claimed = claim(actor, now);
        if (claimed instanceof Outcome.Done<Task>) {
            outcome = newOutcome;
            remark = newRemark;
            end(TaskState.COMPLETED, actor, now);
        }
        return claimed;
    }

    /** It was done elsewhere, by whomever. */
    void settle(Actor actor, String newOutcome, Instant now) {
        if (state == TaskState.OPEN) {
            outcome = newOutcome;
            end(TaskState.COMPLETED, actor, now);
        }
    }

    /** It was not done in time. */
    void noteOverdue(Instant now) {
        overdueAt = now;
    }

    /** The case or the process went on without it. */
    void withdraw(Actor actor, Instant now) {
        if (state == TaskState.OPEN) {
            end(TaskState.WITHDRAWN, actor, now);
        }
    }

    private void end(TaskState newState, Actor actor, Instant now) {
        state = newState;
        endedBy = actor.id();
        endedByName = actor.displayName();
        endedAt = now;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("task", id, organisationId);
    }

    /** What processes and jobs do is in the event log. */
    @Override
    public boolean auditedWhenTheSystemActs() {
        return false;
    }

    public UUID id() {
        return id;
    }

    long elementInstanceKey() {
        return elementInstanceKey;
    }

    public String type() {
        return type;
    }

    public TaskSubject about() {
        return new TaskSubject(subjectKind, subjectId, caseNumber, subject, organisationId);
    }

    public boolean isAboutCase() {
        return caseId != null;
    }

    /** @throws NoSuchElementException unless it {@link #isAboutCase() is about one} */
    public UUID caseId() {
        return Optional.ofNullable(caseId).orElseThrow();
    }

    /** Of the case, or whatever else people name its subject by; empty when there is nothing. */
    public String caseNumber() {
        return caseNumber;
    }

    /** The name of whom it concerns. */
    public String subject() {
        return subject;
    }

    /** By which it is known when its type says too little. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** What within its subject it is about, such as the mail that bounced. */
    public Optional<UUID> concerns() {
        return Optional.ofNullable(concerns);
    }

    public UUID organisation() {
        return organisationId;
    }

    public TaskState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Optional<UUID> claimedBy() {
        return Optional.ofNullable(claimedBy);
    }

    public Optional<String> claimedByName() {
        return Optional.ofNullable(claimedByName);
    }

    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    public Optional<String> endedByName() {
        return Optional.ofNullable(endedByName);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public long version() {
        return version;
    }
}
