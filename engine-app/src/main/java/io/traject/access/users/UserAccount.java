package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.Reach;
import io.traject.access.RecordedAsIs;
import io.traject.access.rights.Role;
import io.traject.access.rights.UserGroup;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
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

    @RecordedAsIs
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "role_id")
    private Role role;

    @RecordedAsIs
    @ManyToMany
    @JoinTable(
            name = "access_user_group",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "group_id"))
    @BatchSize(size = 100)
    private Set<UserGroup> groups;

    @Enumerated(EnumType.STRING)
    private @Nullable Language language;

    private boolean active;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected UserAccount() {}

    UserAccount(UUID id, NewUser user, Rights rights, String passwordHash, Instant createdAt) {
        this.id = id;
        this.username = user.username().value();
        this.displayName = user.displayName();
        this.email = user.email().map(EmailAddress::value).orElse(null);
        this.passwordHash = passwordHash;
        this.organisation = user.organisation().orElse(null);
        this.groups = new HashSet<>();
        give(rights);
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

    public long version() {
        return version;
    }

    /** What this user may do. */
    public Role role() {
        return role;
    }

    /** Where this user may do it. */
    public Set<UserGroup> groups() {
        return Set.copyOf(groups);
    }

    public Reach reach() {
        return new Reach(
                groups.stream().flatMap(group -> group.parts().stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Empty for an administrator of the installation. */
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

    void describe(String name, Optional<EmailAddress> address, Optional<Language> preferred) {
        this.displayName = name;
        this.email = address.map(EmailAddress::value).orElse(null);
        this.language = preferred.orElse(null);
    }

    /** Role and groups are of the user's own organisation. */
    final void give(Rights rights) {
        if (!rights.areOf(organisation())) {
            throw new IllegalArgumentException("rights of another organisation");
        }
        this.role = rights.role();
        groups.retainAll(rights.groups());
        groups.addAll(rights.groups());
    }

    /** To an address that was confirmed. */
    public void changeEmail(EmailAddress address) {
        this.email = address.value();
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

    /** This user as the one who acts, reading one of these languages. */
    public Actor actor(Languages languages) {
        return new Actor(
                id,
                username,
                displayName,
                Actor.Kind.USER,
                organisation(),
                role.permissions(),
                reach(),
                languages.orStandard(language()));
    }
}
