package io.traject.organisation.web;

import io.traject.organisation.tree.NodeDirectory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the organisation in a breadcrumb.
 *
 * @param path of its page; null for what the reader may only see the name of (A16)
 */
record Crumb(String name, @Nullable String path) {

    static List<Crumb> of(List<NodeDirectory.Step> steps) {
        return steps.stream()
                .map(step -> new Crumb(step.name(), step.reachable() ? NodePaths.of(step.kind(), step.id()) : null))
                .toList();
    }
}
