package io.traject.reexamination;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.reexamination.RetryItems.LeftBehind;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.ProcessStart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites residents of a dispatched batch again who were left behind: letters that could not be made, mails that were
 * refused (C6). By the way on which they were reached, nobody is written to twice.
 */
@Service
public class RetryBatch {

    private final Batches batches;
    private final RetryItems items;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final Authorization authorization;

    RetryBatch(
            Batches batches,
            RetryItems items,
            DomainEventLog events,
            EngineCommands engine,
            Authorization authorization) {
        this.batches = batches;
        this.items = items;
        this.events = events;
        this.engine = engine;
        this.authorization = authorization;
    }

    /**
     * @param rows of the spreadsheet; empty for all that can be retried
     * @return the batch, which is being dispatched again; refused with {@code batch-not-dispatched},
     *     {@code batch-being-dispatched}, {@code batch-discarded}, {@code rows-not-retryable} or {@code nothing-to-retry}
     */
    @Transactional
    public Outcome<Batch> retry(UUID batchId, Optional<Set<Integer>> rows) {
        authorization.require(Permission.RE_EXAMINATION_RUN);
        Batch batch = batches.lockById(batchId).orElseThrow(NotFoundException::new);
        authorization.require(Permission.RE_EXAMINATION_RUN, batch.municipality());
        List<LeftBehind> retryable =
                items.leftBehind(batchId).stream().filter(LeftBehind::retryable).toList();
        Set<Integer> unfit = new TreeSet<>(rows.orElse(Set.of()));
        unfit.removeAll(retryable.stream().map(LeftBehind::rowNumber).collect(Collectors.toSet()));
        if (batch.state() == BatchState.DISPATCHED && !unfit.isEmpty()) {
            return Outcome.refused(
                    "rows-not-retryable", unfit.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        List<Integer> chosen = retryable.stream()
                .filter(row -> rows.isEmpty() || rows.get().contains(row.rowNumber()))
                .map(LeftBehind::rowIndex)
                .toList();
        if (batch.state() == BatchState.DISPATCHED && chosen.isEmpty()) {
            return Outcome.refused("nothing-to-retry");
        }
        UUID retryId = Ids.next();
        return switch (batch.retry(retryId)) {
            case Outcome.Refused<Boolean>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Boolean> done -> {
                items.add(retryId, batchId, chosen);
                start(batch, retryId, chosen.size());
                yield Outcome.done(batch);
            }
        };
    }

    private void start(Batch batch, UUID retryId, int residents) {
        var event = new DomainEvent(
                Ids.next(),
                "re-examination.retryRequested",
                batch.municipality(),
                batch.id(),
                null,
                Map.of("state", BatchState.DISPATCHED.name()),
                Map.of("state", batch.state().name()),
                Map.of("retryId", retryId, "residents", residents));
        events.record(event);
        engine.start(List.of(new ProcessStart(
                Messages.RE_EXAMINATION_RETRY_REQUESTED,
                retryId,
                event.id(),
                Map.of(Variables.RETRY_ID, retryId, Variables.BATCH_ID, batch.id()))));
    }
}
