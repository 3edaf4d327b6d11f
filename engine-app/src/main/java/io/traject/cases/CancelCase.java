package io.traject.cases;

import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.UUID;
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

    /** @return the case; refused with {@code case-not-open} when it has ended */
    @Transactional
    public Outcome<Case> cancel(UUID caseId, String reason) {
        Outcome<Case> outcome = directory.get(caseId, Permission.CASES_EDIT).cancel(reason, time.now());
        if (outcome instanceof Outcome.Done<Case>(Case cancelled)) {
            ending.announceCancelled(List.of(cancelled));
        }
        return outcome;
    }
}
