package io.traject.organisation.employees;

import io.traject.access.Reach;
import io.traject.kernel.BusinessTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where employees are found: for each, a row for every node at or above the workplaces. Lists of any reach, and the question
 * whether somebody is within it, are answered from these rows alone (ADR 0140).
 */
@Repository
class EmployeePlaces {

    private static final int AT_ONCE = 5_000;

    private static final String REFRESH = """
            with due as materialized (
                select due.*, e.archived_at is not null as archived, e.number, e.name
                from organisation_employee_due_place due join organisation_employee e on e.id = due.employee_id
                where due.employee_id = any (:employees)),
            gone as (
                delete from organisation_employee_place place
                where place.employee_id = any (:employees) and not exists (select from due
                    where due.employee_id = place.employee_id and due.node_id = place.node_id))
            insert into organisation_employee_place as place
                (employee_id, node_id, until, direct_until, archived, number, name)
            select employee_id, node_id, until, direct_until, archived, number, name from due
            on conflict (employee_id, node_id) do update set until = excluded.until,
                direct_until = excluded.direct_until, archived = excluded.archived, number = excluded.number,
                name = excluded.name
            where (place.until, place.direct_until, place.archived, place.number, place.name)
                is distinct from (excluded.until, excluded.direct_until, excluded.archived, excluded.number, excluded.name)
            """;

    private static final String REFRESH_WORDS = """
            with due as materialized (
                select distinct id as employee_id, word, organisation_id, archived_at is not null as archived, number, name
                from organisation_employee, unnest(words) word where id = any (:employees)),
            gone as (
                delete from organisation_employee_word held
                where held.employee_id = any (:employees) and not exists (select from due
                    where due.employee_id = held.employee_id and due.word = held.word))
            insert into organisation_employee_word as held (employee_id, word, organisation_id, archived, number, name)
            select employee_id, word, organisation_id, archived, number, name from due
            on conflict (employee_id, word) do update set archived = excluded.archived, number = excluded.number,
                name = excluded.name
            where (held.archived, held.number, held.name)
                is distinct from (excluded.archived, excluded.number, excluded.name)
            """;

    private final JdbcClient database;
    private final BusinessTime time;

    EmployeePlaces(JdbcClient database, BusinessTime time) {
        this.database = database;
        this.time = time;
    }

    /**
     * Nobody moves a part of the organisation until this transaction ends: to be called before an employee's workplaces are
     * changed.
     */
    void holdTree(UUID organisation) {
        database.sql("select id from organisation_node where id = ? for share")
                .param(organisation)
                .query(UUID.class)
                .single();
    }

    /** Brings the rows of these employees, and the words they are found by, into line with what is written of them. */
    void refresh(Collection<UUID> employees) {
        refreshPlaces(employees);
        database.sql(REFRESH_WORDS)
                .param("employees", employees.toArray(UUID[]::new))
                .update();
    }

    private void refreshPlaces(Collection<UUID> employees) {
        database.sql(REFRESH).param("employees", employees.toArray(UUID[]::new)).update();
    }

    /** The same, of the places only, for all at a node or below it, after it was moved. The work goes by how many they are. */
    void refreshBelow(UUID node) {
        List<UUID> employees = below(node);
        for (int from = 0; from < employees.size(); from += AT_ONCE) {
            refreshPlaces(employees.subList(from, Math.min(from + AT_ONCE, employees.size())));
        }
    }

    private List<UUID> below(UUID node) {
        return database.sql("select employee_id from organisation_employee_place where node_id = ?")
                .param(node)
                .query(UUID.class)
                .list();
    }

    /** By which node of the reach the employee is found today; empty when the employee is not within it. */
    Optional<UUID> reached(Reach reach, UUID employee) {
        return database.sql("""
                        select node_id from organisation_employee_place
                        where employee_id = :employee and (node_id = any (:withBelow) and until >= :today
                            or node_id = any (:alone) and direct_until >= :today)
                        limit 1
                        """)
                .param("employee", employee)
                .param("withBelow", reach.withBelow().toArray(UUID[]::new))
                .param("alone", reach.alone().toArray(UUID[]::new))
                .param("today", time.today())
                .query(UUID.class)
                .optional();
    }

    /** Which of these employees are within reach today. */
    Set<UUID> reached(Reach reach, Collection<UUID> employees) {
        return new HashSet<>(database.sql("""
                        select distinct employee_id from organisation_employee_place
                        where employee_id = any (:employees) and (node_id = any (:withBelow) and until >= :today
                            or node_id = any (:alone) and direct_until >= :today)
                        """)
                .param("employees", employees.toArray(UUID[]::new))
                .param("withBelow", reach.withBelow().toArray(UUID[]::new))
                .param("alone", reach.alone().toArray(UUID[]::new))
                .param("today", time.today())
                .query(UUID.class)
                .list());
    }

    Workplaces within(Reach reach) {
        return Workplaces.of(reach, above(nodes(reach)));
    }

    /** Those at a node or below it. */
    Workplaces within(Reach reach, UUID node) {
        Set<UUID> nodes = nodes(reach);
        nodes.add(node);
        Map<UUID, Set<UUID>> above = above(nodes);
        return Workplaces.of(reach, above).at(node, above);
    }

    private static Set<UUID> nodes(Reach reach) {
        return reach.parts().stream().map(Reach.Part::node).collect(HashSet::new, Set::add, Set::addAll);
    }

    private Map<UUID, Set<UUID>> above(Set<UUID> nodes) {
        Map<UUID, Set<UUID>> above = new HashMap<>();
        database.sql("select node_id, ancestor_id from organisation_node_above where node_id = any (?)")
                .param(nodes.toArray(UUID[]::new))
                .query(row -> {
                    above.computeIfAbsent(row.getObject("node_id", UUID.class), node -> new HashSet<>())
                            .add(row.getObject("ancestor_id", UUID.class));
                });
        return above;
    }
}
