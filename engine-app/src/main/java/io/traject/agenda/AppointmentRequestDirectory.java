package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.employees.EmployeeDirectory;
import java.util.OptionalLong;
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
    private final Authorization authorization;

    AppointmentRequestDirectory(
            AppointmentRequests requests, EmployeeDirectory employees, Turns turns, Authorization authorization) {
        this.requests = requests;
        this.employees = employees;
        this.turns = turns;
        this.authorization = authorization;
    }

    /** @throws NotFoundException when there is none, or the employee lies outside the actor's reach */
    public AppointmentRequest get(UUID id) {
        return get(id, Permission.APPOINTMENTS_VIEW);
    }

    /** Whether the actor may have it changed, as far as permission and reach go. */
    public boolean mayChange(AppointmentRequest request) {
        return employees.may(Permission.APPOINTMENTS_REQUEST, request.employee());
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
    AppointmentRequest toChange(UUID id, OptionalLong seen) {
        AppointmentRequest request = get(id, Permission.APPOINTMENTS_REQUEST);
        if (seen.isPresent() && seen.getAsLong() != request.version()) {
            throw new ObjectOptimisticLockingFailureException(AppointmentRequest.class, id);
        }
        turns.take(TURN, request.employee());
        return request;
    }
}
