package io.traject.organisation;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A municipality: the owner of users, templates and cases, and the sender of its letters and mails. */
@Entity
@Table(name = "organisation_municipality")
public class Municipality {

    @Id
    private UUID id;

    private String name;
    private String department;
    private String street;
    private String houseNumber;
    private String postcode;
    private String city;
    private String phone;
    private String email;
    private Instant createdAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Municipality() {}

    Municipality(UUID id, Details details, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        this.name = details.name();
        this.department = details.department();
        this.street = details.street();
        this.houseNumber = details.houseNumber();
        this.postcode = details.postcode();
        this.city = details.city();
        this.phone = details.phone();
        this.email = details.email().value();
    }

    static Municipality register(Details details, Instant now) {
        return new Municipality(Ids.next(), details, now);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Details details() {
        return new Details(name, department, street, houseNumber, postcode, city, phone, new EmailAddress(email));
    }

    public Instant createdAt() {
        return createdAt;
    }

    /**
     * What a resident sees of the municipality.
     *
     * @param department the team that handles re-examinations; the second line of the sender
     */
    public record Details(
            String name,
            String department,
            String street,
            String houseNumber,
            String postcode,
            String city,
            String phone,
            EmailAddress email) {}
}
