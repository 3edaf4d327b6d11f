package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.DiscardBatch;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One chunk of a discarded batch’s cases. Idempotent under the cases’ state. */
@Component
class WithdrawCasesJob implements JobHandler<WithdrawCasesJob.Variables> {

    private final DiscardBatch discardBatch;

    WithdrawCasesJob(DiscardBatch discardBatch) {
        this.discardBatch = discardBatch;
    }

    record Variables(UUID batchId) {}

    @Override
    public String jobType() {
        return JobTypes.WITHDRAW_CASES;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        boolean allWithdrawn = discardBatch.withdrawNext(job.variables().batchId());
        return JobOutcome.completed(Map.of(io.traject.processes.Variables.ALL_WITHDRAWN, allWithdrawn));
    }
}
