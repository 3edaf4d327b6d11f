package io.traject.questionnaires;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Everything that is asked before a questionnaire in a case is changed. */
@Component
class FillingAccess {

    private final CaseDirectory cases;
    private final Fillings fillings;
    private final Authorization authorization;

    FillingAccess(CaseDirectory cases, Fillings fillings, Authorization authorization) {
        this.cases = cases;
        this.fillings = fillings;
        this.authorization = authorization;
    }

    Case caseToEdit(UUID caseId) {
        return cases.get(caseId, Permission.CASES_EDIT);
    }

    /** @throws NotFoundException when the case has no such questionnaire */
    Filling find(UUID caseId, UUID filling) {
        return fillings.findByIdAndCaseId(filling, caseId).orElseThrow(NotFoundException::new);
    }

    void requireMedical(boolean medical, UUID organisation) {
        if (medical) {
            authorization.require(Permission.MEDICAL_VIEW, organisation);
            authorization.require(Permission.MEDICAL_EDIT, organisation);
        }
    }

    /**
     * One to change; refused with {@code case-not-open} or {@code questionnaire-completed}.
     *
     * @param version that the change starts from
     * @throws ObjectOptimisticLockingFailureException when someone else saved since
     */
    Outcome<Filling> toChange(UUID caseId, UUID filling, long version) {
        Case about = caseToEdit(caseId);
        Filling found = find(caseId, filling);
        requireMedical(found.isMedical(), about.organisation());
        if (!about.isOpen()) {
            return Outcome.refused("case-not-open");
        }
        if (found.state() != FillingState.OPEN) {
            return Outcome.refused("questionnaire-completed");
        }
        if (found.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Filling.class, filling);
        }
        return Outcome.done(found);
    }
}
