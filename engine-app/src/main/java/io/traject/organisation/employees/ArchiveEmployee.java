package io.traject.organisation.employees;

import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the file of an employee away, and brings it back. */
@Component
public class ArchiveEmployee {

    private final Employees employees;
    private final EmployeeAccess access;
    private final EmployeePlaces places;
    private final DomainEventLog events;
    private final BusinessTime time;

    ArchiveEmployee(
            Employees employees,
            EmployeeAccess access,
            EmployeePlaces places,
            DomainEventLog events,
            BusinessTime time) {
        this.employees = employees;
        this.access = access;
        this.places = places;
        this.events = events;
        this.time = time;
    }

    /** Refused with {@code employee-archived}. */
    @Transactional
    public Outcome<Employee> archive(UUID id, long version) {
        return turn(id, version, "employee.archived", employee -> employee.archive(time.now()));
    }

    @Transactional
    public Outcome<Employee> restore(UUID id, long version) {
        return turn(id, version, "employee.restored", Employee::restore);
    }

    private Outcome<Employee> turn(UUID id, long version, String event, Function<Employee, Outcome<Employee>> change) {
        Employee employee =
                access.requireLocked(Permission.EMPLOYEES_EDIT, id, version).employee();
        Outcome<Employee> outcome = change.apply(employee);
        if (outcome instanceof Outcome.Done<Employee>) {
            employees.flush();
            places.refresh(List.of(id));
            events.record(EmployeeEvents.of(event, employee));
        }
        return outcome;
    }
}
