package io.traject.organisation.employees;

import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes anew who an employee is. */
@Component
public class ChangeEmployee {

    private final Employees employees;
    private final EmployeeAccess access;
    private final EmployeeCheck check;
    private final EmployeePlaces places;
    private final DomainEventLog events;

    ChangeEmployee(
            Employees employees,
            EmployeeAccess access,
            EmployeeCheck check,
            EmployeePlaces places,
            DomainEventLog events) {
        this.employees = employees;
        this.access = access;
        this.check = check;
        this.places = places;
        this.events = events;
    }

    /**
     * Refused as in {@link EmployeeCheck}.
     *
     * @param version that the change started from
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Employee> change(UUID id, EmployeeDetails details, long version) {
        Employee employee =
                access.requireLocked(Permission.EMPLOYEES_EDIT, id, version).employee();
        Optional<Refusal> refusal = check.refusal(employee.employer(), id, details);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        employee.change(details);
        employees.flush();
        places.refresh(List.of(id));
        events.record(EmployeeEvents.of("employee.changed", employee));
        return Outcome.done(employee);
    }
}
