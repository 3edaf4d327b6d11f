package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.employees.EmployeeDirectory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appointments of the employees within the actor's reach. */
@Service
@Transactional(readOnly = true)
public class AppointmentDirectory {

    private final Appointments appointments;
    private final EmployeeDirectory employees;
    private final Turns turns;
    private final EntityManager entities;
    private final Authorization authorization;
    private final BusinessTime time;

    AppointmentDirectory(
            Appointments appointments,
            EmployeeDirectory employees,
            Turns turns,
            EntityManager entities,
            Authorization authorization,
            BusinessTime time) {
        this.appointments = appointments;
        this.employees = employees;
        this.turns = turns;
        this.entities = entities;
        this.authorization = authorization;
        this.time = time;
    }

    /** @throws NotFoundException when there is none, or the employee lies outside the actor's reach */
    public Appointment get(UUID id) {
        return get(id, Permission.APPOINTMENTS_VIEW);
    }

    /** What was planned for a request that the actor has been let see, the first planned first. */
    public List<Appointment> of(AppointmentRequest request) {
        return appointments.findByRequestIdOrderByPlannedAt(request.id());
    }

    /** The one of these that was not called off. */
    public Optional<UUID> standing(AppointmentRequest request) {
        return of(request).stream()
                .filter(appointment -> appointment.state() != AppointmentState.CANCELLED)
                .map(Appointment::id)
                .findFirst();
    }

    /** What the actor may do with it now. */
    public Set<AppointmentAction> allowedActions(Appointment appointment) {
        return employees.may(Permission.APPOINTMENTS_PLAN, appointment.employee())
                ? appointment.allowedActions(time.now())
                : EnumSet.noneOf(AppointmentAction.class);
    }

    private Appointment get(UUID id, Permission permission) {
        authorization.require(permission);
        Appointment appointment = appointments.findById(id).orElseThrow(NotFoundException::new);
        employees.get(permission, appointment.employee());
        return appointment;
    }

    /**
     * Appointments and requests for the same employee are changed one at a time.
     *
     * @param seen the version that the actor saw; empty when that doesn't matter
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    Appointment toChange(UUID id, OptionalLong seen) {
        Appointment appointment = get(id, Permission.APPOINTMENTS_PLAN);
        turns.take(AppointmentRequestDirectory.TURN, appointment.employee());
        // Whoever had the turn may have changed it, and a reminder may be leaving.
        entities.refresh(appointment, LockModeType.PESSIMISTIC_WRITE);
        if (seen.isPresent() && seen.getAsLong() != appointment.version()) {
            throw new ObjectOptimisticLockingFailureException(Appointment.class, id);
        }
        return appointment;
    }
}
