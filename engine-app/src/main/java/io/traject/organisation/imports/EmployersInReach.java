package io.traject.organisation.imports;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.organisation.employees.JobFunction;
import io.traject.organisation.employees.KeepJobFunctions;
import io.traject.organisation.imports.PlannedTree.Part;
import io.traject.organisation.imports.PlannedTree.Ref;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.WithinReach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The employers of which something lies within the actor's reach, with their parts and job functions. */
@Component
@Transactional(readOnly = true)
class EmployersInReach {

    private final JdbcClient database;
    private final KeepJobFunctions jobFunctions;
    private final Authorization authorization;

    EmployersInReach(JdbcClient database, KeepJobFunctions jobFunctions, Authorization authorization) {
        this.database = database;
        this.jobFunctions = jobFunctions;
        this.authorization = authorization;
    }

    /** An employer as its own rows name it. */
    record Entry(UUID id, String name, Optional<String> code) {}

    public List<Entry> all(UUID organisation) {
        WithinReach reach = new WithinReach(authorization.reach(Permission.ORGANISATION_IMPORT));
        return database.sql("""
                        select e.id, e.name, e.code from organisation_node e
                        where e.root_id = :organisation and e.kind = 'EMPLOYER' and e.archived_at is null
                            and exists (select from organisation_node_above below
                                where below.ancestor_id = e.id and %s)
                        """.formatted(reach.condition("below.node_id")))
                .params(reach.parameters())
                .param("organisation", organisation)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("code"))))
                .list();
    }

    private record Row(
            UUID id,
            @Nullable UUID parent,
            NodeKind kind,
            String name,
            @Nullable String code,
            boolean reachable,
            long version,
            int depth) {}

    public PlannedTree tree(UUID employer) {
        Reach actors = authorization.reach(Permission.ORGANISATION_IMPORT);
        WithinReach reach = new WithinReach(actors);
        List<Row> rows = new ArrayList<>(database.sql("""
                        select n.id, n.parent_id, n.kind, n.name, n.code, n.version, beneath.distance, %s as reachable
                        from organisation_node_above beneath join organisation_node n on n.id = beneath.node_id
                        where beneath.ancestor_id = :employer and n.archived_at is null
                        """.formatted(reach.condition("n.id")))
                .params(reach.parameters())
                .param("employer", employer)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("parent_id", UUID.class),
                        NodeKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("code"),
                        row.getBoolean("reachable"),
                        row.getLong("version"),
                        row.getInt("distance")))
                .list());
        rows.sort(Comparator.comparingInt(Row::depth));
        Map<UUID, Part> parts = new HashMap<>();
        PlannedTree tree = new PlannedTree(part(rows.getFirst(), null));
        parts.put(employer, tree.root());
        for (Row row : rows.subList(1, rows.size())) {
            Part part = part(row, parts.get(row.parent()));
            parts.put(row.id(), part);
            tree.add(part);
        }
        return tree;
    }

    private static Part part(Row row, @Nullable Part parent) {
        return new Part(
                Ref.of(row.id()),
                row.kind(),
                parent,
                row.name(),
                Optional.ofNullable(row.code()),
                row.reachable(),
                row.version());
    }

    public List<JobFunction> functions(UUID employer) {
        return jobFunctions.of(employer);
    }
}
