package io.traject.organisation.tree;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.kernel.NotFoundException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parts of an organisation as far as the actor reaches; of what lies above them only the names (A16). */
@Service
@Transactional(readOnly = true)
public class NodeDirectory {

    private static final String COLUMNS =
            "n.id, n.root_id, n.parent_id, n.kind, n.name, n.code, n.archived_at, n.created_at, n.version";

    /** Folders come before employers, establishments before departments. */
    private static final String KIND_ORDER =
            "array_position(array['FOLDER', 'EMPLOYER', 'ESTABLISHMENT', 'DEPARTMENT'], n.kind)";

    private static final String NAMES_ABOVE = """
            array(select above.name from organisation_node_above a join organisation_node above on above.id = a.ancestor_id
                where a.node_id = n.id and a.distance > 0 order by a.distance desc)""";

    private final Tree tree;
    private final JdbcClient database;
    private final Authorization authorization;

    NodeDirectory(Tree tree, JdbcClient database, Authorization authorization) {
        this.tree = tree;
        this.database = database;
        this.authorization = authorization;
    }

    /** One of the nodes above another. @param reachable whether more than the name is for the actor */
    public record Step(UUID id, NodeKind kind, String name, boolean reachable) {}

    /** A node as it is met on the way down. @param opens whether something within reach stands in it */
    public record Branch(Node node, boolean opens) {}

    /** A node with the names of all above it, from the root down. */
    public record Placed(Node node, List<String> above) {

        public Placed {
            above = List.copyOf(above);
        }
    }

    /** What to look for; each part that is left empty lets everything through. */
    public record Search(Optional<String> words, Optional<NodeKind> kind, Optional<UUID> below) {}

    /** Some of many. @param total of all */
    public record Some<T>(List<T> items, long total) {

        public Some {
            items = List.copyOf(items);
        }
    }

    /** @throws NotFoundException when there is none within reach */
    public Node get(UUID id) {
        authorization.require(Permission.ORGANISATION_VIEW, id);
        return tree.get(id);
    }

    /** @throws NotFoundException when there is none of this kind within reach */
    public Node get(UUID id, NodeKind kind) {
        return Optional.of(get(id)).filter(node -> node.kind() == kind).orElseThrow(NotFoundException::new);
    }

    /** What lies above a node, from the root down. */
    public List<Step> above(Node node) {
        return tree.path(node.id()).stream()
                .filter(step -> !step.id().equals(node.id()))
                .map(step -> new Step(
                        step.id(),
                        step.kind(),
                        step.name(),
                        authorization.may(Permission.ORGANISATION_VIEW, step.id())))
                .toList();
    }

    /** Where the actor's reach begins: what is not archived and stands in nothing that is within reach itself. */
    public List<Branch> tops() {
        Reach reach = authorization.reach(Permission.ORGANISATION_VIEW);
        WithinReach within = new WithinReach(reach);
        return database.sql(branches(within) + """
                        where n.id = any(:named) and n.archived_at is null and not %s
                        order by n.name, n.id
                        """.formatted(within.condition("n.parent_id")))
                .param("named", named(reach))
                .params(within.parameters())
                .query((row, number) -> branch(row))
                .list();
    }

    /** What stands directly in a node, within reach and not archived: by kind and name, some at a time. */
    public Some<Branch> children(UUID parent, int offset, int atMost) {
        authorization.require(Permission.ORGANISATION_VIEW, parent);
        WithinReach within = within(Permission.ORGANISATION_VIEW);
        String condition = " where n.parent_id = :parent and n.archived_at is null and " + within.condition("n.id");
        List<Branch> found = database.sql(branches(within) + condition + "order by " + KIND_ORDER
                        + ", n.name, n.id offset :offset limit :atMost")
                .param("parent", parent)
                .param("offset", offset)
                .param("atMost", atMost)
                .params(within.parameters())
                .query((row, number) -> branch(row))
                .list();
        return new Some<>(
                found,
                database.sql("select count(*) from organisation_node n " + condition)
                        .param("parent", parent)
                        .params(within.parameters())
                        .query(Long.class)
                        .single());
    }

