package io.traject.reexamination;

import io.traject.cases.CaseEnded;
import io.traject.cases.CaseLifeCycle;
import io.traject.workers.engine.ProcessStarts;
import java.util.OptionalLong;
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
    private final ProcessStarts starts;

    RecordDecision(CaseLifeCycle cases, Residents residents, ProcessStarts starts) {
        this.cases = cases;
        this.residents = residents;
        this.starts = starts;
    }

    /** @param processInstanceKey of the process that decided; one from before a reopening decides nothing any more */
    @Transactional
    public void record(UUID caseId, long processInstanceKey, String outcome) {
        if (starts.instanceKey(caseId).equals(OptionalLong.of(processInstanceKey))) {
            cases.close(caseId, outcome);
        }
    }

    /** However a case ends, its place among the open ones is free again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(CaseEnded ended) {
        residents.release(ended.caseId());
    }
}
