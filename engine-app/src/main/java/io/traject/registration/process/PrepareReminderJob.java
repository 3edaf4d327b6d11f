package io.traject.registration.process;

import io.traject.processes.JobTypes;
import io.traject.registration.PrepareReminder;
import io.traject.registration.PrepareReminder.Prepared;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A reminder of an employer that may rest. Idempotent under the employer and the moment that was waited for. */
@Component("registrationPrepareReminderJob")
class PrepareReminderJob implements JobHandler<PrepareReminderJob.Variables> {

    private final PrepareReminder prepareReminder;

    PrepareReminderJob(PrepareReminder prepareReminder) {
        this.prepareReminder = prepareReminder;
    }

    record Variables(UUID employerId, Instant restsUntil) {}

    @Override
    public String jobType() {
        return JobTypes.PREPARE_EMPLOYER_REMINDER;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        Prepared prepared = prepareReminder.prepare(
                job.variables().employerId(), job.variables().restsUntil());
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put(io.traject.processes.Variables.MAIL_ID, prepared.mail().orElse(null));
        answer.put(
                io.traject.processes.Variables.RESTS_UNTIL,
                prepared.restsUntil().toString());
        return JobOutcome.completed(answer);
    }
}
