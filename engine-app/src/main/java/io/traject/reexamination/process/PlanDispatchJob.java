package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.PlanDispatch;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Places and ranges. Idempotent under the residents’ rows: a place once given stays. */
@Component
class PlanDispatchJob implements JobHandler<PlanDispatchJob.Variables> {

    private final PlanDispatch planDispatch;

    PlanDispatchJob(PlanDispatch planDispatch) {
        this.planDispatch = planDispatch;
    }

    record Variables(UUID batchId) {}

    @Override
    public String jobType() {
        return JobTypes.PLAN_DISPATCH;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        return JobOutcome.completed(Map.of(
                io.traject.processes.Variables.RANGES,
                planDispatch.plan(job.variables().batchId())));
    }
}