    /** What was archived of that which stood directly in a node. */
    public List<Node> archivedChildren(UUID parent) {
        authorization.require(Permission.ORGANISATION_EDIT, parent);
        WithinReach within = within(Permission.ORGANISATION_EDIT);
        return database.sql("select " + COLUMNS + " from organisation_node n"
                        + " where n.parent_id = :parent and n.archived_at is not null and "
                        + within.condition("n.id") + "order by n.archived_at desc, n.name, n.id limit 100")
                .param("parent", parent)
                .params(within.parameters())
                .query((row, number) -> Nodes.node(row))
                .list();
    }

    /** What is not archived, within reach, and has the words in its name or is known by them; the best matches first. */
    public Some<Placed> find(Search search, int offset, int atMost) {
        Reach reach = authorization.reach(Permission.ORGANISATION_VIEW);
        WithinReach within = new WithinReach(reach);
        String condition = """
                 where n.root_id = any(:roots) and n.archived_at is null
                    and (:words = '' or position(lower(:words) in lower(n.name)) > 0 or n.code = :words)
                    and (:kind = '' or n.kind = :kind)
                    and (:anywhere or exists (select from organisation_node_above b
                        where b.node_id = n.id and b.ancestor_id = :below and b.distance > 0))
                    and """ + within.condition("n.id");
        List<Placed> found = asked(
                        search,
                        reach,
                        "select " + COLUMNS + ", " + NAMES_ABOVE + " as above from organisation_node n " + condition
                                + "order by position(lower(:words) in lower(n.name)) <> 1, n.name, n.id"
                                + " offset :offset limit :atMost")
                .param("offset", offset)
                .param("atMost", atMost)
                .query((row, number) -> placed(row))
                .list();
        long total = asked(search, reach, "select count(*) from organisation_node n " + condition)
                .query(Long.class)
                .single();
        return new Some<>(found, total);
    }

    private JdbcClient.StatementSpec asked(Search search, Reach reach, String sql) {
        return database.sql(sql)
                .param("roots", roots(reach))
                .param("words", search.words().map(String::strip).orElse(""))
                .param("kind", search.kind().map(Enum::name).orElse(""))
                .param("anywhere", search.below().isEmpty())
                .param("below", search.below().orElse(new UUID(0, 0)))
                .params(new WithinReach(reach).parameters());
    }

    /** Where a node may be put: within the actor's reach, by their place in the tree. */
    public List<Placed> destinations(Node node) {
        WithinReach within = within(Permission.ORGANISATION_EDIT);
        Set<String> kinds = node.kind().parents().stream().map(Enum::name).collect(Collectors.toSet());
        return database.sql("select " + COLUMNS + ", " + NAMES_ABOVE + """
                         as above from organisation_node n
                        where n.root_id = :root and n.archived_at is null and n.kind = any(:kinds) and n.id <> :parent
                            and not exists (select from organisation_node_above a
                                where a.node_id = n.id and a.ancestor_id = :node)
                            and exists (select from organisation_node_above a
                                where a.node_id = n.id and a.ancestor_id = :limit)
                            and %s
                        order by above, n.name limit 1000
                        """.formatted(within.condition("n.id")))
                .param("root", node.root())
                .param("kinds", kinds.toArray(String[]::new))
                .param("parent", node.parent().orElse(node.id()))
                .param("node", node.id())
                .param("limit", limit(node))
                .params(within.parameters())
                .query((row, number) -> placed(row))
                .list();
    }

    /** Within which it must stay. */
    private UUID limit(Node node) {
        return node.kind().isPartOfAnEmployer()
                ? tree.employer(node.id()).orElseThrow().id()
                : node.root();
    }

    private WithinReach within(Permission permission) {
        return new WithinReach(authorization.reach(permission));
    }

    private static String branches(WithinReach within) {
        return "select " + COLUMNS + """
                , exists (select from organisation_node child
                    where child.parent_id = n.id and child.archived_at is null and %s) as opens
                from organisation_node n
                """.formatted(within.condition("child.id"));
    }

    private static UUID[] named(Reach reach) {
        return reach.parts().stream().map(Reach.Part::node).toArray(UUID[]::new);
    }

    private UUID[] roots(Reach reach) {
        return database.sql("select distinct root_id from organisation_node where id = any(:named)")
                .param("named", named(reach))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    private static Branch branch(ResultSet row) throws SQLException {
        return new Branch(Nodes.node(row), row.getBoolean("opens"));
    }

    private static Placed placed(ResultSet row) throws SQLException {
        Array above = row.getArray("above");
        return new Placed(Nodes.node(row), Arrays.asList((String[]) above.getArray()));
    }
}
