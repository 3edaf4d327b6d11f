package io.traject.organisation.tree;

import io.traject.access.Reach;
import java.util.Map;
import java.util.UUID;

/**
 * The condition that a node lies within somebody's reach, for the queries of every list of what lies in the tree. It looks
 * at each row, so it suits registers of which a tree holds no more than some hundred thousands.
 */
public record WithinReach(Reach reach) {

    /**
     * SQL that holds or doesn't, and is never null; it names the {@link #parameters}.
     *
     * @param node the id of a node, such as {@code n.parent_id}
     */
    public String condition(String node) {
        return """
                (exists (select from organisation_node_above reached
                        where reached.node_id = %1$s and reached.ancestor_id = any(:withBelow))
                    or coalesce(%1$s = any(:alone), false))
                """.formatted(node);
    }

    public Map<String, Object> parameters() {
        return Map.of(
                "withBelow", reach.withBelow().toArray(UUID[]::new),
                "alone", reach.alone().toArray(UUID[]::new));
    }
}
