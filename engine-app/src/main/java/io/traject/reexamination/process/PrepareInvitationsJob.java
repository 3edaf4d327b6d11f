package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.PlanDispatch;
import io.traject.reexamination.PrepareInvitations;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The mails and letters of one range. Idempotent under case, kind and channel: each is made once. */
@Component
class PrepareInvitationsJob implements JobHandler<PrepareInvitationsJob.Variables> {

    private final PrepareInvitations prepareInvitations;

    PrepareInvitationsJob(PrepareInvitations prepareInvitations) {
        this.prepareInvitations = prepareInvitations;
    }

    record Variables(UUID batchId, PlanDispatch.Range range) {}

    @Override
    public String jobType() {
        return JobTypes.PREPARE_INVITATIONS;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        Variables range = job.variables();
        boolean done = prepareInvitations.prepare(
                range.batchId(), range.range().from(), range.range().to());
        return done ? JobOutcome.completed() : WhilePaused.later();
    }
}
