package io.traject.reexamination;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.processes.Messages;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.ProcessStart;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agrees to the contents of a checked batch: its process starts and creates the cases (C4). */
@Service
public class ConfirmBatch {

    private final Batches batches;
    private final MissingTemplates missingTemplates;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final Authorization authorization;
    private final ReExaminationProduct product;

    ConfirmBatch(
            Batches batches,
            MissingTemplates missingTemplates,
            DomainEventLog events,
            EngineCommands engine,
            Authorization authorization,
            ReExaminationProduct product) {
        this.batches = batches;
        this.missingTemplates = missingTemplates;
        this.events = events;
        this.engine = engine;
        this.authorization = authorization;
        this.product = product;
    }

    /**
     * @return the batch; a repeat changes nothing; refused with {@code batch-has-errors}, {@code batch-discarded},
     *     {@code template-missing} (C2) or {@code product-off}
     */
    @Transactional
    public Outcome<Batch> confirm(UUID batchId) {
        authorization.require(Permission.RE_EXAMINATION_RUN);
        Batch batch = batches.lockById(batchId).orElseThrow(NotFoundException::new);
        authorization.require(Permission.RE_EXAMINATION_RUN, batch.municipality());
        if (!product.isOn(batch.municipality())) {
            return Outcome.refused("product-off");
        }
        if (batch.state() == BatchState.CHECKED && !missingTemplates.of(batch).isEmpty()) {
            return Outcome.refused("template-missing");
        }
        return switch (batch.confirm()) {
            case Outcome.Refused<Boolean>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Boolean>(Boolean changed) -> {
                if (changed) {
                    start(batch);
                }
                yield Outcome.done(batch);
            }
        };
    }

    private void start(Batch batch) {
        var event = DomainEvent.change(
                "re-examination.batchConfirmed",
                batch.municipality(),
                batch.id(),
                null,
                BatchState.CHECKED.name(),
                batch.state().name());
        events.record(event);
        engine.start(List.of(new ProcessStart(
                Messages.RE_EXAMINATION_BATCH_CONFIRMED, batch.id(), event.id(), Map.of("batchId", batch.id()))));
    }
}
