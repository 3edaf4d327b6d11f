package io.traject.tasks.process;

import io.traject.processes.JobTypes;
import io.traject.tasks.OpenTask;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Start listener of every user task. Idempotent under the element instance key. */
@Component
class OpenTaskJob implements JobHandler<OpenTaskJob.Variables> {

    private final OpenTask openTask;

    OpenTaskJob(OpenTask openTask) {
        this.openTask = openTask;
    }

    record Variables(UUID caseId, String taskType) {}

    @Override
    public String jobType() {
        return JobTypes.OPEN_TASK;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        openTask.open(
                job.elementInstanceKey(),
                job.variables().taskType(),
                job.variables().caseId());
        return JobOutcome.completed();
    }
}
