package io.traject.reexamination;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.CaseLifeCycle;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.processes.Messages;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a batch up before its dispatch; the cases that it has made are withdrawn, a chunk at a time (C5). */
@Service
public class DiscardBatch {

    private static final int CHUNK = 200;
    private static final String REASON = "batch-discarded";

    private final Batches batches;
    private final CaseLifeCycle cases;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final Authorization authorization;

    DiscardBatch(
            Batches batches,
            CaseLifeCycle cases,
            DomainEventLog events,
            EngineCommands engine,
            Authorization authorization) {
        this.batches = batches;
        this.cases = cases;
        this.events = events;
        this.engine = engine;
        this.authorization = authorization;
    }

    /** @return the batch; a repeat changes nothing; refused with {@code batch-dispatched} */
    @Transactional
    public Outcome<Batch> discard(UUID batchId) {
        authorization.require(Permission.RE_EXAMINATION_RUN);
        Batch batch = batches.lockById(batchId).orElseThrow(NotFoundException::new);
        authorization.require(Permission.RE_EXAMINATION_RUN, batch.municipality());
        return switch (batch.discard()) {
            case Outcome.Refused<BatchState>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<BatchState>(BatchState before) -> {
                if (before != BatchState.DISCARDED) {
                    announce(batch, before);
                }
                yield Outcome.done(batch);
            }
        };
    }

    private void announce(Batch batch, BatchState before) {
        var event = DomainEvent.change(
                "re-examination.batchDiscarded",
                batch.municipality(),
                batch.id(),
                null,
                before.name(),
                batch.state().name());
        events.record(event);
        if (before == BatchState.CREATING || before == BatchState.CREATED) {
            engine.publish(List.of(
                    new EngineMessage(Messages.RE_EXAMINATION_BATCH_DISCARDED, batch.id(), event.id(), Map.of())));
        }
    }

    /** @return whether all cases of the batch are withdrawn */
    @Transactional
    public boolean withdrawNext(UUID batchId) {
        return cases.withdraw(batchId, CHUNK, REASON);
    }
}
