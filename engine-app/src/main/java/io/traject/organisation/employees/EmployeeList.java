package io.traject.organisation.employees;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import io.traject.kernel.lists.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The employees within the actor's reach. */
@Service
@Transactional(readOnly = true)
public class EmployeeList {

    private static final Map<String, List<String>> ORDERS =
            Map.of("name", List.of("name", "employee_id"), "number", List.of("number", "employee_id"));

    /** What the list may be sorted by. */
    public static final Set<String> SORTABLE = ORDERS.keySet();

    private static final String SUMMARIES = """
            select e.id, e.number, e.initials, e.first_name, e.preferred_first_name, e.prefix, e.last_name, e.birth_date,
                e.employer_id, employer.name as employer, e.archived_at is not null as archived, job.workplace,
                job.job_function
            from organisation_employee e
            join organisation_node employer on employer.id = e.employer_id
            left join lateral (
                select coalesce(department.name, establishment.name) as workplace, f.name as job_function
                from organisation_employment m
                left join organisation_node department on department.id = m.department_id
                left join organisation_node establishment on establishment.id = m.establishment_id
                left join organisation_job_function f on f.id = m.job_function_id
                where m.employee_id = e.id and (
                    coalesce(m.department_id, m.establishment_id, e.employer_id) = any (:alone)
                    or exists (select from organisation_node_above above
                        where above.node_id in
                            (coalesce(m.department_id, m.establishment_id, e.employer_id), m.establishment_id)
                          and above.ancestor_id = any (:withBelow)))
                order by coalesce(m.ends_on, date 'infinity') < :today, m.starts_on > :today, m.part_time desc, m.starts_on desc
                limit 1) job on true
            where e.id = any (:employees)""";

    private final JdbcClient client;
    private final OrderedTable<UUID> byPlace;
    private final EmployeePlaces places;
    private final EmployeeWords byWord;
    private final Authorization authorization;
    private final BusinessTime time;

    EmployeeList(
            JdbcClient client,
            EmployeePlaces places,
            EmployeeWords byWord,
            Authorization authorization,
            BusinessTime time) {
        this.client = client;
        this.byPlace = byPlace(client);
        this.byWord = byWord;
        this.places = places;
        this.authorization = authorization;
        this.time = time;
    }

    static OrderedTable<UUID> byPlace(JdbcClient client) {
        return new OrderedTable<>(
                client,
                "organisation_employee_place",
                new OrderedTable.Keys("employee_id", "node_id"),
                "employee_id, name, number",
                ORDERS,
                (row, n) -> row.getObject("employee_id", UUID.class));
    }

    /** @throws NotFoundException when the filter names a node at which the actor reaches nothing */
    public Slice<EmployeeSummary> find(EmployeeFilter filter, Portion portion) {
        Reach reach = authorization.reach(Permission.EMPLOYEES_VIEW);
        Workplaces wanted = filter.at().map(node -> places.within(reach, node)).orElseGet(() -> places.within(reach));
        if (filter.at().isPresent() && wanted.none()) {
            throw new NotFoundException();
        }
        Slice<UUID> found = filter.text()
                .map(text -> search(text, filter.archived(), wanted, portion))
                .orElseGet(() -> byPlace.read(wanted.all(), inPlace(filter.archived(), wanted), portion));
        Map<UUID, EmployeeSummary> summaries = summaries(found.items(), reach);
        return found.map(id -> Objects.requireNonNull(summaries.get(id)));
    }

    private List<Condition> inPlace(boolean archived, Workplaces wanted) {
        LocalDate today = time.today();
        return List.of(
                Condition.of(archived ? "archived" : "not archived"),
                wanted.alone().isEmpty()
                        ? Condition.of("until >= :today", "today", today)
                        : new Condition(
                                "case when node_id = any (:alone) then direct_until else until end >= :today",
                                Map.of("today", today, "alone", array(wanted.alone())),
                                0));
    }

    private Slice<UUID> search(String text, boolean archived, Workplaces wanted, Portion portion) {
        List<String> words = byWord.words(text);
        if (words.isEmpty()) {
            return new Slice<>(List.of(), false, false, 0);
        }
        UUID organisation = authorization.actor().organisation().orElseThrow();
        if (wanted.withBelow().contains(organisation)) {
            return byWord.find(new WordSearch(organisation, archived, words, List.of()), portion);
        }
        if (wanted.none()) {
            return new Slice<>(List.of(), false, false, 0);
        }
        requireReached(portion.from());
        List<Condition> reach = new ArrayList<>(inPlace(archived, wanted));
        reach.add(Condition.of("node_id = any (:nodes)", "nodes", array(wanted.all())));
        return byWord.find(new WordSearch(organisation, archived, words, reach), portion);
    }

    private void requireReached(From from) {
        Optional<UUID> known = switch (from) {
            case From.After(UUID id) -> Optional.of(id);
            case From.Before(UUID id) -> Optional.of(id);
            case From.Offset offset -> Optional.empty();
            case From.End end -> Optional.empty();
        };
        Reach reach = authorization.reach(Permission.EMPLOYEES_VIEW);
        if (known.filter(id -> places.reached(reach, id).isEmpty()).isPresent()) {
            throw new NotFoundException();
        }
    }

    /** These, by name; those that the actor doesn't reach are left out. */
    public List<EmployeeSummary> of(List<UUID> employees) {
        Reach reach = authorization.reach(Permission.EMPLOYEES_VIEW);
        List<UUID> reached = employees.stream()
                .filter(employee -> places.reached(reach, employee).isPresent())
                .toList();
        return summaries(reached, reach).values().stream()
                .sorted(Comparator.comparing(one -> one.name().sorted()))
                .toList();
    }

    private Map<UUID, EmployeeSummary> summaries(List<UUID> employees, Reach reach) {
        return client
                .sql(SUMMARIES)
                .param("employees", array(employees))
                .param("withBelow", array(reach.withBelow()))
                .param("alone", array(reach.alone()))
                .param("today", time.today())
                .query(EmployeeList::summary)
                .list()
                .stream()
                .collect(Collectors.toMap(EmployeeSummary::id, Function.identity()));
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static EmployeeSummary summary(ResultSet row, int n) throws SQLException {
        return new EmployeeSummary(
                row.getObject("id", UUID.class),
                row.getString("number"),
                name(row),
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                row.getObject("employer_id", UUID.class),
                row.getString("employer"),
                Optional.ofNullable(row.getString("workplace")),
                Optional.ofNullable(row.getString("job_function")),
                row.getBoolean("archived"));
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(
                row.getString("initials"),
                Optional.ofNullable(row.getString("first_name")),
                Optional.ofNullable(row.getString("preferred_first_name")),
                Optional.ofNullable(row.getString("prefix")),
                row.getString("last_name"));
    }
}
