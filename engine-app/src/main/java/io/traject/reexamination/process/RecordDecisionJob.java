package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.RecordDecision;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The decision of a case. Idempotent under the case’s state and its newest process instance. */
@Component
class RecordDecisionJob implements JobHandler<RecordDecisionJob.Variables> {

    private final RecordDecision recordDecision;

    RecordDecisionJob(RecordDecision recordDecision) {
        this.recordDecision = recordDecision;
    }

    record Variables(UUID caseId, String outcome) {}

    @Override
    public String jobType() {
        return JobTypes.RECORD_DECISION;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        recordDecision.record(
                job.variables().caseId(),
                job.processInstanceKey(),
                job.variables().outcome());
        return JobOutcome.completed();
    }
}
