package io.traject.reexamination;

import io.traject.kernel.NotFoundException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All cases of a batch exist; the dispatch may be agreed. */
@Service
public class FinishCreation {

    private final Batches batches;

    FinishCreation(Batches batches) {
        this.batches = batches;
    }

    @Transactional
    public void finish(UUID batchId) {
        batches.lockById(batchId).orElseThrow(NotFoundException::new).finishCreation();
    }
}
