package io.traject.organisation.groups;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.tree.WithinReach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks employer groups up for the actor, with the employers within reach only. Who reaches the whole organisation sees all its
 * groups, anybody else those with an employer within reach.
 */
@Service
@Transactional(readOnly = true)
public class EmployerGroupBook {

    /** How many employers a search offers. */
    public static final int OFFERED = 50;

    private static final String WITHIN_REACH = new WithinReach(Reach.NOWHERE).condition("n.id");

    private final EmployerGroups groups;
    private final JdbcClient database;
    private final Authorization authorization;

    EmployerGroupBook(EmployerGroups groups, JdbcClient database, Authorization authorization) {
        this.groups = groups;
        this.database = database;
        this.authorization = authorization;
    }

    /** A group in a list. */
    public record Line(UUID id, String name, long employers) {}

    /** An employer in a group. */
    public record Member(UUID id, String name) {

        private static Member of(ResultSet row, int number) throws SQLException {
            return new Member(row.getObject("id", UUID.class), row.getString("name"));
        }
    }

    /** By name. */
    public List<Line> all() {
        Reach reach = authorization.reach(Permission.ORGANISATION_VIEW);
        UUID organisation = organisation();
        return reaching("""
                select g.id, g.name, count(n.id) as employers from organisation_employer_group g
                left join organisation_employer_group_member m on m.group_id = g.id
                left join organisation_node n on n.id = m.employer_id and n.archived_at is null and """ + WITHIN_REACH + """

                where g.organisation_id = :organisation
                group by g.id having :whole or count(n.id) > 0 order by lower(g.name)
                """, reach)
                .param("organisation", organisation)
                .param("whole", reach.isWhole(organisation))
                .query((row, number) ->
                        new Line(row.getObject("id", UUID.class), row.getString("name"), row.getLong("employers")))
                .list();
    }

    /** @throws NotFoundException when the actor sees no such group */
    public EmployerGroup get(UUID id) {
        authorization.require(Permission.ORGANISATION_VIEW);
        EmployerGroup group = groups.findById(id)
                .filter(found -> authorization.actor().organisation().equals(Optional.of(found.organisation())))
                .orElseThrow(NotFoundException::new);
        Reach reach = authorization.reach(Permission.ORGANISATION_VIEW);
        if (!reach.isWhole(group.organisation()) && members(id).isEmpty()) {
            throw new NotFoundException();
        }
        return group;
    }

    /** Its employers within reach that are not archived, by name. */
    public List<Member> members(UUID id) {
        return reaching("""
                select n.id, n.name from organisation_employer_group_member m
                join organisation_node n on n.id = m.employer_id
                where m.group_id = :group and n.archived_at is null and """ + WITHIN_REACH + """

                order by lower(n.name), n.id
                """, authorization.reach(Permission.ORGANISATION_VIEW))
                .param("group", id)
                .query(Member::of)
                .list();
    }

    /** Employers that the actor may add, of whose name or code the text is a part; at most {@value #OFFERED}, by name. */
    public List<Member> addable(UUID id, String text) {
        String part = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return reaching("""
                select n.id, n.name from organisation_node n
                where n.root_id = :organisation and n.kind = 'EMPLOYER' and n.archived_at is null
                    and (lower(n.name) like :part or lower(n.code) like :part)
                    and not exists (select from organisation_employer_group_member m
                        where m.group_id = :group and m.employer_id = n.id) and """ + WITHIN_REACH + """

                order by lower(n.name), n.id limit :offered
                """, authorization.reach(Permission.ORGANISATION_EDIT))
                .param("organisation", get(id).organisation())
                .param("part", part)
                .param("group", id)
                .param("offered", OFFERED)
                .query(Member::of)
                .list();
    }

    private UUID organisation() {
        return authorization.actor().organisation().orElseThrow(NotFoundException::new);
    }

    private JdbcClient.StatementSpec reaching(String sql, Reach reach) {
        return database.sql(sql).params(new WithinReach(reach).parameters());
    }
}
