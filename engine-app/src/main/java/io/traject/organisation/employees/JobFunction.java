package io.traject.organisation.employees;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Ids;
import io.traject.organisation.tree.Node;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What somebody does for an employer, under the employer's own name and code (A10). */
@Entity
@Table(name = "organisation_job_function")
public class JobFunction implements Audited {

    public static final int MAX_LENGTH = 100;

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID employerId;

    @RecordedAsIs
    private String name;

    @RecordedAsIs
    private String code;

    private Instant createdAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected JobFunction() {}

    JobFunction(Node employer, String name, String code, Instant now) {
        Lines.require(name, MAX_LENGTH);
        Lines.require(code, MAX_LENGTH);
        this.id = Ids.next();
        this.organisationId = employer.root();
        this.employerId = employer.id();
        this.name = name;
        this.code = code;
        this.createdAt = now;
    }

    void change(String newName, String newCode) {
        Lines.require(newName, MAX_LENGTH);
        Lines.require(newCode, MAX_LENGTH);
        name = newName;
        code = newCode;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("job-function", id, organisationId).at(employerId);
    }

    public UUID id() {
        return id;
    }

    public UUID employer() {
        return employerId;
    }

    public String name() {
        return name;
    }

    public String code() {
        return code;
    }

    public long version() {
        return version;
    }
}
