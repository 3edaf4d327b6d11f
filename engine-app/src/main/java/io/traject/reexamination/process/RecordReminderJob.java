package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.RecordReminder;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What became of one reminder. Idempotent under the mail’s state in the case’s file. */
@Component
class RecordReminderJob implements JobHandler<RecordReminderJob.Variables> {

    private final RecordReminder recordReminder;

    RecordReminderJob(RecordReminder recordReminder) {
        this.recordReminder = recordReminder;
    }

    record Variables(UUID mailId) {}

    @Override
    public String jobType() {
        return JobTypes.RECORD_REMINDER;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        recordReminder.record(job.variables().mailId());
        return JobOutcome.completed();
    }
}
