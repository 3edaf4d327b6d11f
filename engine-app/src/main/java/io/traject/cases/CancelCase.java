package io.traject.cases;

import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels a case that was wrongly started (A7): it and its process end, its tasks are withdrawn. */
@Service
public class CancelCase {

    private final CaseDirectory directory;
    private final CaseEnding ending;
    private final BusinessTime time;

    CancelCase(CaseDirectory directory, CaseEnding ending, BusinessTime time) {
        this.directory = directory;
        this.ending = ending;
        this.time = time;
    }

    /**
     * @param seen the version that the actor decided on; empty when that doesn't matter
     * @return the case; refused with {@code case-not-open} when it has ended
     * @throws OptimisticLockingFailureException when the case has changed since
     */
    @Transactional
    public Outcome<Case> cancel(UUID caseId, String reason, OptionalLong seen) {
        Case target = directory.get(caseId, Permission.CASES_CANCEL);
        if (seen.isPresent() && seen.getAsLong() != target.version()) {
            throw new ObjectOptimisticLockingFailureException(Case.class, caseId);
        }
        Outcome<Case> outcome = target.cancel(reason.strip(), time.now());
        if (outcome instanceof Outcome.Done<Case>(Case cancelled)) {
            ending.announceCancelled(List.of(cancelled));
        }
        return outcome;
    }
}
