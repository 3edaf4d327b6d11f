package io.traject.organisation.employers;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks employers up, within what the actor may see. */
@Service
@Transactional(readOnly = true)
public class EmployerDirectory {

    private final Employers employers;
    private final Authorization authorization;

    EmployerDirectory(Employers employers, Authorization authorization) {
        this.employers = employers;
        this.authorization = authorization;
    }

    /**
     * An employer of the register; one that is not published only for those who register employers.
     *
     * @throws NotFoundException when there is none, or it lies outside the actor's reach
     */
    public Employer get(UUID id) {
        authorization.require(Permission.ORGANISATION_VIEW);
        Employer found = employers.findById(id).orElseThrow(NotFoundException::new);
        authorization.require(Permission.ORGANISATION_VIEW, found.node());
        if (found.state() != EmployerState.PUBLISHED && !authorization.may(Permission.EMPLOYERS_REGISTER)) {
            throw new NotFoundException();
        }
        return found;
    }

    /**
     * An employer for which the actor has the permission.
     *
     * @throws NotFoundException when there is none, or it lies outside the actor's reach
     */
    public Employer get(UUID id, Permission permission) {
        authorization.require(permission);
        Employer found = employers.findById(id).orElseThrow(NotFoundException::new);
        authorization.require(permission, found.node());
        return found;
    }

    /** Whichever there is; the caller asks for permission. */
    public Optional<Employer> find(UUID id) {
        return employers.findById(id);
    }

    /** Those of these that there are; the caller asks for permission. */
    public List<Employer> findAll(Collection<UUID> ids) {
        return employers.findAllById(ids);
    }

    /** How many are neither published nor cancelled; the caller asks for permission. */
    public long countUnpublished(UUID organisation) {
        return employers.countByOrganisationIdAndStateIn(
                organisation, EnumSet.of(EmployerState.DRAFT, EmployerState.REGISTERED));
    }

    /** Whichever there is, for what asks nobody's permission: jobs and tasks. It stays as it is until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Employer> locked(UUID id) {
        return employers.findLockedById(id);
    }

    /**
     * To be changed; nobody else changes it until the transaction ends.
     *
     * @param seen the version that the actor saw; empty when that doesn't matter
     * @throws NotFoundException when there is none, or it lies outside the actor's reach
     * @throws ObjectOptimisticLockingFailureException when somebody else changed it since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Employer toChange(UUID id, Permission permission, OptionalLong seen) {
        authorization.require(permission);
        Employer found = employers.findLockedById(id).orElseThrow(NotFoundException::new);
        authorization.require(permission, found.node());
        if (seen.isPresent() && seen.getAsLong() != found.version()) {
            throw new ObjectOptimisticLockingFailureException(Employer.class, id);
        }
        return found;
    }
}
