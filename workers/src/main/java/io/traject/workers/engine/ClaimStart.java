package io.traject.workers.engine;

import io.traject.processes.JobTypes;
import io.traject.processes.Variables;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The first job of every process: of two instances about the same thing, only the first goes on. The engine's own
 * de-duplication ends with the life of the start message. Idempotent under the business key.
 */
@Component
class ClaimStart implements JobHandler<ClaimStart.Input> {

    private final ProcessStarts starts;

    ClaimStart(ProcessStarts starts) {
        this.starts = starts;
    }

    @Override
    public String jobType() {
        return JobTypes.CLAIM_START;
    }

    @Override
    public Class<Input> variables() {
        return Input.class;
    }

    @Override
    public JobOutcome handle(Job<Input> job) {
        var claimed = starts.claim(job.variables().businessKey(), job.processInstanceKey());
        return JobOutcome.completed(Map.of(Variables.CLAIMED, claimed));
    }

    record Input(UUID businessKey) {}
}
