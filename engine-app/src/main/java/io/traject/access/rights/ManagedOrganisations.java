package io.traject.access.rights;

import io.traject.access.Authorization;
import io.traject.access.Organisations;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose roles and groups the actor manages: the own organisation's, or for the installation's administrator everyone's. */
@Component
public class ManagedOrganisations {

    private final Organisations organisations;
    private final Authorization authorization;

    ManagedOrganisations(Organisations organisations, Authorization authorization) {
        this.organisations = organisations;
        this.authorization = authorization;
    }

    /**
     * The organisation to look at.
     *
     * @param asked by an administrator of the installation; others always look at their own
     * @return empty when an administrator of the installation has not asked for one
     * @throws NotFoundException when there is none like that
     */
    public Optional<UUID> current(Optional<UUID> asked) {
        if (!authorization.mayForInstallation(Permission.ADMINISTRATION)) {
            return Optional.of(authorization.organisation(Permission.ADMINISTRATION));
        }
        if (asked.filter(id -> !organisations.exists(id)).isPresent()) {
            throw new NotFoundException();
        }
        return asked;
    }

    /** @throws NotFoundException when the actor doesn't manage it */
    public void require(UUID organisation) {
        authorization.require(Permission.ADMINISTRATION);
        boolean own = authorization.mayForOrganisation(Permission.ADMINISTRATION)
                && authorization.actor().organisation().equals(Optional.of(organisation));
        if (!own && !authorization.mayForInstallation(Permission.ADMINISTRATION)) {
            throw new NotFoundException();
        }
    }
}
