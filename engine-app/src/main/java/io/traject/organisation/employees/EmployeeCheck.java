package io.traject.organisation.employees;

import io.traject.kernel.Bsn;
import io.traject.kernel.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether an employer can have an employee as it is written. */
@Component
class EmployeeCheck {

    private final Employees employees;

    EmployeeCheck(Employees employees) {
        this.employees = employees;
    }

    /**
     * Why not: {@code employee-number-taken} or {@code employee-bsn-taken}, also by somebody whose file is archived or whom
     * the actor doesn't see.
     */
    Optional<Refusal> refusal(UUID employer, UUID employee, EmployeeDetails details) {
        if (employees.existsByEmployerIdAndNumberAndIdNot(employer, details.number(), employee)) {
            return Optional.of(Refusal.of("employee-number-taken", details.number()));
        }
        return details.bsn()
                .map(Bsn::value)
                .filter(bsn -> employees.existsByEmployerIdAndBsnAndIdNot(employer, bsn, employee))
                .map(bsn -> Refusal.of("employee-bsn-taken"));
    }
}
