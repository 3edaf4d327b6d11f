package io.traject.organisation;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The municipalities for who manages them: the installation's administrator. */
@Component
@Transactional(readOnly = true)
public class ManagedMunicipalities {

    private final Municipalities municipalities;
    private final Authorization authorization;

    ManagedMunicipalities(Municipalities municipalities, Authorization authorization) {
        this.municipalities = municipalities;
        this.authorization = authorization;
    }

    /** @throws NotFoundException when there is none with this id */
    public Municipality get(UUID id) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return municipalities.findById(id).orElseThrow(NotFoundException::new);
    }
}
