package io.traject.organisation.groups;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A named set of employers of an organisation, for what is done to all of them together. */
@Entity
@Table(name = "organisation_employer_group")
public class EmployerGroup implements Audited {

    public static final int MAX_NAME_LENGTH = 100;

    @Id
    private UUID id;

    private UUID organisationId;

    @RecordedAsIs
    private String name;

    @ElementCollection
    @CollectionTable(name = "organisation_employer_group_member", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "employer_id")
    private Set<UUID> employers = new HashSet<>();

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected EmployerGroup() {}

    EmployerGroup(UUID organisation, String name) {
        this.id = Ids.next();
        this.organisationId = organisation;
        this.name = requireName(name);
    }

    void rename(String newName) {
        name = requireName(newName);
    }

    void add(Collection<UUID> added) {
        employers.addAll(added);
    }

    void remove(UUID employer) {
        employers.remove(employer);
    }

    private static String requireName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a line of at most %d characters".formatted(MAX_NAME_LENGTH));
        }
        return name;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("employer-group", id, organisationId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    public String name() {
        return name;
    }

    public long version() {
        return version;
    }
}
