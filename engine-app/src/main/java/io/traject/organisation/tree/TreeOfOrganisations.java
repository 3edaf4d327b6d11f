package io.traject.organisation.tree;

import io.traject.access.OrganisationTree;
import io.traject.access.Reach;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies within a reach, archived or not. */
@Component
class TreeOfOrganisations implements OrganisationTree {

    private final JdbcClient database;

    TreeOfOrganisations(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean covers(Set<Reach.Part> parts, UUID node) {
        var within = new WithinReach(new Reach(parts));
        return database.sql("select exists (select from organisation_node n where n.id = :node and "
                        + within.condition("n.id") + ")")
                .param("node", node)
                .params(within.parameters())
                .query(Boolean.class)
                .single();
    }
}
