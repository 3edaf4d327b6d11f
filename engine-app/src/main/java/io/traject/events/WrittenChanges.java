package io.traject.events;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

/** What the current transaction has changed and not yet written; failures are those that use cases know, as at a commit. */
@Repository
class WrittenChanges {

    private final EntityManager entities;

    WrittenChanges(EntityManager entities) {
        this.entities = entities;
    }

    public void flush() {
        entities.flush();
    }
}
