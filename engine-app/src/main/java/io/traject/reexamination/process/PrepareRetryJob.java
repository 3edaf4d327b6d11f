package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.PlanDispatch;
import io.traject.reexamination.PrepareInvitations;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What failed, made again for one range. Idempotent under the communication that failed: each is repeated once. */
@Component
class PrepareRetryJob implements JobHandler<PrepareRetryJob.Variables> {

    private final PrepareInvitations prepareInvitations;

    PrepareRetryJob(PrepareInvitations prepareInvitations) {
        this.prepareInvitations = prepareInvitations;
    }

    record Variables(UUID batchId, UUID retryId, PlanDispatch.Range range) {}

    @Override
    public String jobType() {
        return JobTypes.PREPARE_RETRY;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        Variables range = job.variables();
        boolean done = prepareInvitations.prepareRetry(
                range.batchId(),
                range.retryId(),
                range.range().from(),
                range.range().to());
        return done ? JobOutcome.completed() : WhilePaused.later();
    }
}
