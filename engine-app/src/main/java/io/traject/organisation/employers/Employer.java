package io.traject.organisation.employers;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.kernel.Country;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An employer for which an organisation works. The process {@code employer-registration} decides when it goes on; this decides
 * whether. Once published its id is also that of its node in the organisation tree.
 */
@Entity
@Table(name = "organisation_employer")
public class Employer implements Audited {

    @Id
    private UUID id;

    private UUID organisationId;

    /** Where it stands for whoever asks for permission. */
    private UUID nodeId;

    @RecordedAsIs
    private String name;

    @RecordedAsIs
    private String country;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organisation_employer_item", joinColumns = @JoinColumn(name = "employer_id"))
    @MapKeyColumn(name = "item")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "text")
    private Map<RegistrationItem, String> items = new EnumMap<>(RegistrationItem.class);

    @Enumerated(EnumType.STRING)
    private EmployerState state;

    private UUID draftedBy;
    private String draftedByName;
    private Instant draftedAt;
    private UUID workedOnBy;
    private String workedOnByName;
    private Instant workedOnAt;
    private @Nullable Instant remindedAt;
    private @Nullable Instant reminderDue;
    private @Nullable Instant publishedAt;
    private @Nullable Instant cancelledAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Employer() {}

    private Employer(UUID id, UUID organisation, EmployerRegistration limited, Actor actor, Instant now) {
        this.id = id;
        this.organisationId = organisation;
        this.nodeId = organisation;
        this.name = limited.name();
        this.country = limited.country().code();
        this.state = EmployerState.DRAFT;
        this.draftedBy = actor.id();
        this.draftedByName = actor.displayName();
        this.draftedAt = now;
        this.workedOnBy = actor.id();
        this.workedOnByName = actor.displayName();
        this.workedOnAt = now;
    }

    static Employer draft(UUID organisation, EmployerRegistration limited, Actor actor, Instant now) {
        return new Employer(Ids.next(), organisation, limited, actor, now);
    }

    /** One of which everything is known, at its place at once. */
    static Employer added(UUID id, UUID organisation, EmployerRegistration complete, Actor actor, Instant now) {
        Employer employer = new Employer(id, organisation, complete, actor, now);
        employer.items.putAll(complete.items());
        employer.state = EmployerState.PUBLISHED;
        employer.nodeId = employer.id;
        employer.publishedAt = now;
        return employer;
    }

    /** What may be done with it now. */
    public Set<EmployerAction> allowedActions() {
        return switch (state) {
            case DRAFT -> EnumSet.of(EmployerAction.REGISTER, EmployerAction.CANCEL);
            case REGISTERED -> EnumSet.of(EmployerAction.REGISTER, EmployerAction.PUBLISH, EmployerAction.CANCEL);
            case PUBLISHED -> EnumSet.of(EmployerAction.REGISTER);
            case CANCELLED -> EnumSet.noneOf(EmployerAction.class);
        };
    }

    /**
     * Takes over a registration. Before it is published an employer may become incomplete again; after that it may not.
     *
     * @param complete as judged by the rules
     * @return what that means; refused with {@code employer-cancelled} or {@code employer-incomplete}
     */
    Outcome<EmployerStep> register(EmployerRegistration registration, boolean complete, Actor actor, Instant now) {
        if (state == EmployerState.CANCELLED) {
            return Outcome.refused("employer-cancelled", name);
        }
        if (state == EmployerState.PUBLISHED && !complete) {
            return Outcome.refused("employer-incomplete", name);
        }
        name = registration.name();
        country = registration.country().code();
        items.keySet().retainAll(registration.items().keySet());
        items.putAll(registration.items());
        workedOnBy = actor.id();
        workedOnByName = actor.displayName();
        workedOnAt = now;
        return Outcome.done(settle(complete).orElse(EmployerStep.CHANGED));
    }

    /**
     * It was judged again, since what is asked may have changed.
     *
     * @return what that means, if anything
     */
    Optional<EmployerStep> settle(boolean complete) {
        if (state == EmployerState.DRAFT && complete) {
            state = EmployerState.REGISTERED;
            return Optional.of(EmployerStep.REGISTERED);
        }
        if (state == EmployerState.REGISTERED && !complete) {
            state = EmployerState.DRAFT;
            return Optional.of(EmployerStep.SENT_BACK);
        }
        return Optional.empty();
    }

    /** Refused with {@code employer-incomplete}, {@code employer-published} or {@code employer-cancelled}. */
    Outcome<Employer> publish(Instant now) {
        return switch (state) {
            case DRAFT -> Outcome.refused("employer-incomplete", name);
            case PUBLISHED -> Outcome.refused("employer-published", name);
            case CANCELLED -> Outcome.refused("employer-cancelled", name);
            case REGISTERED -> {
                state = EmployerState.PUBLISHED;
                nodeId = id;
                publishedAt = now;
                yield Outcome.done(this);
            }
        };
    }

    /** Refused with {@code employer-published} or {@code employer-cancelled}. */
    Outcome<Employer> cancel(Instant now) {
        return switch (state) {
            case PUBLISHED -> Outcome.refused("employer-published", name);
            case CANCELLED -> Outcome.refused("employer-cancelled", name);
            case DRAFT, REGISTERED -> {
                state = EmployerState.CANCELLED;
                cancelledAt = now;
                yield Outcome.done(this);
            }
        };
    }

    /**
     * Somebody is to be reminded of it if it is unpublished and nobody has worked on it for so long.
     *
     * @param due what this is asked for; asked again for the same, the answer is the same
     */
    boolean remind(Instant due, Duration rest, Instant now) {
        if (!isUnpublished()) {
            return false;
        }
        if (due.equals(reminderDue)) {
            return true;
        }
        if (restsUntil(rest).isAfter(now)) {
            return false;
        }
        reminderDue = due;
        remindedAt = now;
        return true;
    }

    /** When it has rested so long since somebody worked on it or was reminded of it. */
    public Instant restsUntil(Duration rest) {
        Instant since = remindedAt == null || remindedAt.isBefore(workedOnAt) ? workedOnAt : remindedAt;
        return since.plus(rest);
    }

    public boolean isUnpublished() {
        return state == EmployerState.DRAFT || state == EmployerState.REGISTERED;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("employer", id, organisationId).at(nodeId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    /** By which permissions are asked: the organisation until it is published, then its own. */
    public UUID node() {
        return nodeId;
    }

    public String name() {
        return name;
    }

    public EmployerState state() {
        return state;
    }

    public EmployerRegistration registration() {
        return new EmployerRegistration(name, new Country(country), items);
    }

    public UUID draftedBy() {
        return draftedBy;
    }

    public String draftedByName() {
        return draftedByName;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public UUID workedOnBy() {
        return workedOnBy;
    }

    public String workedOnByName() {
        return workedOnByName;
    }

    public Instant workedOnAt() {
        return workedOnAt;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    public long version() {
        return version;
    }
}
