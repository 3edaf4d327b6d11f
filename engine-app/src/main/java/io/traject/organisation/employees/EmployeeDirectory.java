package io.traject.organisation.employees;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Employees as other rooms find them: within the actor's reach, for a permission of their own. */
@Service
@Transactional(readOnly = true)
public class EmployeeDirectory {

    private final EmployeeAccess access;
    private final Employees employees;
    private final PlacesOfFiles places;
    private final Authorization authorization;

    EmployeeDirectory(EmployeeAccess access, Employees employees, PlacesOfFiles places, Authorization authorization) {
        this.access = access;
        this.employees = employees;
        this.places = places;
        this.authorization = authorization;
    }

    /**
     * @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission
     * @throws io.traject.kernel.NotFoundException (404) when there is no such employee within the actor's reach
     */
    public Employee get(Permission permission, UUID employee) {
        return access.require(permission, employee).employee();
    }

    /** Where the employee works now; empty when there is none with this id. Asked for the logs, whoever acts. */
    public Optional<UUID> workplace(UUID employee) {
        return places.placeOf(employee);
    }

    public boolean may(Permission permission, UUID employee) {
        return authorization.may(permission)
                && (authorization.actor().organisation().isPresent()
                        || authorization.actor().kind() == Actor.Kind.SYSTEM)
                && access.reached(permission, employees.findById(employee)).isPresent();
    }
}
