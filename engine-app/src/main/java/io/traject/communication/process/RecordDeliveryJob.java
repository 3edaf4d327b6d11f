package io.traject.communication.process;

import io.traject.communication.RecordDelivery;
import io.traject.processes.JobTypes;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What became of a single mail. Idempotent under the mail’s id: an outcome once noted stays. */
@Component
class RecordDeliveryJob implements JobHandler<RecordDeliveryJob.Variables> {

    private final RecordDelivery recordDelivery;

    RecordDeliveryJob(RecordDelivery recordDelivery) {
        this.recordDelivery = recordDelivery;
    }

    record Variables(UUID mailId) {}

    @Override
    public String jobType() {
        return JobTypes.RECORD_DELIVERY;
    }

    @Override
    public Class<Variables> variables() {
        return Variables.class;
    }

    @Override
    public JobOutcome handle(Job<Variables> job) {
        recordDelivery.record(job.variables().mailId());
        return JobOutcome.completed();
    }
}
