package io.traject.organisation.employees;

import java.util.Map;
import java.util.UUID;

/**
 * The condition that an employee has a number or names in which words begin so, for the searches of lists of what other rooms
 * keep about employees.
 *
 * @param text beginnings of words, all of which must be there, in any order; nobody is found by a text without one
 */
public record EmployeesNamed(UUID organisation, String text) {

    /** SQL that names the {@link #parameters}. @param employee the id of an employee, with the name of its table */
    public String condition(String employee) {
        return """
                %s in (
                    with asked as materialized (select distinct word collate "C" as word
                        from unnest(organisation_words(:named)) word)
                    select held.employee_id from asked
                    join organisation_employee_word held on held.organisation_id = :namedIn
                        and held.archived = any ('{false, true}')
                        and held.word >= asked.word and held.word < asked.word || chr(1114111)
                    group by held.employee_id
                    having count(distinct asked.word) = (select count(*) from asked))
                """.formatted(employee);
    }

    public Map<String, Object> parameters() {
        return Map.of("named", text, "namedIn", organisation);
    }
}
