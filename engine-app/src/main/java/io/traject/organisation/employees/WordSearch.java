package io.traject.organisation.employees;

import io.traject.kernel.lists.OrderedTable.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is looked for, in SQL: employees of an organisation in whose names or number a word begins with each of these.
 *
 * <p>There is a side for each word, and one for the reach unless that is all of the organisation: the rows that are the
 * candidates when one begins there. What the other sides ask is looked up for each candidate, by its id.
 *
 * @param reach what a row of {@code organisation_employee_place} within reach fulfils; none when the organisation is
 */
record WordSearch(UUID organisation, boolean archived, List<String> words, List<Condition> reach) {

    WordSearch {
        words = List.copyOf(words);
        reach = List.copyOf(reach);
    }

    int sides() {
        return words.size() + (reach.isEmpty() ? 0 : 1);
    }

    boolean isWord(int side) {
        return side < words.size();
    }

    /** The candidates {@code c} of a side, beginning with "from". */
    String from(int side) {
        return isWord(side)
                ? "from organisation_employee_word c where c.organisation_id = :organisation and %s and c.word like :word%d"
                        .formatted(listed(), side)
                : "from organisation_employee_place c where %s and %s".formatted(listed(), withinReach());
    }

    /** All employees as candidates {@code c}, which an index has in either order; beginning with "from". */
    String fromAll() {
        return "from organisation_employee_place c where c.node_id = :organisation and " + listed();
    }

    /** The candidates {@code c} of the side of a word that have one of its forms, {@code forms.form}. */
    String fromForm() {
        return "from organisation_employee_word c where c.organisation_id = :organisation and %s and c.word = forms.form"
                .formatted(listed());
    }

    /**
     * What a candidate of one side must fulfil to be one of each other side, looked up by its id: for few candidates, or for
     * the first of many. Beginning with "and" unless there is nothing.
     */
    String lookedUp(int side) {
        // The offset keeps the planner from gathering the other side first.
        return others(side)
                .mapToObj(other -> isWord(other)
                        ? " and exists (select from organisation_employee_word w where w.employee_id = c.employee_id and w.word like :word%d offset 0)"
                                .formatted(other)
                        : " and exists (select from organisation_employee_place p where p.employee_id = c.employee_id and %s offset 0)"
                                .formatted(withinReach()))
                .collect(Collectors.joining());
    }

    /** The same of a candidate that is of no side yet. */
    String lookedUp() {
        return lookedUp(-1);
    }

    /** The same, as PostgreSQL finds best: for all candidates of the side. */
    String joined(int side) {
        return others(side)
                .mapToObj(other -> " and c.employee_id in (select c.employee_id " + from(other) + ")")
                .collect(Collectors.joining());
    }

    private IntStream others(int side) {
        return IntStream.range(0, sides()).filter(other -> other != side);
    }

    private String withinReach() {
        return reach.stream().map(Condition::sql).collect(Collectors.joining(" and "));
    }

    private String listed() {
        return archived ? "c.archived" : "not c.archived";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        reach.forEach(condition -> parameters.putAll(condition.parameters()));
        parameters.put("organisation", organisation);
        List<String> beginnings = new ArrayList<>(words);
        for (int i = 0; i < beginnings.size(); i++) {
            parameters.put("word" + i, beginnings.get(i) + "%");
        }
        return parameters;
    }
}
