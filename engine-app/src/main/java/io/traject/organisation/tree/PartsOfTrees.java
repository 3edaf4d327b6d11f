package io.traject.organisation.tree;

import io.traject.access.OrganisationParts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes as parts to choose from. */
@Component
class PartsOfTrees implements OrganisationParts {

    private static final String SELECT = """
            select n.id, n.kind, n.name,
                   exists (select from organisation_node c where c.parent_id = n.id and c.archived_at is null) as divided,
                   array(select a.name from organisation_node_above o join organisation_node a on a.id = o.ancestor_id
                         where o.node_id = n.id and o.distance > 0 order by o.distance desc) as above
            from organisation_node n
            """;

    private final JdbcClient database;

    PartsOfTrees(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Entry> below(UUID node, int limit) {
        return database.sql(
                        SELECT
                                + "where n.parent_id = ? and n.archived_at is null order by n.kind, lower(n.name), n.id limit ?")
                .params(node, limit)
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public List<Entry> find(UUID organisation, String text, int limit) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return database.sql(SELECT + """
                        where n.root_id = ? and n.archived_at is null
                          and (strpos(lower(n.name), ?) > 0 or lower(n.code) = ?)
                        order by lower(n.name), n.id limit ?
                        """)
                .params(organisation, wanted, wanted, limit)
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public List<Entry> named(Collection<UUID> nodes) {
        return database.sql(SELECT + "where n.id = any(?) order by lower(n.name), n.id")
                .param(nodes.toArray(UUID[]::new))
                .query((row, number) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                List.of((String[]) row.getArray("above").getArray()),
                row.getBoolean("divided"));
    }
}
