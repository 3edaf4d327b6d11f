package io.traject.workers.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends starts again that no process has claimed a while after the engine took them. */
@Component
class ReconcileStarts {

    private static final Logger log = LoggerFactory.getLogger(ReconcileStarts.class);
    private static final Duration OVERDUE = Duration.ofMinutes(10);

    private final ProcessStarts starts;
    private final QueuedEngineCommands commands;
    private final TransactionTemplate transaction;

    ReconcileStarts(ProcessStarts starts, QueuedEngineCommands commands, TransactionTemplate transaction) {
        this.starts = starts;
        this.commands = commands;
        this.transaction = transaction;
    }

    void resendUnclaimed() {
        int resent = 0;
        int chunk;
        do {
            chunk = transaction.execute(status -> resendChunk());
            resent += chunk;
        } while (chunk == QueuedEngineCommands.CHUNK);
        if (resent > 0) {
            log.warn("Sent {} starts again that no process had claimed within {}", resent, OVERDUE);
        }
    }

    private int resendChunk() {
        var unclaimed = starts.takeUnclaimed(OVERDUE, QueuedEngineCommands.CHUNK);
        commands.sendStarts(unclaimed);
        return unclaimed.size();
    }
}
