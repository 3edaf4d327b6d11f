package io.traject.organisation.api;

import io.traject.organisation.tree.Node;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of an organisation.
 *
 * @param organisationId the municipality or provider in whose tree it stands
 * @param parentId what it stands in; null for an organisation itself
 */
record PartView(
        UUID id,
        String kind,
        String name,
        @Nullable String code,
        UUID organisationId,
        @Nullable UUID parentId,
        boolean archived) {

    static PartView of(Node node) {
        return new PartView(
                node.id(),
                node.kind().code(),
                node.name(),
                node.code().orElse(null),
                node.root(),
                node.parent().orElse(null),
                node.archived());
    }
}
