package io.traject.registration.process;

import io.traject.organisation.employers.RegisterEmployer;
import io.traject.processes.JobTypes;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether an employer is registered in full. Idempotent under the employer: it is judged as it is now. */
@Component
class CheckRegistrationJob implements JobHandler<CheckRegistrationJob.Variables> {

    private final RegisterEmployer registerEmployer;

    CheckRegistrationJob(RegisterEmployer registerEmployer) {
        this.registerEmployer = registerEmployer;
    }

    record Variables(UUID employerId) {}

    @Override
    public String jobType() {
        return JobTypes.CHECK_REGISTRATION;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        return JobOutcome.completed(Map.of(
                io.traject.processes.Variables.COMPLETE,
                registerEmployer.check(job.variables().employerId())));
    }
}
