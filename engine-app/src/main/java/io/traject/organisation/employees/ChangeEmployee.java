package io.traject.organisation.employees;

import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher publisher;

    ChangeEmployee(
            Employees employees,
            EmployeeAccess access,
            EmployeeCheck check,
            EmployeePlaces places,
            DomainEventLog events,
            ApplicationEventPublisher publisher) {
        this.employees = employees;
        this.access = access;
        this.check = check;
        this.places = places;
        this.events = events;
        this.publisher = publisher;
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
        EmployeeDetails before = employee.details();
        String formerly = employee.name().sorted();
        employee.change(details);
        employees.flush();
        places.refresh(List.of(id));
        events.record(EmployeeEvents.changed(employee, before, details));
        String name = employee.name().sorted();
        if (!name.equals(formerly)) {
            publisher.publishEvent(new EmployeeRenamed(id, name));
        }
        return Outcome.done(employee);
    }
}
