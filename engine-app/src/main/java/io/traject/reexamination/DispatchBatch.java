package io.traject.reexamination;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
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

/** Agrees to the counts and the preview: the mails go out and the letters are made (C5). */
@Service
public class DispatchBatch {

    private final Batches batches;
    private final MissingTemplates missingTemplates;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final Authorization authorization;
    private final ReExaminationProduct product;

    DispatchBatch(
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
     * @return the batch; a repeat changes nothing; refused with {@code batch-not-created}, {@code batch-discarded},
     *     {@code template-missing} or {@code product-off}
     */
    @Transactional
    public Outcome<Batch> dispatch(UUID batchId) {
        authorization.require(Permission.RE_EXAMINATION_RUN);
        Batch batch = batches.lockById(batchId).orElseThrow(NotFoundException::new);
        Actor actor = authorization.require(Permission.RE_EXAMINATION_RUN, batch.municipality());
        if (!product.isOn(batch.municipality())) {
            return Outcome.refused("product-off");
        }
        if (batch.state() == BatchState.CREATED && !missingTemplates.of(batch).isEmpty()) {
            return Outcome.refused("template-missing");
        }
        return switch (batch.dispatch(actor)) {
            case Outcome.Refused<Boolean>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Boolean>(Boolean changed) -> {
                if (changed) {
                    tellProcess(batch);
                }
                yield Outcome.done(batch);
            }
        };
    }

    private void tellProcess(Batch batch) {
        var event = DomainEvent.change(
                "re-examination.dispatchAgreed",
                batch.municipality(),
                batch.id(),
                null,
                BatchState.CREATED.name(),
                batch.state().name());
        events.record(event);
        engine.publish(
                List.of(new EngineMessage(Messages.RE_EXAMINATION_DISPATCH_AGREED, batch.id(), event.id(), Map.of())));
    }
}
