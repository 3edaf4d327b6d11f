package io.traject.questionnaires;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A questionnaire of an organisation through all its versions (A11). */
@Entity
@Table(name = "questionnaires_questionnaire")
public class Questionnaire implements Audited {

    @Id
    private UUID id;

    private UUID organisationId;

    @RecordedAsIs
    private String code;

    private Instant createdAt;
    private @Nullable Instant retiredAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Questionnaire() {}

    Questionnaire(UUID organisation, String code, Instant now) {
        if (!Code.isValid(code)) {
            throw new IllegalArgumentException("no code");
        }
        this.id = Ids.next();
        this.organisationId = organisation;
        this.code = code;
        this.createdAt = now;
    }

    /** It is not begun any more; what was begun may be finished. */
    Outcome<Questionnaire> retire(Instant now) {
        if (isRetired()) {
            return Outcome.refused("questionnaire-retired");
        }
        retiredAt = now;
        return Outcome.done(this);
    }

    /** It was wrongly retired. */
    Outcome<Questionnaire> restore() {
        if (!isRetired()) {
            return Outcome.refused("questionnaire-not-retired");
        }
        retiredAt = null;
        return Outcome.done(this);
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("questionnaire", id, organisationId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    /** Stable: by it programs and triggers know the questionnaire, whichever version is published. */
    public String code() {
        return code;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }
}
