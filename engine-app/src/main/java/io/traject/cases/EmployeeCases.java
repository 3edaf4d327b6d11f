package io.traject.cases;

import io.traject.access.Permission;
import io.traject.organisation.employees.EmployeeDirectory;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases about an employee, for what is done about one of them. */
@Service
@Transactional(readOnly = true)
public class EmployeeCases {

    private final Cases cases;
    private final EmployeeDirectory employees;

    EmployeeCases(Cases cases, EmployeeDirectory employees) {
        this.cases = cases;
        this.employees = employees;
    }

    /** The open ones, the newest first; none for an actor who may not see them. */
    public List<Case> open(UUID employee) {
        return employees.may(Permission.CASES_VIEW, employee)
                ? cases.findByEmployeeIdAndStateOrderByOpenedAtDescNumberDesc(employee, CaseState.OPEN)
                : List.of();
    }
}
