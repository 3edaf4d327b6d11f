package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.RunRetry;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The ranges of a retry. Idempotent: its items stand. */
@Component
class PlanRetryJob implements JobHandler<PlanRetryJob.Variables> {

    private final RunRetry runRetry;

    PlanRetryJob(RunRetry runRetry) {
        this.runRetry = runRetry;
    }

    record Variables(UUID retryId) {}

    @Override
    public String jobType() {
        return JobTypes.PLAN_RETRY;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        return JobOutcome.completed(Map.of(
                io.traject.processes.Variables.RANGES,
                runRetry.plan(job.variables().retryId())));
    }
}
