package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.PlanDispatch;
import io.traject.reexamination.RecordInvitations;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What became of one range of a retry. Idempotent under the cases’ stage. */
@Component
class RecordRetryJob implements JobHandler<RecordRetryJob.Variables> {

    private final RecordInvitations recordInvitations;

    RecordRetryJob(RecordInvitations recordInvitations) {
        this.recordInvitations = recordInvitations;
    }

    record Variables(UUID retryId, PlanDispatch.Range range) {}

    @Override
    public String jobType() {
        return JobTypes.RECORD_RETRY;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        Variables range = job.variables();
        recordInvitations.recordRetry(
                range.retryId(), range.range().from(), range.range().to());
        return JobOutcome.completed();
    }
}
