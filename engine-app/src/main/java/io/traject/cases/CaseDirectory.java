package io.traject.cases;

import io.traject.access.Permission;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks cases up, within what the actor may see. */
@Service
@Transactional(readOnly = true)
public class CaseDirectory {

    private final CaseAccess access;

    CaseDirectory(CaseAccess access) {
        this.access = access;
    }

    public boolean may(Permission permission, Case found) {
        return access.may(permission, found);
    }

    /**
     * A case that the actor may see.
     *
     * @throws io.traject.kernel.NotFoundException when there is none, or it lies outside the actor's reach
     */
    public Case get(UUID caseId) {
        return get(caseId, Permission.CASES_VIEW);
    }

    /**
     * A case for which the actor has the permission.
     *
     * @throws io.traject.kernel.NotFoundException when there is none, or it lies outside the actor's reach
     */
    public Case get(UUID caseId, Permission permission) {
        return access.require(permission, caseId);
    }
}
