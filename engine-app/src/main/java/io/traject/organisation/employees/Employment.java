package io.traject.organisation.employees;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody works, worked or will work for the employer. */
@Entity
@Table(name = "organisation_employment")
public class Employment implements Audited {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID employeeId;
    private @Nullable UUID establishmentId;
    private @Nullable UUID departmentId;
    private @Nullable UUID jobFunctionId;
    private @Nullable String number;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private BigDecimal partTime;
    private Instant createdAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Employment() {}

    @SuppressWarnings("NullAway.Init") // the rest is set by describe
    Employment(Employee employee, EmploymentDetails details, Instant now) {
        this.id = Ids.next();
        this.organisationId = employee.organisation();
        this.employeeId = employee.id();
        this.createdAt = now;
        describe(details);
    }

    void change(EmploymentDetails details) {
        describe(details);
    }

    private void describe(EmploymentDetails details) {
        establishmentId = details.establishment().orElse(null);
        departmentId = details.department().orElse(null);
        jobFunctionId = details.jobFunction().orElse(null);
        number = details.number().orElse(null);
        startsOn = details.start();
        endsOn = details.end().orElse(null);
        partTime = details.partTime().percentage();
    }

    @Override
    public AuditedObject audited() {
        AuditedObject audited = AuditedObject.of("employment", id, organisationId);
        return details().workplace().map(audited::at).orElse(audited);
    }

    public UUID id() {
        return id;
    }

    public UUID employee() {
        return employeeId;
    }

    public EmploymentDetails details() {
        return new EmploymentDetails(
                Optional.ofNullable(establishmentId),
                Optional.ofNullable(departmentId),
                Optional.ofNullable(jobFunctionId),
                Optional.ofNullable(number),
                startsOn,
                Optional.ofNullable(endsOn),
                new PartTime(partTime));
    }

    public boolean hasEnded(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }

    public long version() {
        return version;
    }
}
