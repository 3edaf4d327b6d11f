package io.traject.questionnaires;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import jakarta.persistence.Convert;
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

/** A version of a questionnaire. Once published it never changes; the database sees to that too. */
@Entity
@Table(name = "questionnaires_version")
public class QuestionnaireVersion implements Audited {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID questionnaireId;
    private int number;

    @Enumerated(EnumType.STRING)
    private VersionState state;

    @Convert(converter = DefinitionJson.class)
    private Definition content;

    private String savedBy;
    private Instant savedAt;
    private @Nullable String publishedBy;
    private @Nullable Instant publishedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected QuestionnaireVersion() {}

    private QuestionnaireVersion(Questionnaire of, int number, Definition content, String author, Instant now) {
        this.id = Ids.next();
        this.organisationId = of.organisation();
        this.questionnaireId = of.id();
        this.number = number;
        this.state = VersionState.DRAFT;
        this.content = content;
        this.savedBy = author;
        this.savedAt = now;
    }

    static QuestionnaireVersion first(Questionnaire of, Definition content, String author, Instant now) {
        return new QuestionnaireVersion(of, 1, content, author, now);
    }

    /** The draft that starts from this version. */
    QuestionnaireVersion next(Questionnaire of, String author, Instant now) {
        return new QuestionnaireVersion(of, number + 1, content, author, now);
    }

    /** Refused with {@code questionnaire-not-draft}. */
    Outcome<QuestionnaireVersion> revise(Definition definition, String author, Instant now) {
        if (state != VersionState.DRAFT) {
            return Outcome.refused("questionnaire-not-draft");
        }
        content = definition;
        savedBy = author;
        savedAt = now;
        return Outcome.done(this);
    }

    /** Refused with {@code questionnaire-not-draft}. The caller has checked that it is complete. */
    Outcome<QuestionnaireVersion> publish(String author, Instant now) {
        if (state != VersionState.DRAFT) {
            return Outcome.refused("questionnaire-not-draft");
        }
        state = VersionState.PUBLISHED;
        publishedBy = author;
        publishedAt = now;
        return Outcome.done(this);
    }

    /** A later one takes its place. */
    void supersede() {
        if (state == VersionState.PUBLISHED) {
            state = VersionState.SUPERSEDED;
        }
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("questionnaire-version", id, organisationId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    public UUID questionnaire() {
        return questionnaireId;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public VersionState state() {
        return state;
    }

    public boolean isDraft() {
        return state == VersionState.DRAFT;
    }

    public Definition definition() {
        return content;
    }

    public String savedBy() {
        return savedBy;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public Optional<String> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    /** Of the row: what a change started from. */
    public long version() {
        return version;
    }
}
