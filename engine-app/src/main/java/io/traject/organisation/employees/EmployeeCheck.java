package io.traject.organisation.employees;

import io.traject.kernel.Bsn;
import io.traject.kernel.NameClaims;
import io.traject.kernel.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether an employer can have an employee as it is written. */
@Component
class EmployeeCheck {

    private final Employees employees;
    private final NameClaims claims;

    EmployeeCheck(Employees employees, NameClaims claims) {
        this.employees = employees;
        this.claims = claims;
    }

    /**
     * Why not: {@code employee-number-taken} or {@code employee-bsn-taken}, also by somebody whose file is archived or whom
     * the actor doesn't see. Who wants the same number or BSN at the same instant waits until this transaction has ended.
     */
    Optional<Refusal> refusal(UUID employer, UUID employee, EmployeeDetails details) {
        claims.claim("employee-number", employer + " " + details.number());
        details.bsn().ifPresent(bsn -> claims.claim("employee-bsn", employer + " " + bsn.value()));
        if (employees.existsByEmployerIdAndNumberAndIdNot(employer, details.number(), employee)) {
            return Optional.of(Refusal.of("employee-number-taken", details.number()));
        }
        return details.bsn()
                .map(Bsn::value)
                .filter(bsn -> employees.existsByEmployerIdAndBsnAndIdNot(employer, bsn, employee))
                .map(bsn -> Refusal.of("employee-bsn-taken"));
    }
}
