package io.traject.organisation.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nodes of all trees, and what lies above each. */
@Repository
class Nodes {

    private static final String SELECT =
            "select n.id, n.root_id, n.parent_id, n.kind, n.name, n.code, n.archived_at, n.created_at, n.version"
                    + " from organisation_node n ";

    private final JdbcClient database;

    Nodes(JdbcClient database) {
        this.database = database;
    }

    Optional<Node> find(UUID id) {
        return database.sql(SELECT + "where n.id = ?")
                .param(id)
                .query((row, number) -> node(row))
                .optional();
    }

    /** Waits until no one else changes the tree in which the node stands; held until the transaction ends. */
    Optional<Node> findLocked(UUID id) {
        database.sql("""
                        select id from organisation_node
                        where id = (select root_id from organisation_node where id = ?) for no key update
                        """).param(id).query(UUID.class).optional();
        return find(id);
    }

    List<Node> roots() {
        return database.sql(SELECT + "where n.parent_id is null order by lower(n.name), n.id")
                .query((row, number) -> node(row))
                .list();
    }

    List<Node> children(UUID id) {
        return database.sql(
                        SELECT + "where n.parent_id = ? and n.archived_at is null order by n.kind, lower(n.name), n.id")
                .param(id)
                .query((row, number) -> node(row))
                .list();
    }

    /** From the root down to the node itself. */
    List<Node> path(UUID id) {
        return database.sql(SELECT + """
                        join organisation_node_above a on a.ancestor_id = n.id
                        where a.node_id = ? order by a.distance desc""")
                .param(id)
                .query((row, number) -> node(row))
                .list();
    }

    boolean isAtOrBelow(UUID id, UUID ancestor) {
        return database.sql("select exists (select from organisation_node_above where node_id = ? and ancestor_id = ?)")
                .params(id, ancestor)
                .query(Boolean.class)
                .single();
    }

    boolean nameTaken(Node sibling, UUID parent, String name) {
        return taken("lower(name) = lower(?)", sibling, parent, name);
    }

    boolean codeTaken(Node sibling, UUID parent, String code) {
        return taken("code = ?", sibling, parent, code);
    }

    private boolean taken(String condition, Node sibling, UUID parent, String value) {
        return database.sql("""
                        select exists (select from organisation_node
                            where parent_id = ? and kind = ? and id <> ? and archived_at is null and %s)
                        """.formatted(condition))
                .params(parent, sibling.kind().name(), sibling.id(), value)
                .query(Boolean.class)
                .single();
    }

    boolean providerExists(String name, UUID other) {
        return database.sql("""
                        select exists (select from organisation_node
                            where kind = 'PROVIDER' and lower(name) = lower(?) and id <> ?)
                        """).params(name, other).query(Boolean.class).single();
    }

    void insert(Node node) {
        database.sql("""
                        insert into organisation_node (id, root_id, parent_id, kind, name, code, created_at, version)
                        values (:id, :root, :parent, :kind, :name, :code, :createdAt, :version)
                        """)
                .param("id", node.id())
                .param("root", node.root())
                .param("parent", node.parent().orElse(null), Types.OTHER)
                .param("kind", node.kind().name())
                .param("name", node.name())
                .param("code", node.code().orElse(null), Types.VARCHAR)
                .param("createdAt", node.createdAt().atOffset(ZoneOffset.UTC))
                .param("version", node.version())
                .update();
        database.sql("""
                        insert into organisation_node_above (node_id, ancestor_id, distance)
                        select :node, :node, 0
                        union all
                        select :node, ancestor_id, distance + 1 from organisation_node_above where node_id = :parent
                        """)
                .param("node", node.id())
                .param("parent", node.parent().orElse(null), Types.OTHER)
                .update();
    }

    void describe(UUID id, String name, @Nullable String code) {
        database.sql("update organisation_node set name = :name, code = :code, version = version + 1 where id = :id")
                .param("name", name)
                .param("code", code, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /** Takes the node, with all below it, from where it stands; what lies below it within itself stays as it is. */
    void move(UUID id, UUID parent) {
        database.sql("update organisation_node set parent_id = ?, version = version + 1 where id = ?")
                .params(parent, id)
                .update();
        database.sql("""
                        delete from organisation_node_above a
                        using organisation_node_above below, organisation_node_above former
                        where below.ancestor_id = :node and a.node_id = below.node_id
                          and former.node_id = :node and former.distance > 0 and a.ancestor_id = former.ancestor_id
                        """).param("node", id).update();
        database.sql("""
                        insert into organisation_node_above (node_id, ancestor_id, distance)
                        select below.node_id, above.ancestor_id, below.distance + 1 + above.distance
                        from organisation_node_above below cross join organisation_node_above above
                        where below.ancestor_id = :node and above.node_id = :parent
                        """).param("node", id).param("parent", parent).update();
    }

    int archive(UUID id, Instant now) {
        return database.sql("""
                        update organisation_node n set archived_at = ?, version = version + 1
                        from organisation_node_above a
                        where a.ancestor_id = ? and n.id = a.node_id and n.archived_at is null
                        """).params(now.atOffset(ZoneOffset.UTC), id).update();
    }

    /** Brings back what was archived at this moment. */
    void restore(UUID id, Instant archivedAt) {
        database.sql("""
                        update organisation_node n set archived_at = null, version = version + 1
                        from organisation_node_above a
                        where a.ancestor_id = ? and n.id = a.node_id and n.archived_at = ?
                        """).params(id, archivedAt.atOffset(ZoneOffset.UTC)).update();
    }

    /** How many of a kind, not archived, lie below the node. */
    long countBelow(UUID id, NodeKind kind) {
        return database.sql("""
                        select count(*) from organisation_node_above a join organisation_node n on n.id = a.node_id
                        where a.ancestor_id = ? and a.distance > 0 and n.kind = ? and n.archived_at is null
                        """).params(id, kind.name()).query(Long.class).single();
    }

    static Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getObject("id", UUID.class),
                row.getObject("root_id", UUID.class),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)),
                NodeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                Optional.ofNullable(row.getString("code")),
                Optional.ofNullable(row.getObject("archived_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
