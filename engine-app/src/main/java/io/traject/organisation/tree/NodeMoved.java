package io.traject.organisation.tree;

import java.util.UUID;

/**
 * A node, with all below it, stands elsewhere in its organisation. Announced in the transaction of the move, for what
 * keeps its own account of what lies where.
 */
public record NodeMoved(UUID node, UUID from, UUID to) {}
