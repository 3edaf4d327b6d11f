package io.traject.organisation.employees;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many employees of one employer at once, by what an employer's own administration knows them by. */
@Service
@Transactional(readOnly = true)
public class EmployeesByNumber {

    private final Employees employees;
    private final Employments employments;
    private final EmployeePlaces places;
    private final JdbcClient database;
    private final Authorization authorization;

    EmployeesByNumber(
            Employees employees,
            Employments employments,
            EmployeePlaces places,
            JdbcClient database,
            Authorization authorization) {
        this.employees = employees;
        this.employments = employments;
        this.places = places;
        this.database = database;
        this.authorization = authorization;
    }

    /**
     * Somebody whom the actor may change.
     *
     * @param employments the newest first
     */
    public record Known(Employee employee, List<Employment> employments) {

        public Known {
            employments = List.copyOf(employments);
        }
    }

    /**
     * Who has which of the numbers.
     *
     * @param known by number
     * @param others numbers of those who are not within the actor's reach
     */
    public record Found(Map<String, Known> known, Set<String> others) {

        public Found {
            known = Map.copyOf(known);
            others = Set.copyOf(others);
        }
    }

    public Found find(UUID employer, Collection<String> numbers) {
        List<Employee> all = employees.findByEmployerIdAndNumberIn(employer, numbers);
        Set<UUID> reached = places.reached(
                authorization.reach(Permission.EMPLOYEES_EDIT),
                all.stream().map(Employee::id).toList());
        Map<UUID, List<Employment>> jobs = employments.findByEmployeeIdInOrderByStartsOnDescId(reached).stream()
                .collect(Collectors.groupingBy(Employment::employee));
        Map<String, Known> known = new HashMap<>();
        Set<String> others = new HashSet<>();
        for (Employee employee : all) {
            String number = employee.details().number();
            if (reached.contains(employee.id())) {
                known.put(number, new Known(employee, jobs.getOrDefault(employee.id(), List.of())));
            } else {
                others.add(number);
            }
        }
        return new Found(known, others);
    }

    /** The same for one employee, as stored now; empty when there is none within the actor's reach. */
    public Optional<Known> find(UUID employer, String number) {
        return Optional.ofNullable(find(employer, List.of(number)).known().get(number));
    }

    /** Which of these BSNs employees have, whoever they are: the id of each. */
    public Map<String, UUID> withBsn(UUID employer, Collection<String> bsns) {
        return database
                .sql("select bsn, id from organisation_employee where employer_id = ? and bsn = any (?)")
                .params(employer, bsns.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("bsn"), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }
}
