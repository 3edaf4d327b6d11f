package io.traject.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Names what processes and mails are about, for operators; implemented by the rooms that have such things. */
public interface SubjectNames {

    /** Those of these that the room has, of whichever organisation. */
    List<Named> named(Collection<UUID> ids);

    /**
     * Something by a name that tells nothing about anybody.
     *
     * @param caseId the case that it is, or belongs to
     * @param path of its page, if the actor may see it
     */
    record Named(UUID id, UUID organisation, Optional<UUID> caseId, String name, Optional<String> path) {}
}
