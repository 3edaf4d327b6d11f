package io.traject.cases;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks cases up, within what the actor may see. */
@Service
@Transactional(readOnly = true)
public class CaseDirectory {

    private final Cases cases;
    private final Authorization authorization;

    CaseDirectory(Cases cases, Authorization authorization) {
        this.cases = cases;
        this.authorization = authorization;
    }

    /**
     * A case that the actor may see.
     *
     * @throws NotFoundException when there is none, or it is another organisation's
     */
    public Case get(UUID caseId) {
        return get(caseId, Permission.CASES_VIEW);
    }

    /**
     * A case for which the actor has the permission.
     *
     * @throws NotFoundException when there is none, or it is another organisation's
     */
    public Case get(UUID caseId, Permission permission) {
        authorization.require(permission);
        Case found = cases.findById(caseId).orElseThrow(NotFoundException::new);
        authorization.require(permission, found.organisation());
        return found;
    }
}
