package io.traject.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Where in the tree the personal files of a kind lie, so that who reads the log for a part of the organisation finds the
 * looks at them; implemented by the room that keeps them. A kind without one lies at the organisation as a whole.
 */
public interface FilePlaces {

    FileKind kind();

    /** The node at which the file lies now; empty when there is no such file, or it lies nowhere in particular. */
    Optional<UUID> placeOf(UUID file);
}
