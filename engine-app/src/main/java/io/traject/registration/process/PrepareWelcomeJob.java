package io.traject.registration.process;

import io.traject.processes.JobTypes;
import io.traject.registration.PrepareWelcome;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The welcome of an employer. Idempotent under the employer: the mail is written once. */
@Component
class PrepareWelcomeJob implements JobHandler<PrepareWelcomeJob.Variables> {

    private final PrepareWelcome prepareWelcome;

    PrepareWelcomeJob(PrepareWelcome prepareWelcome) {
        this.prepareWelcome = prepareWelcome;
    }

    record Variables(UUID employerId) {}

    @Override
    public String jobType() {
        return JobTypes.PREPARE_WELCOME;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        return prepareWelcome
                .prepare(job.variables().employerId())
                .map(mailId -> JobOutcome.completed(Map.of(io.traject.processes.Variables.MAIL_ID, mailId)))
                .orElseGet(JobOutcome::completed);
    }
}
