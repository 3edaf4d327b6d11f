package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.RunRetry;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The end of a retry. Idempotent under the batch’s state. */
@Component
class FinishRetryJob implements JobHandler<FinishRetryJob.Variables> {

    private final RunRetry runRetry;

    FinishRetryJob(RunRetry runRetry) {
        this.runRetry = runRetry;
    }

    record Variables(UUID batchId, UUID retryId) {}

    @Override
    public String jobType() {
        return JobTypes.FINISH_RETRY;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        boolean done =
                runRetry.finish(job.variables().batchId(), job.variables().retryId());
        return done ? JobOutcome.completed() : WhilePaused.later();
    }
}
