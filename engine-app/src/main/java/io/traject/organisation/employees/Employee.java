package io.traject.organisation.employees;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.FileKind;
import io.traject.access.Medical;
import io.traject.access.PersonalFile;
import io.traject.kernel.Bsn;
import io.traject.kernel.Country;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.PhoneNumber;
import io.traject.organisation.employees.EmployeeDetails.Contact;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who works for an employer, or did: the file that this employer's people have of that person. */
@Entity
@Table(name = "organisation_employee")
public class Employee implements Audited {

    public static final int MAX_NOTE_LENGTH = 4000;

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID employerId;
    private String number;
    private @Nullable String bsn;
    private String initials;
    private @Nullable String firstName;
    private @Nullable String preferredFirstName;
    private @Nullable String prefix;
    private String lastName;
    private @Nullable LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Gender gender;

    @Enumerated(EnumType.STRING)
    private @Nullable Language language;

    private @Nullable String privateEmail;
    private @Nullable String workEmail;
    private @Nullable String privatePhone;
    private @Nullable String workPhone;
    private @Nullable String street;
    private @Nullable String houseNumber;
    private @Nullable String postcode;
    private @Nullable String city;
    private @Nullable String country;

    @Convert(converter = Medical.Text.class)
    private Medical<String> medicalNote = Medical.nothing();

    private @Nullable Instant archivedAt;
    private Instant createdAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Employee() {}

    @SuppressWarnings("NullAway.Init") // the rest is set by describe
    Employee(UUID organisation, UUID employer, EmployeeDetails details, Instant now) {
        this.id = Ids.next();
        this.organisationId = organisation;
        this.employerId = employer;
        this.createdAt = now;
        describe(details);
    }

    void change(EmployeeDetails details) {
        describe(details);
    }

    private void describe(EmployeeDetails details) {
        number = details.number();
        bsn = details.bsn().map(Bsn::value).orElse(null);
        initials = details.name().initials();
        firstName = details.name().firstName().orElse(null);
        preferredFirstName = details.name().preferredFirstName().orElse(null);
        prefix = details.name().prefix().orElse(null);
        lastName = details.name().lastName();
        birthDate = details.birthDate().orElse(null);
        gender = details.gender();
        language = details.language().orElse(null);
        privateEmail = details.contact().privateEmail().map(EmailAddress::value).orElse(null);
        workEmail = details.contact().workEmail().map(EmailAddress::value).orElse(null);
        privatePhone = details.contact().privatePhone().map(PhoneNumber::value).orElse(null);
        workPhone = details.contact().workPhone().map(PhoneNumber::value).orElse(null);
        street = details.address().map(HomeAddress::street).orElse(null);
        houseNumber = details.address().map(HomeAddress::houseNumber).orElse(null);
        postcode = details.address().map(HomeAddress::postcode).orElse(null);
        city = details.address().map(HomeAddress::city).orElse(null);
        country = details.address().map(address -> address.country().code()).orElse(null);
    }

    void note(Medical<String> note) {
        medicalNote = note;
    }

    /** Puts the file away; nothing of it is lost. */
    Outcome<Employee> archive(Instant now) {
        if (isArchived()) {
            return Outcome.refused("employee-archived", name().full());
        }
        archivedAt = now;
        return Outcome.done(this);
    }

    Outcome<Employee> restore() {
        archivedAt = null;
        return Outcome.done(this);
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("employee", id, organisationId).at(employerId);
    }

    public UUID id() {
        return id;
    }

    PersonalFile file() {
        return PersonalFile.of(FileKind.EMPLOYEE, id, organisationId).at(employerId);
    }

    public UUID organisation() {
        return organisationId;
    }

    /** Whose employee. */
    public UUID employer() {
        return employerId;
    }

    public PersonName name() {
        return new PersonName(
                initials,
                Optional.ofNullable(firstName),
                Optional.ofNullable(preferredFirstName),
                Optional.ofNullable(prefix),
                lastName);
    }

    public EmployeeDetails details() {
        return new EmployeeDetails(
                number,
                Optional.ofNullable(bsn).map(Bsn::new),
                name(),
                Optional.ofNullable(birthDate),
                gender,
                Optional.ofNullable(language),
                new Contact(
                        Optional.ofNullable(privateEmail).map(EmailAddress::new),
                        Optional.ofNullable(workEmail).map(EmailAddress::new),
                        Optional.ofNullable(privatePhone).map(PhoneNumber::new),
                        Optional.ofNullable(workPhone).map(PhoneNumber::new)),
                Optional.ofNullable(street).map(this::address));
    }

    /** All parts are there, or none. */
    private HomeAddress address(String streetOfAddress) {
        return new HomeAddress(
                streetOfAddress,
                Objects.requireNonNull(houseNumber),
                Objects.requireNonNull(postcode),
                Objects.requireNonNull(city),
                new Country(Objects.requireNonNull(country)));
    }

    public Medical<String> medicalNote() {
        return medicalNote;
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    public Optional<Instant> archivedAt() {
        return Optional.ofNullable(archivedAt);
    }

    public long version() {
        return version;
    }
}
