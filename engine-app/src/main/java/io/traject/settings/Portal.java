package io.traject.settings;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.NotAudited;
import io.traject.access.RecordedAsIs;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one organisation has arranged what its people find on the pages (A7). */
@Entity
@Table(name = "settings_portal")
class Portal implements Audited {

    @Id
    private UUID organisationId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "settings_portal_link", joinColumns = @JoinColumn(name = "organisation_id"))
    @RecordedAsIs
    private Set<PlacedLink> links;

    @NotAudited("The entry says who")
    private UUID changedBy;

    @NotAudited("The entry says who")
    private String changedByName;

    @NotAudited("The entry says when")
    private Instant changedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Portal() {}

    @SuppressWarnings("NullAway.Init")
    Portal(UUID organisationId) {
        this.organisationId = organisationId;
        this.links = new HashSet<>();
    }

    void arrange(Collection<PlacedLink> arranged, Actor by, Instant at) {
        links.clear();
        links.addAll(arranged);
        changedBy = by.id();
        changedByName = by.displayName();
        changedAt = at;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("portal", organisationId, organisationId);
    }

    Set<PlacedLink> links() {
        return Set.copyOf(links);
    }

    String changedByName() {
        return changedByName;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** From 1; 0 stands for an organisation that has arranged nothing. */
    long version() {
        return version == null ? 0 : version + 1;
    }
}
