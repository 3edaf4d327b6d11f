package io.traject.organisation.parameters;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import io.traject.organisation.tree.Node;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A parameter that an organisation or an employer added: with a value of its own, which holds while it is switched on. */
@Entity
@Table(name = "organisation_parameter")
public class ParameterSetting implements Audited {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID nodeId;

    @RecordedAsIs
    private String code;

    private boolean enabled;

    @RecordedAsIs
    private String value;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ParameterSetting() {}

    private ParameterSetting(Node owner, String code, String value) {
        this.id = Ids.next();
        this.organisationId = owner.root();
        this.nodeId = owner.id();
        this.code = code;
        this.value = value;
    }

    /** Switched off, with the usual value to start from. */
    static ParameterSetting add(Node owner, Parameter<?> parameter) {
        return new ParameterSetting(owner, parameter.code(), parameter.usualText());
    }

    void set(boolean on, String text) {
        enabled = on;
        value = text;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("parameter", id, organisationId).at(nodeId);
    }

    public UUID node() {
        return nodeId;
    }

    public String code() {
        return code;
    }

    public boolean enabled() {
        return enabled;
    }

    /** As the parameter's type stores it. */
    public String value() {
        return value;
    }

    public long version() {
        return version;
    }
}
