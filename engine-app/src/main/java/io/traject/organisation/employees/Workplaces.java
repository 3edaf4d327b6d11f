package io.traject.organisation.employees;

import io.traject.access.Reach;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Nodes whose employees are wanted, none of them below another with all that is below it.
 *
 * @param withBelow with the employees of everything below them
 * @param alone with those who work there and not in something below
 */
record Workplaces(Set<UUID> withBelow, Set<UUID> alone) {

    Workplaces {
        withBelow = Set.copyOf(withBelow);
        alone = Set.copyOf(alone);
    }

    /** @param above each node of the reach with all that lie above it, and itself */
    static Workplaces of(Reach reach, Map<UUID, Set<UUID>> above) {
        return new Workplaces(
                reach.withBelow().stream()
                        .filter(node -> !covered(without(node, above), reach.withBelow()))
                        .collect(Collectors.toSet()),
                reach.alone().stream()
                        .filter(node -> !covered(above.getOrDefault(node, Set.of()), reach.withBelow()))
                        .collect(Collectors.toSet()));
    }

    /** Those of them that lie at a node or below it. @param above as in {@link #of}, with the node */
    Workplaces at(UUID node, Map<UUID, Set<UUID>> above) {
        if (covered(above.getOrDefault(node, Set.of()), withBelow)) {
            return new Workplaces(Set.of(node), Set.of());
        }
        return new Workplaces(below(withBelow, node, above), below(alone, node, above));
    }

    boolean none() {
        return withBelow.isEmpty() && alone.isEmpty();
    }

    Set<UUID> all() {
        Set<UUID> all = new HashSet<>(withBelow);
        all.addAll(alone);
        return all;
    }

    private static Set<UUID> below(Collection<UUID> nodes, UUID node, Map<UUID, Set<UUID>> above) {
        return nodes.stream()
                .filter(one -> above.getOrDefault(one, Set.of()).contains(node))
                .collect(Collectors.toSet());
    }

    private static boolean covered(Set<UUID> above, Set<UUID> withBelow) {
        return above.stream().anyMatch(withBelow::contains);
    }

    private static Set<UUID> without(UUID node, Map<UUID, Set<UUID>> above) {
        Set<UUID> others = new HashSet<>(above.getOrDefault(node, Set.of()));
        others.remove(node);
        return others;
    }
}
