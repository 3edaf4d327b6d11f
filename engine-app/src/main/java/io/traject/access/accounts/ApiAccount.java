package io.traject.access.accounts;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.NotAudited;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.access.RecordedAsIs;
import io.traject.access.rights.UserGroup;
import io.traject.kernel.Language;
import io.traject.workers.secrets.SecretBox;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** Another system that calls the REST interface. It signs in with its API token and a one-time code, never on a page (A42). */
@Entity
@Table(name = "access_api_account")
public class ApiAccount implements Audited {

    @Id
    private UUID id;

    @Version
    private long version;

    @RecordedAsIs
    private String username;

    private String description;

    @Column(name = "organisation_id")
    private @Nullable UUID organisation;

    private byte[] tokenHash;
    private byte[] totpSecret;

    @NotAudited("Counts sign-ins")
    private long lastAcceptedStep;

    private boolean active;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "access_api_account_permission", joinColumns = @JoinColumn(name = "api_account_id"))
    @Column(name = "permission")
    @Enumerated(EnumType.STRING)
    private Set<Permission> permissions;

    @RecordedAsIs
    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(
            name = "access_api_account_group",
            joinColumns = @JoinColumn(name = "api_account_id"),
            inverseJoinColumns = @JoinColumn(name = "group_id"))
    @BatchSize(size = 100)
    private Set<UserGroup> groups;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ApiAccount() {}

    /** @param groups of its own organisation */
    ApiAccount(UUID id, NewApiAccount account, Collection<UserGroup> groups, Instant createdAt) {
        this.id = id;
        this.username = account.username().value();
        this.description = account.description();
        this.organisation = account.organisation().orElse(null);
        this.permissions = EnumSet.copyOf(account.permissions());
        this.groups = new HashSet<>(groups);
        this.tokenHash = new byte[0];
        this.totpSecret = new byte[0];
        this.active = true;
        this.createdAt = createdAt;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("api-account", id, Optional.ofNullable(organisation));
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String description() {
        return description;
    }

    public Set<Permission> permissions() {
        return Set.copyOf(permissions);
    }

    public Set<UserGroup> groups() {
        return Set.copyOf(groups);
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<UUID> organisation() {
        return Optional.ofNullable(organisation);
    }

    void useCredentials(String token, String secret, SecretBox box) {
        this.tokenHash = Secrets.hash(token);
        this.totpSecret = box.seal(secret, id);
        this.lastAcceptedStep = 0;
    }

    boolean hasToken(String token) {
        return MessageDigest.isEqual(tokenHash, Secrets.hash(token));
    }

    /**
     * Takes a one-time code, once: the codes of the same and earlier steps are void from then on. The caller holds the row's
     * lock, so that of two calls with the same code one is refused.
     */
    boolean acceptCode(String code, Instant now, SecretBox box) {
        OptionalLong step = OneTimeCodes.step(box.open(totpSecret, id), code, now);
        if (step.isEmpty() || step.getAsLong() <= lastAcceptedStep) {
            return false;
        }
        this.lastAcceptedStep = step.getAsLong();
        return true;
    }

    void deactivate() {
        this.active = false;
    }

    /** This account as the one who acts; it reads the installation's language unless a call asks for another. */
    public Actor actor() {
        return new Actor(
                id,
                username,
                description,
                Actor.Kind.API_ACCOUNT,
                organisation(),
                permissions(),
                new Reach(groups.stream()
                        .flatMap(group -> group.parts().stream())
                        .collect(Collectors.toUnmodifiableSet())),
                Language.NL);
    }
}
