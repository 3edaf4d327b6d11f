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
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The widgets of an organisation that are no longer as shipped. */
@Entity
@Table(name = "organisation_widgets")
class ConfiguredWidgets implements Audited {

    @Id
    private UUID organisationId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organisation_widget_field", joinColumns = @JoinColumn(name = "organisation_id"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "shown")
    private Map<WidgetField, Boolean> chosen = new EnumMap<>(WidgetField.class);

    @Embedded
    @NotAudited("the audit trail itself says who and when")
    private Changed changed;

    /** Null until it is stored: so that an id that is given counts as new. */
    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ConfiguredWidgets() {}

    ConfiguredWidgets(UUID organisation, Map<WidgetField, Boolean> chosen, Changed changed) {
        this.organisationId = organisation;
        this.chosen.putAll(chosen);
        this.changed = changed;
    }

    void change(Map<WidgetField, Boolean> changedFields, Changed by) {
        chosen.putAll(changedFields);
        changed = by;
    }

    Map<WidgetField, Boolean> chosen() {
        return Map.copyOf(chosen);
    }

    Changed changed() {
        return changed;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("widgets", organisationId, organisationId);
    }

    long version() {
        return version == null ? Widgets.AS_SHIPPED : version;
    }
}
