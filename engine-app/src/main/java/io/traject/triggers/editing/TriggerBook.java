package io.traject.triggers.editing;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The triggers of the actor's organisation, for who may write them. */
@Service
@Transactional(readOnly = true)
public class TriggerBook {

    private final Triggers triggers;
    private final Authorization authorization;

    TriggerBook(Triggers triggers, Authorization authorization) {
        this.triggers = triggers;
        this.authorization = authorization;
    }

    /** By name. */
    public List<Trigger> all() {
        return triggers.of(organisation());
    }

    /** One that was deleted; empty for any other. */
    public Optional<Trigger> deleted(UUID id) {
        UUID organisation = organisation();
        return triggers.findById(id)
                .filter(Trigger::deleted)
                .filter(found -> found.organisation().equals(organisation));
    }

    /** @throws NotFoundException also for one of another organisation, and for one that was deleted */
    public Trigger get(UUID id) {
        Trigger found = read(id);
        if (found.deleted()) {
            throw new NotFoundException();
        }
        return found;
    }

    /** Also one that was deleted, to read what it said. @throws NotFoundException also for one of another organisation */
    public Trigger read(UUID id) {
        UUID organisation = organisation();
        return triggers.findById(id)
                .filter(found -> found.organisation().equals(organisation))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * To change it.
     *
     * @param seen the version that the change starts from, where that matters
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    Trigger get(UUID id, OptionalLong seen) {
        Trigger trigger = get(id);
        if (seen.isPresent() && seen.getAsLong() != trigger.version()) {
            throw new ObjectOptimisticLockingFailureException(Trigger.class, id);
        }
        return trigger;
    }

    private UUID organisation() {
        return authorization.organisation(Permission.TRIGGERS_EDIT);
    }
}
