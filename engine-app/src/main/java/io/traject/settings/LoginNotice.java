package io.traject.settings;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that the sign-in page announces for a while (E8). */
@Entity
@Table(name = "settings_login_notice")
public class LoginNotice implements Audited {

    /** What kind of announcement it is. */
    public enum Kind {
        INFORMATION,
        /** Something is out of order. */
        TROUBLE
    }

    /** Whether the sign-in page shows it. */
    public enum State {
        PLANNED,
        VISIBLE,
        PAST
    }

    /** What it says and when. Without an end it stays until it is removed. */
    public record Content(Kind kind, String dutch, String english, Instant from, Optional<Instant> until) {

        public Content {
            if (until.filter(end -> !end.isAfter(from)).isPresent()) {
                throw new IllegalArgumentException("A notice ends after it begins");
            }
        }
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @RecordedAsIs
    @Column(name = "text_nl")
    private String dutch;

    @RecordedAsIs
    @Column(name = "text_en")
    private String english;

    private Instant visibleFrom;

    private @Nullable Instant visibleUntil;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected LoginNotice() {}

    LoginNotice(Content content) {
        this.id = Ids.next();
        this.kind = content.kind();
        this.dutch = content.dutch();
        this.english = content.english();
        this.visibleFrom = content.from();
        this.visibleUntil = content.until().orElse(null);
    }

    void rewrite(Content content) {
        this.kind = content.kind();
        this.dutch = content.dutch();
        this.english = content.english();
        this.visibleFrom = content.from();
        this.visibleUntil = content.until().orElse(null);
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.ofInstallation("login-notice", id);
    }

    public UUID id() {
        return id;
    }

    public Content content() {
        return new Content(kind, dutch, english, visibleFrom, Optional.ofNullable(visibleUntil));
    }

    public String text(Language language) {
        return language == Language.NL ? dutch : english;
    }

    public State state(Instant now) {
        if (visibleFrom.isAfter(now)) {
            return State.PLANNED;
        }
        return visibleUntil == null || visibleUntil.isAfter(now) ? State.VISIBLE : State.PAST;
    }

    public long version() {
        return version;
    }
}
