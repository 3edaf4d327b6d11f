package io.traject.organisation.web;

import io.traject.organisation.tree.NodeKind;
import java.util.UUID;

/** The page of each node. */
final class NodePaths {

    private NodePaths() {}

    static String of(NodeKind kind, UUID id) {
        return switch (kind) {
            case PROVIDER, MUNICIPALITY, FOLDER -> "/organisation/" + id;
            case EMPLOYER -> "/employers/" + id;
            case ESTABLISHMENT -> "/establishments/" + id;
            case DEPARTMENT -> "/departments/" + id;
        };
    }
}
