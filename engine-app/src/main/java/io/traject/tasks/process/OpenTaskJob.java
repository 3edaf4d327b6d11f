package io.traject.tasks.process;

import io.traject.processes.JobTypes;
import io.traject.tasks.OpenTask;
import io.traject.workers.engine.CommittedElements;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Start listener of every user task. Idempotent under the element instance key. It waits until the engine has committed the
 * element: a task of one that it has not would stay on the list for ever.
 */
@Component
class OpenTaskJob implements JobHandler<OpenTaskJob.Variables> {

    private static final Duration SOON = Duration.ofMillis(500);

    private final OpenTask openTask;
    private final CommittedElements committed;

    OpenTaskJob(OpenTask openTask, CommittedElements committed) {
        this.openTask = openTask;
        this.committed = committed;
    }

    record Variables(
            @Nullable UUID caseId,
            @Nullable UUID employerId,
            String taskType,
            @Nullable UUID communicationId,
            @Nullable UUID addedTaskId) {

        /** A process is about one thing. */
        UUID subject() {
            return Objects.requireNonNull(caseId == null ? employerId : caseId, "a task about nothing");
        }

        @Nullable
        UUID concerns() {
            return addedTaskId == null ? communicationId : addedTaskId;
        }
    }

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
        if (!committed.includes(job)) {
            return JobOutcome.later(SOON, "The engine has not committed this user task yet, or never will");
        }
        openTask.open(
                job.elementInstanceKey(),
                job.variables().taskType(),
                job.variables().subject(),
                job.variables().concerns());
        return JobOutcome.completed();
    }
}
