package io.traject.organisation;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The municipalities whose settings the actor manages: one's own, or for the installation's administrator all of them. */
@Service
@Transactional(readOnly = true)
public class AdministeredMunicipalities {

    private final MunicipalityDirectory directory;
    private final Authorization authorization;

    AdministeredMunicipalities(MunicipalityDirectory directory, Authorization authorization) {
        this.directory = directory;
        this.authorization = authorization;
    }

    public List<Municipality> all() {
        return authorization.mayForInstallation(Permission.ADMINISTRATION)
                ? directory.all()
                : List.of(directory.get(authorization.organisation(Permission.CONFIGURATION)));
    }

    /** @throws io.traject.kernel.NotFoundException when there is none, or the actor does not manage it */
    public Municipality get(UUID municipality) {
        if (!authorization.mayForInstallation(Permission.ADMINISTRATION)) {
            authorization.require(Permission.CONFIGURATION, municipality);
        }
        return directory.get(municipality);
    }
}
