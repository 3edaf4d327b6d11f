package io.traject.communication;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.NotAudited;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A municipality's text for one kind of communication in one language. Each revision gets the next number. */
@Entity
@Table(name = "communication_template")
public class Template implements Audited {

    @Id
    private UUID id;

    private UUID municipalityId;

    @Enumerated(EnumType.STRING)
    private TemplateKind kind;

    @Enumerated(EnumType.STRING)
    private Language language;

    private int number;
    private String subject;
    private String body;

    @NotAudited("The entry says who")
    private String updatedBy;

    @NotAudited("The entry says when")
    private Instant updatedAt;

    @Version
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected Template() {}

    @SuppressWarnings("NullAway.Init")
    Template(UUID municipalityId, TemplateKind kind, Language language, TemplateText text, String author, Instant at) {
        this.id = Ids.next();
        this.municipalityId = municipalityId;
        this.kind = kind;
        this.language = language;
        this.number = 0;
        revise(text, author, at);
    }

    /** @param text compiled before, so that nothing is saved that can't be sent */
    final void revise(TemplateText text, String author, Instant at) {
        number++;
        subject = text.subject();
        body = text.body();
        updatedBy = author;
        updatedAt = at;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("template", id, municipalityId);
    }

    public UUID id() {
        return id;
    }

    public UUID municipalityId() {
        return municipalityId;
    }

    public TemplateKind kind() {
        return kind;
    }

    public Language language() {
        return language;
    }

    /** From 1; a letter or mail was made with one number of its template. */
    public int number() {
        return number;
    }

    public TemplateText text() {
        return new TemplateText(subject, body);
    }

    public String updatedBy() {
        return updatedBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
