package io.traject.reexamination;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything of a dispatch is out or has failed: who asked for it is told by mail where the letters are. */
@Service
public class FinishDispatch {

    private final Batches batches;
    private final DispatchNotice notice;
    private final BusinessTime time;

    FinishDispatch(Batches batches, DispatchNotice notice, BusinessTime time) {
        this.batches = batches;
        this.notice = notice;
        this.time = time;
    }

    /** What the end of a dispatch led to. */
    public sealed interface Finish {

        /** @param notice the mail to be sent, when there is an address for it; a repeat answers the same one */
        record Finished(Optional<UUID> notice) implements Finish {}

        /** The dispatch is paused: nothing more leaves, the notice neither. */
        record Paused() implements Finish {}
    }

    @Transactional
    public Finish finish(UUID batchId) {
        Batch batch = batches.lockById(batchId).orElseThrow(NotFoundException::new);
        if (batch.state() == BatchState.PAUSED && batch.retry().isEmpty()) {
            return new Finish.Paused();
        }
        boolean first = batch.isInFirstDispatch();
        batch.finishDispatch(time.now());
        return new Finish.Finished(first ? notice.write(batch) : notice.written(batch));
    }
}
