package io.traject.organisation;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Ids;
import io.traject.kernel.Postcode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A municipality: the owner of users, templates and cases, and the sender of its letters and mails. */
@Entity
@Table(name = "organisation_municipality")
public class Municipality implements Audited {

    @Id
    private UUID id;

    @RecordedAsIs
    private String name;

    @RecordedAsIs
    private String department;

    private String street;
    private String houseNumber;
    private String postcode;

    @RecordedAsIs
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
        describe(details);
    }

    private void describe(Details details) {
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

    void change(Details details) {
        describe(details);
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("municipality", id, id);
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

    public long version() {
        return version;
    }

    /**
     * What a resident sees of the municipality.
     *
     * <p>Each is one line: not blank, without control characters and at most as long as said here.
     *
     * @param department the team that handles re-examinations; the second line of the sender
     * @param postcode as it is printed: {@code 1234 AB}
     */
    public record Details(
            String name,
            String department,
            String street,
            String houseNumber,
            String postcode,
            String city,
            String phone,
            EmailAddress email) {

        public static final int MAX_LENGTH = 100;

        /** Of the house number and the phone number. */
        public static final int MAX_NUMBER_LENGTH = 20;

        /** @throws IllegalArgumentException for what no letter could be signed with */
        public Details {
            requireLine(name, MAX_LENGTH);
            requireLine(department, MAX_LENGTH);
            requireLine(street, MAX_LENGTH);
            requireLine(houseNumber, MAX_NUMBER_LENGTH);
            postcode = new Postcode(postcode).value();
            requireLine(city, MAX_LENGTH);
            requireLine(phone, MAX_NUMBER_LENGTH);
        }

        private static void requireLine(String text, int maxLength) {
            if (text.isBlank() || text.length() > maxLength || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("not a line of at most %d characters".formatted(maxLength));
            }
        }
    }
}
