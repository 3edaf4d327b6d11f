package io.traject.access;

import java.util.Set;
import java.util.UUID;

/** What lies below what; implemented by the room that keeps the organisation. */
public interface OrganisationTree {

    /** Whether the node is one of these parts or lies below one that reaches below itself. An unknown node is in none. */
    boolean covers(Set<Reach.Part> parts, UUID node);
}
