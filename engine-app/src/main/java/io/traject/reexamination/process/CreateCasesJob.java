package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.CreateCases;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One chunk of cases. Idempotent under the residents’ rows: each gets one case. */
@Component
class CreateCasesJob implements JobHandler<CreateCasesJob.Variables> {

    private final CreateCases createCases;

    CreateCasesJob(CreateCases createCases) {
        this.createCases = createCases;
    }

    record Variables(UUID batchId) {}

    @Override
    public String jobType() {
        return JobTypes.CREATE_CASES;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        boolean allCreated = createCases.createNext(job.variables().batchId());
        return JobOutcome.completed(Map.of(io.traject.processes.Variables.ALL_CREATED, allCreated));
    }
}
