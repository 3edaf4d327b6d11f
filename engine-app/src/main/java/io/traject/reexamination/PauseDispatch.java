package io.traject.reexamination;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.workers.mail.MailOutbox;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops a dispatch and lets it go on. While it stands still no letter is made and no mail of it leaves, but for the few
 * that were on their way; its process waits, because its jobs ask the batch before they do anything.
 */
@Service
public class PauseDispatch {

    private final Batches batches;
    private final MailOutbox outbox;
    private final DomainEventLog events;
    private final Authorization authorization;
    private final BusinessTime time;

    PauseDispatch(
            Batches batches, MailOutbox outbox, DomainEventLog events, Authorization authorization, BusinessTime time) {
        this.batches = batches;
        this.outbox = outbox;
        this.events = events;
        this.authorization = authorization;
        this.time = time;
    }

    /** @return the batch; a repeat changes nothing; refused with {@code batch-not-dispatching} */
    @Transactional
    public Outcome<Batch> pause(UUID batchId) {
        Batch batch = lock(batchId);
        return settle(batch, batch.pause(authorization.actor(), time.now()), "re-examination.dispatchPaused");
    }

    /** @return the batch; a repeat changes nothing; refused with {@code batch-not-dispatching} */
    @Transactional
    public Outcome<Batch> resume(UUID batchId) {
        Batch batch = lock(batchId);
        return settle(batch, batch.resume(), "re-examination.dispatchResumed");
    }

    private Batch lock(UUID batchId) {
        authorization.require(Permission.RE_EXAMINATION_RUN);
        Batch batch = batches.lockById(batchId).orElseThrow(NotFoundException::new);
        authorization.require(Permission.RE_EXAMINATION_RUN, batch.municipality());
        return batch;
    }

    private Outcome<Batch> settle(Batch batch, Outcome<Boolean> outcome, String event) {
        return switch (outcome) {
            case Outcome.Refused<Boolean>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Boolean>(Boolean changed) -> {
                if (changed) {
                    boolean paused = batch.state() == BatchState.PAUSED;
                    if (paused) {
                        outbox.holdBack(batch.mailGroup());
                    } else {
                        outbox.letGo(batch.mailGroup());
                    }
                    events.record(DomainEvent.change(
                            event,
                            batch.municipality(),
                            batch.id(),
                            null,
                            (paused ? BatchState.DISPATCHING : BatchState.PAUSED).name(),
                            batch.state().name()));
                }
                yield Outcome.done(batch);
            }
        };
    }
}
