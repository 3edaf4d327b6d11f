package io.traject.cases;

import java.util.Optional;
import java.util.UUID;

/** Names the batches with which cases come; implemented by the rooms that have batches. */
public interface BatchLinks {

    /** Empty when the room has no such batch, or the actor may not see it. */
    Optional<BatchLink> find(UUID batchId);

    /**
     * A batch as pages name it.
     *
     * @param path of its page
     */
    record BatchLink(String name, String path) {}
}
