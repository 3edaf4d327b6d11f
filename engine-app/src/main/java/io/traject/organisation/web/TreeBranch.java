package io.traject.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node in the tree browser.
 *
 * @param toggle the page with this node opened, or closed; null when nothing stands in it
 * @param below what stands in it, when it is open
 * @param more how much stands in it beyond that
 */
record TreeBranch(NodeView node, boolean open, @Nullable String toggle, List<TreeBranch> below, long more) {}
