package io.traject.organisation.tree;

import io.traject.access.OrganisationTree;
import io.traject.access.Reach;
import io.traject.kernel.Ids;
import io.traject.testing.TrajectTest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A folder with 1,000 and one with 10,000 nodes in a tree of 100,000: adding, moving, asking for reach. Bare: one update of
 * a row with its commit.
 */
@TrajectTest
class TreeBench {

    private static final int CALLS = Integer.getInteger("bench.calls", 20);

    @Autowired
    Tree tree;

    @Autowired
    OrganisationTree reach;

    @Autowired
    JdbcClient database;

    @Test
    void moving() {
        UUID root = tree.plant(NodeKind.PROVIDER, Ids.next(), "Bench " + UUID.randomUUID())
                .orThrow()
                .id();
        UUID north = add(NodeKind.FOLDER, root, "North");
        UUID south = add(NodeKind.FOLDER, root, "South");
        UUID small = add(NodeKind.FOLDER, north, "Small");
        UUID large = add(NodeKind.FOLDER, north, "Large");
        UUID rest = add(NodeKind.FOLDER, root, "Rest");
        fill(small, root, 10);
        fill(large, root, 100);
        fill(rest, root, 890);
        database.sql("analyze organisation_node").update();
        database.sql("analyze organisation_node_above").update();

        report(
                "bare: update of one row",
                () -> database.sql("update organisation_node set version = version where id = ?")
                        .param(rest)
                        .update());
        report("add a department", () -> addTo(large));
        report("move 1,010 nodes", () -> swap(small, north, south));
        report("move 10,100 nodes", () -> swap(large, north, south));
        UUID department = anyBelow(large);
        report(
                "is a department within reach of 3 parts",
                () -> reach.covers(
                        Set.of(new Reach.Part(small, true), new Reach.Part(rest, true), new Reach.Part(large, true)),
                        department));
    }

    private void swap(UUID node, UUID one, UUID other) {
        Node found = tree.get(node);
        tree.move(node, found.parent().orElseThrow().equals(one) ? other : one, found.version())
                .orThrow();
    }

    private void addTo(UUID folder) {
        UUID employer = tree.children(folder).getFirst().id();
        add(NodeKind.DEPARTMENT, employer, "Department " + UUID.randomUUID());
    }

    private UUID anyBelow(UUID folder) {
        return tree.children(tree.children(folder).getFirst().id()).getFirst().id();
    }

    private UUID add(NodeKind kind, UUID parent, String name) {
        return tree.add(kind, parent, Ids.next(), name).orThrow().id();
    }

    /** Employers with 100 departments each, as their additions would leave them. */
    private void fill(UUID folder, UUID root, int employers) {
        database.sql("""
                        with employer as (
                            insert into organisation_node (id, root_id, parent_id, kind, name, created_at, version)
                            select gen_random_uuid(), :root, :folder, 'EMPLOYER', 'Employer ' || i, now(), 0
                            from generate_series(1, :employers) i returning id, parent_id, root_id),
                        department as (
                            insert into organisation_node (id, root_id, parent_id, kind, name, created_at, version)
                            select gen_random_uuid(), root_id, id, 'DEPARTMENT', 'Department ' || i, now(), 0
                            from employer, generate_series(1, 100) i returning id, parent_id),
                        node as (
                            select id, id as at, 0 as distance from employer
                            union all select id, id, 0 from department
                            union all select id, parent_id, 1 from department
                            union all select e.id, a.ancestor_id, a.distance + 1
                                from employer e join organisation_node_above a on a.node_id = e.parent_id
                            union all select d.id, a.ancestor_id, a.distance + 2
                                from department d join employer e on e.id = d.parent_id
                                    join organisation_node_above a on a.node_id = e.parent_id)
                        insert into organisation_node_above (node_id, ancestor_id, distance) select * from node
                        """)
                .param("root", root)
                .param("folder", folder)
                .param("employers", employers)
                .update();
    }

    private static void report(String what, Runnable call) {
        long[] times = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            call.run();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s | median %.1f ms | slowest %.1f ms%n",
                what,
                times[CALLS / 2] / 1e6,
                times[CALLS - 1] / 1e6);
    }
}
