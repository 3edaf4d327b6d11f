package io.traject.reexamination;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.kernel.Outcome;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One uploaded spreadsheet and what became of it. */
@Entity
@Table(name = "reexamination_batch")
public class Batch implements Audited {

    private static final Set<BatchState> DISCARDABLE =
            EnumSet.of(BatchState.CHECKED, BatchState.REJECTED, BatchState.CREATING, BatchState.CREATED);

    @Id
    private UUID id;

    private UUID municipalityId;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    private String fileName;
    private int rowCount;
    private int mailCount;
    private int letterCount;
    private int bothCount;
    private int errorCount;
    private String uploadedBy;
    private Instant uploadedAt;
    private @Nullable UUID requestedBy;
    private @Nullable Instant dispatchedAt;
    private @Nullable UUID retryId;
    private @Nullable String pausedBy;
    private @Nullable Instant pausedAt;

    @Version
    private long version;

    /** For Hibernate; batches are stored with their rows by {@link UploadResidents}. */
    @SuppressWarnings("NullAway.Init")
    protected Batch() {}

    /** @return whether this changed anything: a repeated agreement does not */
    Outcome<Boolean> confirm() {
        return switch (state) {
            case CHECKED -> {
                state = BatchState.CREATING;
                yield Outcome.done(true);
            }
            case REJECTED -> Outcome.refused("batch-has-errors", errorCount);
            case DISCARDED -> Outcome.refused("batch-discarded");
            case CREATING, CREATED, DISPATCHING, PAUSED, DISPATCHED -> Outcome.done(false);
        };
    }

    void finishCreation() {
        if (state == BatchState.CREATING) {
            state = BatchState.CREATED;
        }
    }

    /**
     * Agreement to send, by somebody who is told when everything is ready.
     *
     * @return whether this changed anything: a repeated agreement does not
     */
    Outcome<Boolean> dispatch(Actor actor) {
        return switch (state) {
            case CREATED -> {
                state = BatchState.DISPATCHING;
                requestedBy = actor.id();
                yield Outcome.done(true);
            }
            case CHECKED, REJECTED, CREATING -> Outcome.refused("batch-not-created");
            case DISCARDED -> Outcome.refused("batch-discarded");
            case DISPATCHING, PAUSED, DISPATCHED -> Outcome.done(false);
        };
    }

    /** @return whether this changed anything: a repeated pause does not */
    Outcome<Boolean> pause(Actor actor, Instant now) {
        return switch (state) {
            case DISPATCHING -> {
                state = BatchState.PAUSED;
                pausedBy = actor.displayName();
                pausedAt = now;
                yield Outcome.done(true);
            }
            case PAUSED -> Outcome.done(false);
            case CHECKED, REJECTED, CREATING, CREATED, DISPATCHED, DISCARDED ->
                Outcome.refused("batch-not-dispatching");
        };
    }

    /** @return whether this changed anything: a repeated resumption does not */
    Outcome<Boolean> resume() {
        return switch (state) {
            case PAUSED -> {
                state = BatchState.DISPATCHING;
                pausedBy = null;
                pausedAt = null;
                yield Outcome.done(true);
            }
            case DISPATCHING -> Outcome.done(false);
            case CHECKED, REJECTED, CREATING, CREATED, DISPATCHED, DISCARDED ->
                Outcome.refused("batch-not-dispatching");
        };
    }

    /** Invites again who was left behind. */
    Outcome<Boolean> retry(UUID newRetry) {
        return switch (state) {
            case DISPATCHED -> {
                state = BatchState.DISPATCHING;
                retryId = newRetry;
                yield Outcome.done(true);
            }
            case DISPATCHING, PAUSED -> Outcome.refused("batch-being-dispatched");
            case CHECKED, REJECTED, CREATING, CREATED -> Outcome.refused("batch-not-dispatched");
            case DISCARDED -> Outcome.refused("batch-discarded");
        };
    }

    void finishRetry(UUID finished) {
        if (finished.equals(retryId)) {
            state = BatchState.DISPATCHED;
            retryId = null;
        }
    }

    void finishDispatch(Instant now) {
        if (isInFirstDispatch()) {
            state = BatchState.DISPATCHED;
            dispatchedAt = now;
        }
    }

    /** @return the state before; {@link BatchState#DISCARDED} when this is a repeat */
    Outcome<BatchState> discard() {
        if (state == BatchState.DISCARDED) {
            return Outcome.done(state);
        }
        if (!mayBeDiscarded()) {
            return Outcome.refused("batch-dispatched");
        }
        BatchState before = state;
        state = BatchState.DISCARDED;
        return Outcome.done(before);
    }

    public boolean mayBeDiscarded() {
        return DISCARDABLE.contains(state);
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("batch", id, municipalityId);
    }

    /** What processes and jobs do is in the event log. */
    @Override
    public boolean auditedWhenTheSystemActs() {
        return false;
    }

    public UUID id() {
        return id;
    }

    public UUID municipality() {
        return municipalityId;
    }

    public BatchState state() {
        return state;
    }

    public String fileName() {
        return fileName;
    }

    public int rowCount() {
        return rowCount;
    }

    public Counts counts() {
        return new Counts(mailCount, letterCount, bothCount);
    }

    public int errorCount() {
        return errorCount;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    /** Whether everybody is being invited, and not only who was left behind before. */
    boolean isInFirstDispatch() {
        return state == BatchState.DISPATCHING && retryId == null;
    }

    /** The retry under way. */
    Optional<UUID> retry() {
        return Optional.ofNullable(retryId);
    }

    /** The group in the outbox of the mails that are being sent now. */
    UUID mailGroup() {
        return retry().orElse(id);
    }

    /** Who agreed to the dispatch. */
    Optional<UUID> requestedBy() {
        return Optional.ofNullable(requestedBy);
    }

    /** Who stopped the dispatch. */
    public Optional<String> pausedBy() {
        return Optional.ofNullable(pausedBy);
    }

    public Optional<Instant> pausedAt() {
        return Optional.ofNullable(pausedAt);
    }

    public Optional<Instant> dispatchedAt() {
        return Optional.ofNullable(dispatchedAt);
    }

    /** Residents per form of communication; one who wants both counts under {@code both} only. */
    public record Counts(int mail, int letter, int both) {

        public int mails() {
            return mail + both;
        }

        public int letters() {
            return letter + both;
        }
    }
}
