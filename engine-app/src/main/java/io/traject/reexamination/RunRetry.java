package io.traject.reexamination;

import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The beginning and the end of a retry. */
@Service
public class RunRetry {

    /** Fewer than in a first dispatch: so often the progress shows. */
    private static final int RANGE = 50;

    private final Batches batches;
    private final RetryItems items;

    RunRetry(Batches batches, RetryItems items) {
        this.batches = batches;
        this.items = items;
    }

    public List<PlanDispatch.Range> plan(UUID retryId) {
        return PlanDispatch.ranges(items.count(retryId), RANGE);
    }

    /** @return whether it is finished; false while the dispatch is paused */
    @Transactional
    public boolean finish(UUID batchId, UUID retryId) {
        Batch batch = batches.lockById(batchId).orElseThrow(NotFoundException::new);
        if (batch.state() == BatchState.PAUSED) {
            return false;
        }
        batch.finishRetry(retryId);
        return true;
    }
}
