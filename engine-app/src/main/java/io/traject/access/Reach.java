package io.traject.access;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** For which parts of the organisation tree somebody's permissions hold. What lies outside doesn't exist for that person. */
public record Reach(Set<Part> parts) {

    public static final Reach NOWHERE = new Reach(Set.of());

    /**
     * A node of the tree.
     *
     * @param withBelow whether everything below it belongs to the part
     */
    public record Part(UUID node, boolean withBelow) {}

    public Reach {
        parts = Set.copyOf(parts);
    }

    /** A whole organisation: its root and everything below. */
    public static Reach whole(UUID organisation) {
        return new Reach(Set.of(new Part(organisation, true)));
    }

    public boolean isWhole(UUID organisation) {
        return parts.contains(new Part(organisation, true));
    }

    /** Whether the node itself, and not only one above it, is a part. */
    public boolean names(UUID node) {
        return parts.stream().anyMatch(part -> part.node().equals(node));
    }

    /** The nodes that are in reach with everything below them; what queries compare ancestors with. */
    public Set<UUID> withBelow() {
        return nodes(Part::withBelow);
    }

    /** The nodes that are in reach without what lies below them. */
    public Set<UUID> alone() {
        return nodes(Predicate.not(Part::withBelow));
    }

    private Set<UUID> nodes(Predicate<Part> wanted) {
        return parts.stream().filter(wanted).map(Part::node).collect(Collectors.toUnmodifiableSet());
    }
}
