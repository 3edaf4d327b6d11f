package io.traject.workers.engine;

import io.traject.processes.JobTypes;
import io.traject.processes.Variables;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The first job of every process: of two instances about the same thing, only the first goes on. The engine's own
 * de-duplication ends with the life of the start message. Idempotent under the business key. It waits until the instance is
 * committed: a claim of one that is not would keep the real one out.
 */
@Component
class ClaimStart implements JobHandler<ClaimStart.Input> {

    /** They wait for the exporter most of the time. */
    private static final int IN_FLIGHT = 200;

    private static final Duration SOON = Duration.ofMillis(500);

    private final ProcessStarts starts;
    private final CommittedElements committed;

    ClaimStart(ProcessStarts starts, CommittedElements committed) {
        this.starts = starts;
        this.committed = committed;
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
        if (!committed.includes(job)) {
            return JobOutcome.later(SOON, "The engine has not committed this instance yet, or never will");
        }
        var claimed = starts.claim(job.variables().businessKey(), job.processInstanceKey());
        return JobOutcome.completed(Map.of(Variables.CLAIMED, claimed));
    }

    @Override
    public int inFlight() {
        return IN_FLIGHT;
    }

    record Input(UUID businessKey) {}
}
