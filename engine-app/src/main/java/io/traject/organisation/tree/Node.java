package io.traject.organisation.tree;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of an organisation.
 *
 * @param id also that of the employer, establishment, ... that it is
 * @param root the organisation
 * @param parent empty for the root itself
 * @param name one line
 * @param code by which the employer's own administration knows it
 * @param archivedAt when it was put away
 * @param version for optimistic locking
 */
public record Node(
        UUID id,
        UUID root,
        Optional<UUID> parent,
        NodeKind kind,
        String name,
        Optional<String> code,
        Optional<Instant> archivedAt,
        Instant createdAt,
        long version) {

    public static final int MAX_NAME_LENGTH = 200;
    public static final int MAX_CODE_LENGTH = 50;

    public boolean archived() {
        return archivedAt.isPresent();
    }
}
