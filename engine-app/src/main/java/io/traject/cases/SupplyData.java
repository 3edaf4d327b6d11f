package io.traject.cases;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.processes.Messages;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what a resident, or somebody for them, supplies, and tells the process when it was waiting for it. */
@Service
public class SupplyData {

    private final CaseDirectory directory;
    private final SuppliedData suppliedData;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final Authorization authorization;
    private final BusinessTime time;

    SupplyData(
            CaseDirectory directory,
            SuppliedData suppliedData,
            DomainEventLog events,
            EngineCommands engine,
            Authorization authorization,
            BusinessTime time) {
        this.directory = directory;
        this.suppliedData = suppliedData;
        this.events = events;
        this.engine = engine;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * @param data named values, as supplied
     * @param documents of at most 25 MB each (E9)
     * @return the case; refused with {@code supplied-data-empty}, or with {@code case-not-open} when it has ended
     */
    @Transactional
    public Outcome<Case> supply(UUID caseId, Map<String, Object> data, List<NewDocument> documents) {
        Case target = directory.get(caseId, Permission.CASES_EDIT);
        if (data.isEmpty() && documents.isEmpty()) {
            return Outcome.refused("supplied-data-empty");
        }
        return switch (target.supplyData()) {
            case Outcome.Refused<Boolean>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Boolean>(Boolean awaited) -> {
                Actor actor = authorization.actor();
                suppliedData.add(caseId, data, documents, actor.displayName(), time.now());
                var event = DomainEvent.ofCase(
                        "re-examination.dataSupplied",
                        target.organisation(),
                        caseId,
                        Map.of("documents", documents.size()));
                events.record(event);
                if (awaited) {
                    engine.publish(
                            List.of(new EngineMessage(Messages.CASE_DATA_SUPPLIED, caseId, event.id(), Map.of())));
                }
                yield Outcome.done(target);
            }
        };
    }
}
