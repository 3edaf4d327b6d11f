package io.traject.triggers.running;

import io.traject.processes.JobTypes;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Does an action of a trigger. Idempotent under firing and position. What keeps failing becomes an incident, and the log of
 * triggers says why.
 */
@Component
class RunActionJob implements JobHandler<RunActionJob.Variables> {

    private final RunAction runAction;
    private final NoteFailure failures;

    RunActionJob(RunAction runAction, NoteFailure failures) {
        this.runAction = runAction;
        this.failures = failures;
    }

    record Variables(UUID firingId, Integer action) {}

    @Override
    public String jobType() {
        return JobTypes.RUN_TRIGGER_ACTION;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        UUID firing = job.variables().firingId();
        int position = job.variables().action();
        try {
            runAction.run(firing, position);
        } catch (RuntimeException e) {
            failures.note(firing, position, e);
            throw e;
        }
        return JobOutcome.completed();
    }
}
