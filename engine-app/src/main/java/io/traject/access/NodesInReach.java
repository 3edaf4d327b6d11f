package io.traject.access;

import java.util.Set;
import java.util.UUID;

/** Which nodes there are in parts of the organisation; implemented by the room that keeps it. */
public interface NodesInReach {

    /** The nodes that are one of these parts or lie below one that reaches below itself. */
    Set<UUID> nodes(Set<Reach.Part> parts);
}
