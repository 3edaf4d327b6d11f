package io.traject.cases;

import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a case about an employee: for a person from the employee's file, or for the system. */
@Service
public class OpenEmployeeCase {

    private final Cases cases;
    private final CaseNumbers numbers;
    private final EmployeeDirectory employees;
    private final DomainEventLog events;
    private final BusinessTime time;

    OpenEmployeeCase(
            Cases cases, CaseNumbers numbers, EmployeeDirectory employees, DomainEventLog events, BusinessTime time) {
        this.cases = cases;
        this.numbers = numbers;
        this.employees = employees;
        this.events = events;
        this.time = time;
    }

    /**
     * @return the case, which may have been opened before; refused with {@code employee-archived}, or with {@code
     *     final-day-past}
     * @throws NotFoundException when there is no such employee within reach
     */
    @Transactional
    public Outcome<Case> open(NewEmployeeCase opened) {
        Employee about = employees.get(Permission.CASES_EDIT, opened.employee());
        return cases.findById(opened.id())
                .map(before -> {
                    if (!before.employee().filter(about.id()::equals).isPresent()) {
                        throw new NotFoundException();
                    }
                    return Outcome.done(before);
                })
                .orElseGet(() -> open(opened, about));
    }

    private Outcome<Case> open(NewEmployeeCase opened, Employee about) {
        if (about.isArchived()) {
            return Outcome.refused("employee-archived", about.name().full());
        }
        if (opened.finalDay().isBefore(time.today())) {
            return Outcome.refused("final-day-past");
        }
        Case made = cases.saveAndFlush(
                new Case(opened, numbers.ofEmployee(), about, time.endOf(opened.finalDay()), time.now()));
        events.record(CaseEvents.opened(made));
        return Outcome.done(made);
    }
}
