package io.traject.reexamination.process;

import io.traject.processes.JobTypes;
import io.traject.reexamination.FinishDispatch;
import io.traject.reexamination.FinishDispatch.Finish;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The end of a dispatch. Idempotent under the batch’s state. */
@Component
class FinishDispatchJob implements JobHandler<FinishDispatchJob.Variables> {

    private final FinishDispatch finishDispatch;

    FinishDispatchJob(FinishDispatch finishDispatch) {
        this.finishDispatch = finishDispatch;
    }

    record Variables(UUID batchId) {}

    @Override
    public String jobType() {
        return JobTypes.FINISH_DISPATCH;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        return switch (finishDispatch.finish(job.variables().batchId())) {
            case Finish.Paused() -> WhilePaused.later();
            case Finish.Finished(var notice) ->
                notice.map(mailId ->
                                JobOutcome.completed(Map.of(io.traject.processes.Variables.NOTICE_MAIL_ID, mailId)))
                        .orElseGet(JobOutcome::completed);
        };
    }
}
