package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.FinishCreation;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All cases are there. Idempotent under the batch’s state. */
@Component
class FinishCreationJob implements JobHandler<FinishCreationJob.Variables> {

    private final FinishCreation finishCreation;

    FinishCreationJob(FinishCreation finishCreation) {
        this.finishCreation = finishCreation;
    }

    record Variables(UUID batchId) {}

    @Override
    public String jobType() {
        return JobTypes.FINISH_CREATION;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        finishCreation.finish(job.variables().batchId());
        return JobOutcome.completed();
    }
}
