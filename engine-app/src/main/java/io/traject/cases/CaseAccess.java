package io.traject.cases;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.employees.EmployeeDirectory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whether the actor may do something to a case: for its organisation as a whole, or because the employee whom it is about
 * works within reach. Lists ask the same of their rows.
 */
@Component
class CaseAccess {

    private final Cases cases;
    private final EmployeeDirectory employees;
    private final Authorization authorization;

    CaseAccess(Cases cases, EmployeeDirectory employees, Authorization authorization) {
        this.cases = cases;
        this.employees = employees;
        this.authorization = authorization;
    }

    /**
     * @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission
     * @throws NotFoundException (404) when there is no such case within reach
     */
    Case require(Permission permission, UUID caseId) {
        authorization.require(permission);
        return cases.findById(caseId).filter(found -> may(permission, found)).orElseThrow(NotFoundException::new);
    }

    boolean may(Permission permission, Case found) {
        return authorization.may(permission, found.organisation())
                || found.employee()
                        .filter(employee -> employees.may(permission, employee))
                        .isPresent();
    }
}
