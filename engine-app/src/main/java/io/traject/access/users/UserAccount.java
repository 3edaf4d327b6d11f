package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.Reach;
import io.traject.access.RecordedAsIs;
import io.traject.access.StandardRole;
import io.traject.kernel.EmailAddress;
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

/** Someone who signs in. */
@Entity
@Table(name = "access_user")
public class UserAccount implements Audited {

    @Id
    private UUID id;

    @Version
    private long version;

    @RecordedAsIs
    private String username;

    private String displayName;
    private @Nullable String email;
    private String passwordHash;

    @Column(name = "organisation_id")
    private @Nullable UUID organisation;

    @Enumerated(EnumType.STRING)
    private StandardRole role;

    @Enumerated(EnumType.STRING)
    private @Nullable Language language;

    private boolean active;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected UserAccount() {}

    UserAccount(UUID id, NewUser user, String passwordHash, Instant createdAt) {
        this.id = id;
        this.username = user.username().value();
        this.displayName = user.displayName();
        this.email = user.email().map(EmailAddress::value).orElse(null);
        this.passwordHash = passwordHash;
        this.organisation = user.organisation().orElse(null);
        this.role = user.role();
        this.language = user.language().orElse(null);
        this.active = true;
        this.createdAt = createdAt;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("user", id, Optional.ofNullable(organisation));
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public StandardRole role() {
        return role;
    }

    /** The municipality; empty for an administrator of the installation. */
    public Optional<UUID> organisation() {
        return Optional.ofNullable(organisation);
    }

    /** Whether this user may sign in. */
    public boolean active() {
        return active;
    }

    public Optional<EmailAddress> email() {
        return Optional.ofNullable(email).map(EmailAddress::new);
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** The language chosen for this user; empty for the installation's. */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    void changePasswordHash(String hash) {
        this.passwordHash = hash;
    }

    void deactivate() {
        this.active = false;
    }

    void activate() {
        this.active = true;
    }

    void chooseLanguage(Language chosen) {
        this.language = chosen;
    }

    /** This user as the one who acts. */
    public Actor actor() {
        return new Actor(
                id,
                username,
                displayName,
                Actor.Kind.USER,
                organisation(),
                role.permissions(),
                organisation().map(Reach::whole).orElse(Reach.NOWHERE),
                language().orElse(Language.NL));
    }
}
