package io.traject.cases;

import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a case that no process runs: for a person, or for the system. Its open tasks are withdrawn. */
@Service
public class CloseCase {

    private final CaseDirectory directory;
    private final CaseEnding ending;
    private final BusinessTime time;

    CloseCase(CaseDirectory directory, CaseEnding ending, BusinessTime time) {
        this.directory = directory;
        this.ending = ending;
        this.time = time;
    }

    /**
     * @param seen the version that the actor decided on; empty when that doesn't matter
     * @return the case; refused with {@code case-not-open} when it has ended, or {@code case-run-by-process}
     * @throws OptimisticLockingFailureException when the case has changed since
     */
    @Transactional
    public Outcome<Case> close(UUID caseId, CaseResult result, OptionalLong seen) {
        Case target = directory.get(caseId, Permission.CASES_EDIT);
        if (seen.isPresent() && seen.getAsLong() != target.version()) {
            throw new ObjectOptimisticLockingFailureException(Case.class, caseId);
        }
        if (!target.type().isAboutEmployee()) {
            return Outcome.refused("case-run-by-process");
        }
        Outcome<Case> outcome = target.close(result.code(), time.now());
        if (outcome instanceof Outcome.Done<Case>(Case closed)) {
            ending.announceClosed(closed);
        }
        return outcome;
    }
}
