package io.traject.organisation.tree;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import io.traject.testing.TrajectTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens to a tree, it agrees with one that knows only parents and walks up. */
@TrajectTest
class TreeAgainstModelTest {

    private static final int CHANGES = 250;

    @Autowired
    Tree tree;

    @Autowired
    JdbcClient database;

    private final Map<UUID, Part> model = new HashMap<>();
    private final List<UUID> parts = new ArrayList<>();

    /** @param parent null for the root */
    private record Part(UUID parent, NodeKind kind, boolean archived) {}

    private record Above(UUID node, UUID ancestor, int distance) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldKeepWhatLiesAboveWhateverHappens(long seed) {
        var random = new Random(seed);
        UUID root = tree.plant(NodeKind.PROVIDER, Ids.next(), "Provider " + UUID.randomUUID())
                .orThrow()
                .id();
        keep(root, new Part(null, NodeKind.PROVIDER, false));

        for (int change = 0; change < CHANGES; change++) {
            UUID node = parts.get(random.nextInt(parts.size()));
            UUID other = parts.get(random.nextInt(parts.size()));
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> add(NodeKind.values()[2 + random.nextInt(4)], node);
                case 4, 5 -> move(node, other);
                case 6 -> archive(node);
                default -> restore(node);
            }
            if (change % 10 == 0) {
                assertThat(stored(root)).as("seed %d, change %d", seed, change).isEqualTo(expected());
            }
        }
        assertThat(stored(root)).isEqualTo(expected());
        assertThat(archived(root))
                .isEqualTo(parts.stream()
                        .filter(node -> model.get(node).archived())
                        .collect(toSet()));
    }

    private void add(NodeKind kind, UUID parent) {
        UUID id = Ids.next();
        boolean done = done(tree.add(kind, parent, id, kind + " " + id));

        assertThat(done).isEqualTo(mayStandIn(kind, parent));
        if (done) {
            keep(id, new Part(parent, kind, false));
        }
    }

    private void move(UUID node, UUID parent) {
        Part part = model.get(node);
        if (part.parent() == null) {
            return;
        }
        boolean done = done(tree.move(node, parent, tree.get(node).version()));

        assertThat(done)
                .isEqualTo(!part.archived()
                        && !path(parent).contains(node)
                        && mayStandIn(part.kind(), parent)
                        && (!part.kind().isPartOfAnEmployer() || employer(node).equals(employer(parent))));
        if (done) {
            model.put(node, new Part(parent, part.kind(), false));
        }
    }

    private void archive(UUID node) {
        Part part = model.get(node);
        if (part.parent() == null) {
            return;
        }
        boolean holdsEmployers = part.kind() == NodeKind.FOLDER
                && below(node)
                        .map(model::get)
                        .anyMatch(found -> found.kind() == NodeKind.EMPLOYER && !found.archived());

        boolean done = done(tree.archive(node, tree.get(node).version()));

        assertThat(done).isEqualTo(!holdsEmployers);
        if (done && !part.archived()) {
            below(node).toList().forEach(found -> archived(found, true));
        }
    }

    private void restore(UUID node) {
        Part part = model.get(node);
        boolean parentStands =
                part.parent() == null || !model.get(part.parent()).archived();
        Set<UUID> together = part.archived() ? archivedTogetherWith(node) : Set.of();

        boolean done = done(tree.restore(node, tree.get(node).version()));

        assertThat(done).isEqualTo(!part.archived() || parentStands);
        if (done) {
            together.forEach(found -> archived(found, false));
        }
    }

    /** Which moment it was is the tree's own to know. */
    private Set<UUID> archivedTogetherWith(UUID node) {
        Optional<?> moment = tree.get(node).archivedAt();
        return below(node)
                .filter(found -> tree.get(found).archivedAt().equals(moment))
                .collect(toSet());
    }

    private void keep(UUID id, Part part) {
        model.put(id, part);
        parts.add(id);
    }

    private void archived(UUID node, boolean archived) {
        model.computeIfPresent(node, (id, part) -> new Part(part.parent(), part.kind(), archived));
    }

    private boolean mayStandIn(NodeKind kind, UUID parent) {
        Part above = model.get(parent);
        return kind.mayStandIn(above.kind()) && !above.archived();
    }

    private Stream<UUID> below(UUID node) {
        return parts.stream().filter(part -> path(part).contains(node));
    }

    /** From the node up. */
    private List<UUID> path(UUID node) {
        List<UUID> path = new ArrayList<>();
        for (UUID at = node; at != null; at = model.get(at).parent()) {
            path.add(at);
        }
        return path;
    }

    private Optional<UUID> employer(UUID node) {
        return path(node).stream()
                .filter(part -> model.get(part).kind() == NodeKind.EMPLOYER)
                .findFirst();
    }

    private Set<Above> expected() {
        Set<Above> all = new HashSet<>();
        for (UUID node : parts) {
            List<UUID> path = path(node);
            for (int distance = 0; distance < path.size(); distance++) {
                all.add(new Above(node, path.get(distance), distance));
            }
        }
        return all;
    }

    private Set<Above> stored(UUID root) {
        return database.sql("""
                        select a.node_id, a.ancestor_id, a.distance
                        from organisation_node_above a join organisation_node n on n.id = a.node_id
                        where n.root_id = ?
                        """)
                .param(root)
                .query((row, number) -> new Above(
                        row.getObject("node_id", UUID.class),
                        row.getObject("ancestor_id", UUID.class),
                        row.getInt("distance")))
                .set();
    }

    private Set<UUID> archived(UUID root) {
        return database.sql("select id from organisation_node where root_id = ? and archived_at is not null")
                .param(root)
                .query(UUID.class)
                .set();
    }

    private static boolean done(Outcome<Node> outcome) {
        return outcome instanceof Outcome.Done<Node>;
    }
}
