package io.traject.access.agreements;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published version of an agreement. It is never changed: what users accepted must stay what it was. */
@Entity
@Table(name = "access_agreement")
public class Agreement implements Audited {

    /** What is agreed on. */
    public enum Kind {
        USER_AGREEMENT,
        SERVICE_DESCRIPTION,
        SECURITY_APPROACH,
        TERMS;

        /** As in addresses: {@code user-agreement}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is published.
     *
     * @param number of the version, such as {@code 1.9}
     * @param until the last day; empty: until the next version begins
     */
    public record Content(
            Kind kind, String number, LocalDate from, Optional<LocalDate> until, String dutch, String english) {

        public Content {
            if (until.filter(last -> last.isBefore(from)).isPresent()) {
                throw new IllegalArgumentException("An agreement ends after it begins");
            }
        }
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @RecordedAsIs
    private String number;

    @RecordedAsIs
    private LocalDate validFrom;

    @RecordedAsIs
    private @Nullable LocalDate validUntil;

    @Column(name = "text_nl")
    private String dutch;

    @Column(name = "text_en")
    private String english;

    private Instant publishedAt;
    private String publishedBy;
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Agreement() {}

    Agreement(Content content, String publishedBy, Instant publishedAt) {
        this.id = Ids.next();
        this.kind = content.kind();
        this.number = content.number();
        this.validFrom = content.from();
        this.validUntil = content.until().orElse(null);
        this.dutch = content.dutch();
        this.english = content.english();
        this.publishedBy = publishedBy;
        this.publishedAt = publishedAt;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.ofInstallation("agreement", id);
    }

    public UUID id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String number() {
        return number;
    }

    public LocalDate from() {
        return validFrom;
    }

    /** The last day; empty: until the next version begins. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(validUntil);
    }

    public String text(Language language) {
        return language == Language.NL ? dutch : english;
    }

    public String publishedBy() {
        return publishedBy;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** Once; a repeat changes nothing. */
    void withdraw(Instant now) {
        if (withdrawnAt == null) {
            this.withdrawnAt = now;
        }
    }
}
