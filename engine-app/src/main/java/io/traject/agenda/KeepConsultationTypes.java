package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes, retires and deletes the consultation types of the actor's organisation. Those of one organisation are changed
 * one at a time.
 */
@Component
public class KeepConsultationTypes {

    private final ConsultationTypes types;
    private final AppointmentRequests requests;
    private final Turns turns;
    private final Authorization authorization;
    private final BusinessTime time;

    KeepConsultationTypes(
            ConsultationTypes types,
            AppointmentRequests requests,
            Turns turns,
            Authorization authorization,
            BusinessTime time) {
        this.types = types;
        this.requests = requests;
        this.turns = turns;
        this.authorization = authorization;
        this.time = time;
    }

    /** @throws NotFoundException when the actor's organisation has no such type */
    @Transactional(readOnly = true)
    public ConsultationType get(UUID id) {
        return own(types.findById(id));
    }

    /** How many requests are of it, whatever became of them. */
    @Transactional(readOnly = true)
    public long uses(UUID id) {
        return requests.countByConsultationTypeId(id);
    }

    /** The same of each type that has any. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> uses() {
        return requests.countByType(authorization.organisation(Permission.CONFIGURATION)).stream()
                .collect(Collectors.toMap(AppointmentRequests.Uses::type, AppointmentRequests.Uses::requests));
    }

    /** Refused with {@code consultation-type-code-taken} or {@code consultation-type-name-taken}. */
    @Transactional
    public Outcome<ConsultationType> add(TypeCode code, ConsultationTypeDetails details) {
        UUID organisation = authorization.organisation(Permission.CONFIGURATION);
        turns.take("agenda.types", organisation);
        if (types.findByOrganisationIdAndCode(organisation, code.value()).isPresent()) {
            return Outcome.refused("consultation-type-code-taken", code.value());
        }
        ConsultationType type = new ConsultationType(organisation, code, details, time.now());
        return nameTaken(type, details.name())
                .<Outcome<ConsultationType>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.done(types.saveAndFlush(type)));
    }

    /**
     * Refused with {@code consultation-type-name-taken}. What was requested already stays as it is.
     *
     * @param version that the change started from
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<ConsultationType> change(UUID id, ConsultationTypeDetails details, long version) {
        ConsultationType type = locked(id, version);
        Optional<Refusal> refusal = type.isRetired() ? Optional.empty() : nameTaken(type, details.name());
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        type.change(details);
        return Outcome.done(types.saveAndFlush(type));
    }

    /** It can't be chosen any more; drafts of it can't be opened. */
    @Transactional
    public ConsultationType retire(UUID id, long version) {
        ConsultationType type = locked(id, version);
        type.retire(time.now());
        return types.saveAndFlush(type);
    }

    /** Refused with {@code consultation-type-name-taken}, when another one has got its name since. */
    @Transactional
    public Outcome<ConsultationType> revive(UUID id, long version) {
        ConsultationType type = locked(id, version);
        Optional<Refusal> refusal = nameTaken(type, type.name());
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        type.revive();
        return Outcome.done(types.saveAndFlush(type));
    }

    /** Refused with {@code consultation-type-in-use}: one that was ever used can only be retired. */
    @Transactional
    public Outcome<ConsultationType> delete(UUID id, long version) {
        ConsultationType type = locked(id, version);
        long uses = uses(id);
        if (uses > 0) {
            return Outcome.refused("consultation-type-in-use", uses);
        }
        types.delete(type);
        return Outcome.done(type);
    }

    private ConsultationType locked(UUID id, long version) {
        turns.take("agenda.types", authorization.organisation(Permission.CONFIGURATION));
        ConsultationType type = own(types.findAndLockById(id));
        if (type.version() != version) {
            throw new ObjectOptimisticLockingFailureException(ConsultationType.class, id);
        }
        return type;
    }

    private ConsultationType own(Optional<ConsultationType> found) {
        UUID organisation = authorization.organisation(Permission.CONFIGURATION);
        return found.filter(type -> type.organisation().equals(organisation)).orElseThrow(NotFoundException::new);
    }

    private Optional<Refusal> nameTaken(ConsultationType type, LocalName name) {
        return types.findByOrganisationId(type.organisation()).stream()
                .filter(other -> !other.isRetired() && !other.id().equals(type.id()))
                .flatMap(other -> Arrays.stream(Language.values())
                        .flatMap(language -> name.exactly(language).stream()
                                .filter(text -> other.name()
                                        .exactly(language)
                                        .filter(text::equalsIgnoreCase)
                                        .isPresent())))
                .findFirst()
                .map(text -> Refusal.of("consultation-type-name-taken", text));
    }
}
