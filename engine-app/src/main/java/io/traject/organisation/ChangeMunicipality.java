package io.traject.organisation;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NameClaims;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.Tree;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what residents see of a municipality; letters and mails that were made before stay as they are. */
@Component
public class ChangeMunicipality {

    private final Municipalities municipalities;
    private final Tree tree;
    private final NameClaims claims;
    private final Authorization authorization;

    ChangeMunicipality(Municipalities municipalities, Tree tree, NameClaims claims, Authorization authorization) {
        this.municipalities = municipalities;
        this.tree = tree;
        this.claims = claims;
        this.authorization = authorization;
    }

    /**
     * Refused with {@code municipality-name-taken}.
     *
     * @param version that the change started from
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Municipality> change(UUID id, Municipality.Details details, long version) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        Municipality municipality = municipalities.findById(id).orElseThrow(NotFoundException::new);
        if (municipality.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Municipality.class, id);
        }
        claims.claim("municipality", details.name());
        if (municipalities.existsByNameIgnoreCaseAndIdNot(details.name(), id)) {
            return Outcome.refused("municipality-name-taken", details.name());
        }
        municipality.change(details);
        tree.rename(id, details.name()).orThrow();
        return Outcome.done(municipality);
    }
}
