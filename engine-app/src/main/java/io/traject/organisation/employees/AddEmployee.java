package io.traject.organisation.employees;

import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the file of somebody who works for an employer, or will. */
@Component
public class AddEmployee {

    private final Employees employees;
    private final Employments employments;
    private final EmployeeCheck employeeCheck;
    private final EmploymentCheck employmentCheck;
    private final EmployeePlaces places;
    private final DomainEventLog events;
    private final BusinessTime time;

    AddEmployee(
            Employees employees,
            Employments employments,
            EmployeeCheck employeeCheck,
            EmploymentCheck employmentCheck,
            EmployeePlaces places,
            DomainEventLog events,
            BusinessTime time) {
        this.employees = employees;
        this.employments = employments;
        this.employeeCheck = employeeCheck;
        this.employmentCheck = employmentCheck;
        this.places = places;
        this.events = events;
        this.time = time;
    }

    /**
     * Refused as in {@link EmployeeCheck} and {@link EmploymentCheck}.
     *
     * @throws io.traject.kernel.NotFoundException when the workplace is not within the actor's reach
     */
    @Transactional
    public Outcome<Employee> add(UUID employer, EmployeeDetails details, Optional<EmploymentDetails> employment) {
        Node node = employmentCheck.employer(employer, employment.flatMap(EmploymentDetails::workplace));
        Employee employee = new Employee(node.root(), employer, details, time.now());
        Optional<Employment> first = employment.map(given -> new Employment(employee, given, time.now()));
        Optional<Refusal> refusal = employeeCheck
                .refusal(employer, employee.id(), details)
                .or(() -> first.flatMap(one -> employmentCheck.refusal(node, employee.id(), one.id(), one.details())));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        places.holdTree(node.root());
        employees.saveAndFlush(employee);
        first.ifPresent(employments::saveAndFlush);
        places.refresh(List.of(employee.id()));
        events.record(EmployeeEvents.of("employee.added", employee));
        return Outcome.done(employee);
    }
}
