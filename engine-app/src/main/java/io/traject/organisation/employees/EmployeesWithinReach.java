package io.traject.organisation.employees;

import io.traject.access.Reach;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * The condition that an employee works within somebody's reach, for the queries of lists of what other rooms keep about
 * employees. It looks at each row.
 */
public record EmployeesWithinReach(Reach reach, LocalDate today) {

    /**
     * SQL that holds or doesn't, and is never null; it names the {@link #parameters}.
     *
     * @param employee the column with the id of an employee, which may be empty
     */
    public String condition(String employee) {
        return """
                exists (select from (values (%s)) about (one)
                    join organisation_employee_place place on place.employee_id = about.one
                    where place.node_id = any (:withBelow) and place.until >= :today
                        or place.node_id = any (:alone) and place.direct_until >= :today)
                """.formatted(employee);
    }

    public Map<String, Object> parameters() {
        return Map.of(
                "withBelow",
                reach.withBelow().toArray(UUID[]::new),
                "alone",
                reach.alone().toArray(UUID[]::new),
                "today",
                today);
    }
}
