package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.PrepareReminder;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One reminder. Idempotent under case and reminder: each is written once. */
@Component
class PrepareReminderJob implements JobHandler<PrepareReminderJob.Variables> {

    private final PrepareReminder prepareReminder;

    PrepareReminderJob(PrepareReminder prepareReminder) {
        this.prepareReminder = prepareReminder;
    }

    record Variables(UUID caseId, int reminder) {}

    @Override
    public String jobType() {
        return JobTypes.PREPARE_REMINDER;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        return prepareReminder
                .prepare(job.variables().caseId(), job.variables().reminder())
                .map(mailId -> JobOutcome.completed(Map.of(io.traject.processes.Variables.MAIL_ID, mailId)))
                .orElseGet(JobOutcome::completed);
    }
}
