package io.traject.organisation.employees;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.organisation.tree.NodeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the actor may employ somebody. */
@Service
@Transactional(readOnly = true)
public class EmployerParts {

    private static final String WITHIN_REACH = """
            (:everything or n.id = any (:alone) or exists (select from organisation_node_above reach
                where reach.node_id = n.id and reach.ancestor_id = any (:withBelow)))""";

    private final JdbcClient database;
    private final Authorization authorization;

    EmployerParts(JdbcClient database, Authorization authorization) {
        this.database = database;
        this.authorization = authorization;
    }

    /**
     * An employer, an establishment or a department.
     *
     * @param path its name after those that it lies in, beginning below the employer, or with the employer
     */
    public record Part(UUID id, NodeKind kind, String path) {}

    /** The establishments and departments of an employer, by path. */
    public List<Part> of(UUID employer) {
        return database.sql("""
                        select n.id, n.kind, (select string_agg(step.name, ' › ' order by above.distance desc)
                            from organisation_node_above above join organisation_node step on step.id = above.ancestor_id
                            where above.node_id = n.id and above.distance < beneath.distance) as path
                        from organisation_node_above beneath join organisation_node n on n.id = beneath.node_id
                        where beneath.ancestor_id = :employer and n.kind in ('ESTABLISHMENT', 'DEPARTMENT')
                            and n.archived_at is null and %s
                        order by path, n.id""".formatted(WITHIN_REACH))
                .params(reach())
                .param("employer", employer)
                .query((row, n) -> part(row))
                .list();
    }

    /**
     * Employers, establishments and departments whose name has this in it, the first by name.
     *
     * @param text empty for any name
     */
    public List<Part> named(String text, int most) {
        return database.sql("""
                        select n.id, n.kind, (select string_agg(step.name, ' › ' order by above.distance desc)
                            from organisation_node_above above join organisation_node step on step.id = above.ancestor_id
                            where above.node_id = n.id and step.kind in ('EMPLOYER', 'ESTABLISHMENT', 'DEPARTMENT')) as path
                        from organisation_node n
                        where n.kind in ('EMPLOYER', 'ESTABLISHMENT', 'DEPARTMENT') and n.archived_at is null
                            and position(lower(:text) in lower(n.name)) > 0 and %s
                        order by lower(n.name), n.id limit :most""".formatted(WITHIN_REACH))
                .params(reach())
                .param("text", text)
                .param("most", most)
                .query((row, n) -> part(row))
                .list();
    }

    private Map<String, Object> reach() {
        Actor actor = authorization.require(Permission.EMPLOYEES_EDIT);
        Reach reach = actor.reach();
        return Map.of(
                "everything",
                actor.kind() == Actor.Kind.SYSTEM,
                "alone",
                reach.alone().toArray(UUID[]::new),
                "withBelow",
                reach.withBelow().toArray(UUID[]::new));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getObject("id", UUID.class), NodeKind.valueOf(row.getString("kind")), row.getString("path"));
    }
}
