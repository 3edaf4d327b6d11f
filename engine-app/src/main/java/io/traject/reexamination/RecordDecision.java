package io.traject.reexamination;

import io.traject.cases.CaseEnded;
import io.traject.cases.CaseLifeCycle;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends a re-examination with its decision; the resident may be re-examined for the scheme again. */
@Service
public class RecordDecision {

    private final CaseLifeCycle cases;
    private final Residents residents;

    RecordDecision(CaseLifeCycle cases, Residents residents) {
        this.cases = cases;
        this.residents = residents;
    }

    @Transactional
    public void record(UUID caseId, String outcome) {
        cases.close(caseId, outcome);
    }

    /** However a case ends, its place among the open ones is free again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(CaseEnded ended) {
        residents.release(ended.caseId());
    }
}
