package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.employees.EmployeeDirectory;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appointment requests of the employees within the actor's reach. */
@Service
@Transactional(readOnly = true)
public class AppointmentRequestDirectory {

    /** The {@link Turns turn} of an employee's requests. */
    static final String TURN = "agenda.requests";

    private final AppointmentRequests requests;
    private final EmployeeDirectory employees;
    private final Turns turns;
    private final EntityManager entities;
    private final Authorization authorization;

    AppointmentRequestDirectory(
            AppointmentRequests requests,
            EmployeeDirectory employees,
            Turns turns,
            EntityManager entities,
            Authorization authorization) {
        this.requests = requests;
        this.employees = employees;
        this.turns = turns;
        this.entities = entities;
        this.authorization = authorization;
    }

    /** @throws NotFoundException when there is none, or the employee lies outside the actor's reach */
    public AppointmentRequest get(UUID id) {
        return get(id, Permission.APPOINTMENTS_VIEW);
    }

    /** What the actor may do with it now. */
    public Set<RequestAction> allowedActions(AppointmentRequest request) {
        Set<RequestAction> allowed = EnumSet.noneOf(RequestAction.class);
        if (employees.may(Permission.APPOINTMENTS_REQUEST, request.employee())) {
            allowed.addAll(request.allowedActions());
            allowed.remove(RequestAction.PLAN);
        }
        if (request.allowedActions().contains(RequestAction.PLAN)
                && employees.may(Permission.APPOINTMENTS_PLAN, request.employee())) {
            allowed.add(RequestAction.PLAN);
        }
        return allowed;
    }

    private AppointmentRequest get(UUID id, Permission permission) {
        authorization.require(permission);
        AppointmentRequest request = requests.findById(id).orElseThrow(NotFoundException::new);
        employees.get(permission, request.employee());
        return request;
    }

    /**
     * Requests for the same employee are changed one at a time.
     *
     * @param seen the version that the actor saw; empty when that doesn't matter
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    AppointmentRequest toChange(UUID id, OptionalLong seen, Permission permission) {
        AppointmentRequest request = get(id, permission);
        turns.take(TURN, request.employee());
        // Whoever had the turn may have changed it.
        entities.refresh(request);
        if (seen.isPresent() && seen.getAsLong() != request.version()) {
            throw new ObjectOptimisticLockingFailureException(AppointmentRequest.class, id);
        }
        return request;
    }
}
