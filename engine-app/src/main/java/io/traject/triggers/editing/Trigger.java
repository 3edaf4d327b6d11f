package io.traject.triggers.editing;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.NotAudited;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.TriggerVersion.Done;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A rule of an organisation, with everything that it ever said: at most one version that is being written, at most one that
 * runs, and those that ran.
 */
@Entity
@Table(name = "triggers_trigger")
public class Trigger implements Audited {

    public static final int MAX_NAME_LENGTH = 100;
    public static final int MAX_DESCRIPTION_LENGTH = 1000;

    @Id
    private UUID id;

    private UUID organisationId;

    @RecordedAsIs
    private String name;

    @RecordedAsIs
    private String description;

    /** Counts, so that a change of a version is one of the trigger. */
    @NotAudited("Changes with every change")
    private int changes;

    @NotAudited("The entry says who")
    private String changedBy;

    @NotAudited("The entry says when")
    private Instant changedAt;

    private @Nullable Instant deletedAt;

    @OneToMany(mappedBy = "trigger", cascade = CascadeType.ALL)
    @OrderBy("number desc")
    private List<TriggerVersion> versions = new ArrayList<>();

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Trigger() {}

    /** A trigger whose first version is a draft. */
    @SuppressWarnings("NullAway.Init") // what describe and did fill in
    Trigger(UUID organisation, TriggerName called, TriggerContent content, String comment, Done done) {
        this.id = Ids.next();
        this.organisationId = organisation;
        describe(called);
        versions.add(new TriggerVersion(this, 1, content, comment, done));
        did(done);
    }

    /**
     * Writes the draft; without one, makes the next version. What says the same as before stays tested.
     *
     * @param comment why
     */
    void write(TriggerName called, TriggerContent content, String comment, Done done) {
        describe(called);
        Optional<TriggerVersion> open = open();
        if (open.isEmpty()) {
            versions.addFirst(new TriggerVersion(this, newest().number() + 1, content, comment, done));
        } else {
            if (!open.get().content().equals(content)) {
                open.get().write(content, done);
            }
            open.get().commented(comment);
        }
        did(done);
    }

    /** What is written was tried. */
    void tested(TestedHow how, Done done) {
        open().orElseThrow().tested(how, done);
        did(done);
    }

    /** Why what is written can't be published now: {@code trigger-no-draft} or {@code trigger-untested}. */
    public Optional<Refusal> againstPublication() {
        Optional<TriggerVersion> open = open();
        if (open.isEmpty()) {
            return Optional.of(Refusal.of("trigger-no-draft"));
        }
        return open.get().state() == TriggerState.TESTED
                ? Optional.empty()
                : Optional.of(Refusal.of("trigger-untested"));
    }

    /** What ran is retired by this. To be written to the database before {@link #publish}: only one may run. */
    void stop(long publication, Done done) {
        running().ifPresent(ran -> ran.retired(publication, done));
        did(done);
    }

    /** Only when nothing is {@link #againstPublication}. */
    void publish(long publication, Done done) {
        if (againstPublication().isPresent() || running().isPresent()) {
            throw new IllegalStateException("can't be published");
        }
        open().orElseThrow().published(publication, name, done);
        did(done);
    }

    /** It is gone from the list; what it said and did stays known. Only what doesn't run. */
    void delete(Done done) {
        if (running().isPresent()) {
            throw new IllegalStateException("still runs");
        }
        deletedAt = done.at();
        did(done);
    }

    private void describe(TriggerName called) {
        name = called.name();
        description = called.description();
    }

    private void did(Done done) {
        changes++;
        changedBy = done.by();
        changedAt = done.at();
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("trigger", id, organisationId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    public TriggerName called() {
        return new TriggerName(name, description);
    }

    public String name() {
        return name;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    /** All of them, the newest first. */
    public List<TriggerVersion> versions() {
        return List.copyOf(versions);
    }

    public Optional<TriggerVersion> version(int number) {
        return one(version -> version.number() == number);
    }

    public TriggerVersion newest() {
        return versions.getFirst();
    }

    /** The one that is being written. */
    public Optional<TriggerVersion> open() {
        return one(version -> version.state().open());
    }

    /** The one that is being written; without one, what was written last. */
    public TriggerVersion written() {
        return open().orElseGet(this::newest);
    }

    /** The one that is published. */
    public Optional<TriggerVersion> running() {
        return one(version -> version.state() == TriggerState.PUBLISHED);
    }

    public long version() {
        return version;
    }

    private Optional<TriggerVersion> one(Predicate<TriggerVersion> wanted) {
        return versions.stream().filter(wanted).findFirst();
    }
}
