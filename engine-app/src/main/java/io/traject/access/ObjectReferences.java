package io.traject.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How people name objects of a kind, such as cases by their numbers, without naming a person. Rooms contribute theirs as beans. */
public interface ObjectReferences {

    /** As in {@link AuditedObject}, and a {@link FileKind} in lower case. */
    String kind();

    /** The references of these objects, as far as the organisation has them. */
    Map<UUID, String> of(UUID organisation, Set<UUID> ids);

    /** The organisation's object with this reference. */
    Optional<UUID> find(UUID organisation, String reference);
}
