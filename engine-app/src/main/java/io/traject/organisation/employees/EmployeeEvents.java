package io.traject.organisation.employees;

import io.traject.events.DomainEvent;
import io.traject.kernel.Ids;
import java.util.Map;

/** What the log of events says of employees: ids only. */
final class EmployeeEvents {

    private EmployeeEvents() {}

    static DomainEvent of(String type, Employee employee) {
        return event(type, employee, Map.of("employerId", employee.employer().toString()));
    }

    static DomainEvent of(String type, Employee employee, Employment employment) {
        return event(
                type,
                employee,
                Map.of(
                        "employerId", employee.employer().toString(),
                        "employmentId", employment.id().toString()));
    }

    private static DomainEvent event(String type, Employee employee, Map<String, Object> facts) {
        return new DomainEvent(Ids.next(), type, employee.organisation(), employee.id(), null, null, null, facts);
    }
}
