package io.traject.agenda;

import io.traject.cases.Case;
import io.traject.cases.CaseType;
import io.traject.cases.EmployeeCases;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** About which of the employee's open cases a request is. */
@Service
@Transactional(readOnly = true)
public class CaseOfRequest {

    private final EmployeeCases cases;

    CaseOfRequest(EmployeeCases cases) {
        this.cases = cases;
    }

    /** Those to choose from, the newest first; none for an actor who may not see cases. */
    public List<Case> open(UUID employee) {
        return cases.open(employee);
    }

    /** The one that a request of a type that prefers this type of case is about. */
    public Optional<Case> fitting(UUID employee, Optional<CaseType> preferred) {
        return preferred.flatMap(type ->
                open(employee).stream().filter(one -> one.type() == type).findFirst());
    }

    /**
     * Refused with {@code consultation-type-without-preferred-case-type}, or with {@code case-not-open-of-employee} for a case
     * that is none of the employee's open ones.
     *
     * @return empty for none
     */
    Outcome<Optional<UUID>> choose(CaseChoice choice, UUID employee, ConsultationType type) {
        return switch (choice) {
            case CaseChoice.None() -> Outcome.done(Optional.empty());
            case CaseChoice.Of(UUID chosen) ->
                open(employee).stream().anyMatch(one -> one.id().equals(chosen))
                        ? Outcome.done(Optional.of(chosen))
                        : Outcome.refused("case-not-open-of-employee");
            case CaseChoice.Preferred() ->
                type.preferredCaseType().isEmpty()
                        ? Outcome.refused("consultation-type-without-preferred-case-type")
                        : Outcome.done(fittingId(employee, type));
            case CaseChoice.Fitting() -> Outcome.done(fittingId(employee, type));
        };
    }

    private Optional<UUID> fittingId(UUID employee, ConsultationType type) {
        return fitting(employee, type.preferredCaseType()).map(Case::id);
    }
}
