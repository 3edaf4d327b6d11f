package io.traject.agenda;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.cases.CaseType;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For what an organisation sees employees: what appointments are requested for and planned by. */
@Entity
@Table(name = "agenda_consultation_type")
public class ConsultationType implements Audited {

    @Id
    private UUID id;

    private UUID organisationId;

    @RecordedAsIs
    private String code;

    @RecordedAsIs
    private @Nullable String nameNl;

    @RecordedAsIs
    private @Nullable String nameEn;

    private int minutes;

    @Enumerated(EnumType.STRING)
    private @Nullable CaseType preferredCaseType;

    private boolean noDuplicates;
    private @Nullable Integer reminderDays;
    private @Nullable Instant retiredAt;
    private Instant createdAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ConsultationType() {}

    ConsultationType(UUID organisation, TypeCode code, ConsultationTypeDetails details, Instant now) {
        this.id = Ids.next();
        this.organisationId = organisation;
        this.code = code.value();
        this.createdAt = now;
        change(details);
    }

    final void change(ConsultationTypeDetails details) {
        nameNl = details.name().exactly(Language.NL).orElse(null);
        nameEn = details.name().exactly(Language.EN).orElse(null);
        minutes = Math.toIntExact(details.duration().toMinutes());
        preferredCaseType = details.preferredCaseType().orElse(null);
        noDuplicates = details.noDuplicates();
        reminderDays = details.reminderDays().orElse(null);
    }

    /** It can't be chosen any more; what it was chosen for stays. */
    void retire(Instant now) {
        if (!isRetired()) {
            retiredAt = now;
        }
    }

    void revive() {
        retiredAt = null;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("consultation-type", id, organisationId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    public TypeCode code() {
        return new TypeCode(code);
    }

    public LocalName name() {
        return LocalName.of(nameNl, nameEn);
    }

    public ConsultationTypeDetails details() {
        return new ConsultationTypeDetails(
                name(),
                Duration.ofMinutes(minutes),
                preferredCaseType(),
                noDuplicates,
                Optional.ofNullable(reminderDays));
    }

    public Optional<CaseType> preferredCaseType() {
        return Optional.ofNullable(preferredCaseType);
    }

    public boolean noDuplicates() {
        return noDuplicates;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    public long version() {
        return version;
    }
}
