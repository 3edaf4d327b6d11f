package io.traject.organisation.web;

import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeDirectory;
import io.traject.organisation.tree.NodeKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node on a page.
 *
 * @param path of its own page
 * @param above the names of all above it, from the root down; empty where they stand elsewhere on the page
 */
record NodeView(
        UUID id,
        NodeKind kind,
        String name,
        @Nullable String code,
        boolean archived,
        long version,
        String path,
        List<String> above) {

    static NodeView of(Node node) {
        return of(node, List.of());
    }

    static NodeView of(NodeDirectory.Placed placed) {
        return of(placed.node(), placed.above());
    }

    private static NodeView of(Node node, List<String> above) {
        return new NodeView(
                node.id(),
                node.kind(),
                node.name(),
                node.code().orElse(null),
                node.archived(),
                node.version(),
                NodePaths.of(node.kind(), node.id()),
                List.copyOf(above));
    }

    /** Where it stands, in one line. */
    public String place() {
        return String.join(" › ", above);
    }
}
