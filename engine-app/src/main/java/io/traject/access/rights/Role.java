package io.traject.access.rights;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.Permission;
import io.traject.access.RecordedAsIs;
import io.traject.access.StandardRole;
import io.traject.kernel.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the users of an organisation who have it may do. A standard role holds what is shipped, also after an update, until
 * an administrator edits it.
 */
@Entity
@Table(name = "access_role")
public class Role implements Audited {

    public static final int MAX_NAME_LENGTH = 60;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "organisation_id")
    private @Nullable UUID organisation;

    @Enumerated(EnumType.STRING)
    private @Nullable StandardRole standard;

    @RecordedAsIs
    private @Nullable String name;

    private boolean employerSide;
    private boolean edited;

    @ElementCollection
    @CollectionTable(name = "access_role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    @Enumerated(EnumType.STRING)
    private Set<Permission> chosen;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Role() {}

    Role(UUID id, UUID organisation, String name, boolean employerSide, Set<Permission> permissions) {
        this.id = id;
        this.organisation = organisation;
        this.name = name;
        this.employerSide = employerSide;
        this.chosen = new HashSet<>(permissions);
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("role", id, organisation());
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** Empty for the role of the installation's administrators. */
    public Optional<UUID> organisation() {
        return Optional.ofNullable(organisation);
    }

    /** Which shipped role it is; such a role is named by the product, in the reader's language. */
    public Optional<StandardRole> standard() {
        return Optional.ofNullable(standard);
    }

    /** As the organisation calls it; empty for a standard one. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Whether its people belong to an employer: it may hold nothing medical, and never reaches the whole organisation. */
    public boolean employerSide() {
        return employerSide;
    }

    /** Whether it is a standard role that no longer is as shipped. */
    public boolean edited() {
        return edited;
    }

    public Set<Permission> permissions() {
        return standard != null && !edited ? standard.permissions() : Set.copyOf(chosen);
    }

    /** In an organisation nobody gives away more than one has; the installation's administrator lets everyone in. */
    public boolean mayBeGivenBy(Actor actor) {
        return actor.organisation().isEmpty()
                || (actor.organisation().equals(organisation())
                        && actor.permissions().containsAll(permissions()));
    }

    void rename(String wanted) {
        if (standard != null) {
            throw new IllegalStateException("A standard role keeps its name");
        }
        this.name = wanted;
    }

    /** Only what {@link #refusalOf} found nothing against. */
    void permit(Set<Permission> wanted) {
        if (wanted.equals(permissions())) {
            return;
        }
        if (organisation == null || refusalOf(wanted, employerSide).isPresent()) {
            throw new IllegalArgumentException("not for this role: " + wanted);
        }
        chosen.clear();
        chosen.addAll(wanted);
        edited = standard != null && !standard.permissions().equals(wanted);
        if (standard != null && !edited) {
            chosen.clear();
        }
    }

    /** As logs name it. */
    @Override
    public String toString() {
        return standard == null ? String.valueOf(name) : standard.code();
    }

    /** Why a role of an organisation may not hold these permissions. */
    static Optional<Refusal> refusalOf(Set<Permission> wanted, boolean employerSide) {
        if (wanted.isEmpty()) {
            return Optional.of(Refusal.of("role-empty"));
        }
        if (wanted.contains(Permission.OPERATIONS)) {
            return Optional.of(Refusal.of("role-operations"));
        }
        Set<Permission> medical = EnumSet.copyOf(wanted);
        medical.retainAll(Permission.MEDICAL);
        return employerSide && !medical.isEmpty()
                ? Optional.of(Refusal.of("role-medical-for-employer"))
                : Optional.empty();
    }
}
