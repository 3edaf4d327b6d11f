package io.traject.organisation.contacts;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.kernel.PhoneNumber;
import io.traject.organisation.tree.Node;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody at an employer, or at one of its establishments, whom one can turn to. */
@Entity
@Table(name = "organisation_contact_person")
public class ContactPerson implements Audited {

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID nodeId;
    private String name;

    private @Nullable String function;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String mobile;

    @Enumerated(EnumType.STRING)
    private @Nullable Language language;

    private boolean preferred;
    private @Nullable Instant archivedAt;
    private Instant createdAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ContactPerson() {}

    private ContactPerson(UUID organisationId, UUID nodeId, String name, Instant createdAt) {
        this.id = Ids.next();
        this.organisationId = organisationId;
        this.nodeId = nodeId;
        this.name = name;
        this.createdAt = createdAt;
    }

    static ContactPerson add(Node place, Details details, Instant now) {
        ContactPerson person = new ContactPerson(place.root(), place.id(), details.name(), now);
        person.describe(details);
        return person;
    }

    void describe(Details details) {
        name = details.name();
        function = details.function().orElse(null);
        email = details.email().map(EmailAddress::value).orElse(null);
        phone = details.phone().map(PhoneNumber::value).orElse(null);
        mobile = details.mobile().map(PhoneNumber::value).orElse(null);
        language = details.language().orElse(null);
        preferred = details.preferred();
    }

    /** Nobody turns to this person any more. */
    void archive(Instant now) {
        preferred = false;
        archivedAt = now;
    }

    void restore() {
        archivedAt = null;
    }

    void preferAnother() {
        preferred = false;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("contact-person", id, organisationId).at(nodeId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    /** The employer or establishment. */
    public UUID node() {
        return nodeId;
    }

    public String name() {
        return name;
    }

    public boolean preferred() {
        return preferred;
    }

    public boolean archived() {
        return archivedAt != null;
    }

    public Details details() {
        return new Details(
                name,
                Optional.ofNullable(function),
                Optional.ofNullable(email).map(EmailAddress::new),
                Optional.ofNullable(phone).map(PhoneNumber::new),
                Optional.ofNullable(mobile).map(PhoneNumber::new),
                Optional.ofNullable(language),
                preferred);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }

    /**
     * What is known of a contact person. Name and function are one line each, of at most {@value #MAX_LENGTH} characters.
     *
     * @param function what the person does there
     * @param language in which the person reads; empty for the usual one
     * @param preferred whether one turns to this person first; one of each employer or establishment is
     */
    public record Details(
            String name,
            Optional<String> function,
            Optional<EmailAddress> email,
            Optional<PhoneNumber> phone,
            Optional<PhoneNumber> mobile,
            Optional<Language> language,
            boolean preferred) {

        public static final int MAX_LENGTH = 100;

        /** @throws IllegalArgumentException for a name or a function that is no line */
        public Details {
            requireLine(name);
            function.ifPresent(Details::requireLine);
        }

        private static void requireLine(String text) {
            if (text.isBlank() || text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("not a line of at most %d characters".formatted(MAX_LENGTH));
            }
        }

        @Override
        public String toString() {
            return "Details[...]";
        }
    }
}
