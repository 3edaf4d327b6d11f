package io.traject.cases;

import io.traject.access.Actor;
import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.Authorization;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.processes.Messages;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a delivery into the file of a case, whoever brings it, and tells the process when it was waiting for it. */
@Component
class FileSuppliedData {

    private final SuppliedData suppliedData;
    private final DomainEventLog events;
    private final AuditTrail auditTrail;
    private final EngineCommands engine;
    private final CollectionEnd collectionEnd;
    private final Authorization authorization;
    private final BusinessTime time;

    FileSuppliedData(
            SuppliedData suppliedData,
            DomainEventLog events,
            AuditTrail auditTrail,
            EngineCommands engine,
            CollectionEnd collectionEnd,
            Authorization authorization,
            BusinessTime time) {
        this.suppliedData = suppliedData;
        this.events = events;
        this.auditTrail = auditTrail;
        this.engine = engine;
        this.collectionEnd = collectionEnd;
        this.authorization = authorization;
        this.time = time;
    }

    /** @return the case; refused with {@code case-not-open} when it has ended */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Case> file(Case target, Map<String, Object> data, List<NewDocument> documents) {
        return switch (target.supplyData()) {
            case Outcome.Refused<Boolean>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Boolean>(Boolean awaited) -> {
                Actor actor = authorization.actor();
                suppliedData.add(target.id(), data, documents, actor, time.now());
                UUID event = record(target, documents.size());
                if (awaited) {
                    collectionEnd.announce(target);
                    engine.publish(
                            List.of(new EngineMessage(Messages.CASE_DATA_SUPPLIED, target.id(), event, Map.of())));
                }
                yield Outcome.done(target);
            }
        };
    }

    private UUID record(Case target, int documents) {
        var event = DomainEvent.ofCase(
                "re-examination.dataSupplied", target.organisation(), target.id(), Map.of("documents", documents));
        events.record(event);
        auditTrail.record(Change.of(target.audited(), "supplied").with("documents", null, documents));
        return event.id();
    }
}
