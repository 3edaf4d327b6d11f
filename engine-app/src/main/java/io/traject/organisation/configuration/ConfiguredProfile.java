package io.traject.organisation.configuration;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.NotAudited;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The profile of an organisation that is no longer as shipped. */
@Entity
@Table(name = "organisation_profile")
class ConfiguredProfile implements Audited {

    @Id
    private UUID organisationId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organisation_profile_field", joinColumns = @JoinColumn(name = "organisation_id"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "use")
    @Enumerated(EnumType.STRING)
    private Map<EmployerField, FieldUse> uses = new EnumMap<>(EmployerField.class);

    @Embedded
    @NotAudited("the audit trail itself says who and when")
    private Changed changed;

    /** Null until it is stored: so that an id that is given counts as new. */
    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ConfiguredProfile() {}

    ConfiguredProfile(UUID organisation, Map<EmployerField, FieldUse> uses, Changed changed) {
        this.organisationId = organisation;
        this.uses.putAll(uses);
        this.changed = changed;
    }

    void change(Map<EmployerField, FieldUse> changedUses, Changed by) {
        uses.putAll(changedUses);
        changed = by;
    }

    EmployerProfile profile() {
        return new EmployerProfile(uses, Optional.of(changed), version());
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("employer-profile", organisationId, organisationId);
    }

    long version() {
        return version == null ? EmployerProfile.AS_SHIPPED : version;
    }
}
