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

    /** @return the mail to be sent, when there is an address for it; a repeat answers the same one */
    @Transactional
    public Optional<UUID> finish(UUID batchId) {
        Batch batch = batches.lockById(batchId).orElseThrow(NotFoundException::new);
        boolean first = batch.state() == BatchState.DISPATCHING;
        batch.finishDispatch(time.now());
        return first ? notice.write(batch) : notice.written(batch);
    }
}
