package io.traject.organisation;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NameClaims;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.NodeTrail;
import io.traject.organisation.tree.Tree;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Municipalities and providers together, for who lets them in: the installation's administrator. */
@Service
@Transactional(readOnly = true)
public class OrganisationRegister {

    private final Tree tree;
    private final JdbcClient database;
    private final NodeTrail trail;
    private final NameClaims claims;
    private final Authorization authorization;

    OrganisationRegister(
            Tree tree, JdbcClient database, NodeTrail trail, NameClaims claims, Authorization authorization) {
        this.tree = tree;
        this.database = database;
        this.trail = trail;
        this.claims = claims;
        this.authorization = authorization;
    }

    /** An organisation in the list. @param city of a municipality, as is the e-mail address */
    public record Entry(
            UUID id, NodeKind kind, String name, Optional<String> city, Optional<String> email, Instant createdAt) {}

    /** What to order the list by. */
    public enum Order {
        NAME("lower(n.name)"),
        CREATED_AT("n.created_at");

        private final String column;

        Order(String column) {
            this.column = column;
        }
    }

    public long count() {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return database.sql("select count(*) from organisation_node where parent_id is null")
                .query(Long.class)
                .single();
    }

    public List<Entry> list(Order order, boolean descending, int offset, int atMost) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return database.sql("""
                        select n.id, n.kind, n.name, m.city, m.email, n.created_at
                        from organisation_node n left join organisation_municipality m on m.id = n.id
                        where n.parent_id is null order by %s %s, n.id offset ? limit ?
                        """.formatted(order.column, descending ? "desc" : "asc"))
                .params(offset, atMost)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        NodeKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("city")),
                        Optional.ofNullable(row.getString("email")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @throws NotFoundException when there is none with this id */
    public Node provider(UUID id) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return tree.find(id).filter(node -> node.kind() == NodeKind.PROVIDER).orElseThrow(NotFoundException::new);
    }

    /**
     * Refused with {@code provider-name-taken}.
     *
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Node> renameProvider(UUID id, String name, long version) {
        Node before = provider(id);
        claims.claim("provider", name);
        Outcome<Node> renamed = tree.describe(id, name, Optional.empty(), version);
        return renamed.map(after -> trail.changed(before, after));
    }
}
