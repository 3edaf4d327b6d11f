package io.traject.triggers.editing;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.NotAudited;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What a trigger said under one of its numbers. Only its {@link Trigger} changes it. */
@Entity
@Table(name = "triggers_version")
public class TriggerVersion implements Audited {

    public static final int MAX_COMMENT_LENGTH = 200;

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @NotAudited("The trigger never changes")
    private Trigger trigger;

    private int number;

    @Enumerated(EnumType.STRING)
    private TriggerState state;

    @RecordedAsIs
    private String event;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String condition;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String actions;

    @RecordedAsIs
    private @Nullable LocalDate validFrom;

    @RecordedAsIs
    private @Nullable LocalDate validUntil;

    private String comment;

    @NotAudited("The entry says who")
    private String writtenBy;

    @NotAudited("The entry says when")
    private Instant writtenAt;

    @Enumerated(EnumType.STRING)
    private @Nullable TestedHow testedHow;

    @NotAudited("The entry says who")
    private @Nullable String testedBy;

    @NotAudited("The entry says when")
    private @Nullable Instant testedAt;

    private @Nullable Long publishedIn;

    @RecordedAsIs
    private @Nullable String publishedAs;

    @NotAudited("The entry says who")
    private @Nullable String publishedBy;

    @NotAudited("The entry says when")
    private @Nullable Instant publishedAt;

    private @Nullable Long retiredIn;

    @NotAudited("The entry says who")
    private @Nullable String retiredBy;

    @NotAudited("The entry says when")
    private @Nullable Instant retiredAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected TriggerVersion() {}

    @SuppressWarnings("NullAway.Init") // what write and commented fill in
    TriggerVersion(Trigger trigger, int number, TriggerContent content, String comment, Done done) {
        this.id = Ids.next();
        this.trigger = trigger;
        this.number = number;
        write(content, done);
        commented(comment);
    }

    /** Who does something, and when. */
    record Done(String by, Instant at) {}

    final void write(TriggerContent content, Done done) {
        state = TriggerState.DRAFT;
        event = content.event();
        condition = ContentJson.ofCondition(content.condition()).toString();
        actions = ContentJson.ofActions(content.actions()).toString();
        validFrom = content.from();
        validUntil = content.until();
        writtenBy = done.by();
        writtenAt = done.at();
        testedHow = null;
        testedBy = null;
        testedAt = null;
    }

    final void commented(String words) {
        comment = words;
    }

    void tested(TestedHow how, Done done) {
        state = TriggerState.TESTED;
        testedHow = how;
        testedBy = done.by();
        testedAt = done.at();
    }

    void published(long publication, String name, Done done) {
        state = TriggerState.PUBLISHED;
        publishedIn = publication;
        publishedAs = name;
        publishedBy = done.by();
        publishedAt = done.at();
    }

    void retired(long publication, Done done) {
        state = TriggerState.RETIRED;
        retiredIn = publication;
        retiredBy = done.by();
        retiredAt = done.at();
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("trigger-version", id, trigger.organisation());
    }

    public UUID id() {
        return id;
    }

    public int number() {
        return number;
    }

    public TriggerState state() {
        return state;
    }

    public TriggerContent content() {
        return new TriggerContent(
                event, ContentJson.condition(condition), ContentJson.actions(actions), validFrom, validUntil);
    }

    /** Why it was written; may be empty. */
    public String comment() {
        return comment;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    /** Empty for a draft. */
    public Optional<TestedHow> testedHow() {
        return Optional.ofNullable(testedHow);
    }

    public Optional<String> testedBy() {
        return Optional.ofNullable(testedBy);
    }

    public Optional<Instant> testedAt() {
        return Optional.ofNullable(testedAt);
    }

    public Optional<String> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    /** The first publication in which it runs. */
    public OptionalLong publishedIn() {
        return publishedIn == null ? OptionalLong.empty() : OptionalLong.of(publishedIn);
    }

    public Optional<String> retiredBy() {
        return Optional.ofNullable(retiredBy);
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }
}
