package io.traject.organisation.employees;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Whether the actor may do something to an employee: the same answer as the lists give, from the same rows. */
@Component
class EmployeeAccess {

    private final Employees employees;
    private final EmployeePlaces places;
    private final Authorization authorization;

    EmployeeAccess(Employees employees, EmployeePlaces places, Authorization authorization) {
        this.employees = employees;
        this.places = places;
        this.authorization = authorization;
    }

    /** @param by the node of the actor's reach by which the employee is found */
    record Reached(Employee employee, UUID by) {}

    /**
     * @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission
     * @throws NotFoundException (404) when there is no such employee within the actor's reach
     */
    Reached require(Permission permission, UUID employee) {
        authorization.require(permission);
        return reached(permission, employees.findById(employee)).orElseThrow(NotFoundException::new);
    }

    /**
     * The same, and nobody else changes the employee until this transaction ends.
     *
     * @param version that the change started from
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    Reached requireLocked(Permission permission, UUID employee, long version) {
        Reached reached = requireLocked(permission, employee);
        if (reached.employee().version() != version) {
            throw new ObjectOptimisticLockingFailureException(Employee.class, employee);
        }
        return reached;
    }

    Reached requireLocked(Permission permission, UUID employee) {
        authorization.require(permission);
        return reached(permission, employees.findAndLockById(employee)).orElseThrow(NotFoundException::new);
    }

    Optional<Reached> reached(Permission permission, Optional<Employee> found) {
        return found.flatMap(employee -> node(permission, employee).map(node -> new Reached(employee, node)));
    }

    private Optional<UUID> node(Permission permission, Employee employee) {
        return authorization.actor().kind() == Actor.Kind.SYSTEM
                ? Optional.of(employee.employer())
                : places.reached(authorization.reach(permission), employee.id());
    }
}
