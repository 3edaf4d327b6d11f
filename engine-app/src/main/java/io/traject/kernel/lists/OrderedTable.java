package io.traject.kernel.lists;

import io.traject.kernel.NotFoundException;
import io.traject.kernel.lists.Portion.From;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A large table whose rows belong to organisations, read a portion at a time. Rows beside a known one are found through
 * an index, however far from the beginning, and rows that are added meanwhile make none appear twice or be passed over.
 * The known row is named by its id, so that nothing of its content gets into an address.
 */
public final class OrderedTable<T> {

    /** Counting stops above this. */
    public static final int COUNT_LIMIT = 10_000;

    private static final int SAMPLE = 1_000;
    private static final double FREQUENT = 0.1;

    private final JdbcClient client;
    private final String name;
    private final String columns;
    private final Map<String, List<String>> orders;
    private final RowMapper<T> row;

    /**
     * @param name of a table with columns {@code id} and {@code organisation_id}
     * @param columns to read; those of the orders must be among them
     * @param orders the columns of each sort key; none of them may be null, and together they tell rows apart. An index
     *     on the organisation and these makes the order cheap
     */
    public OrderedTable(
            JdbcClient client, String name, String columns, Map<String, List<String>> orders, RowMapper<T> row) {
        this.client = client;
        this.name = name;
        this.columns = columns;
        this.orders = Map.copyOf(orders);
        this.row = row;
    }

    /**
     * Which rows are wanted: SQL, and the values of the parameters that it names.
     *
     * @param fetchAtMost when no more rows than these are wanted, they are fetched by an index that the condition has
     *     for itself, and sorted then; 0 when the order's index serves it better
     */
    public record Condition(String sql, Map<String, Object> parameters, int fetchAtMost) {

        public Condition {
            parameters = Map.copyOf(parameters);
        }

        public static Condition of(String sql) {
            return new Condition(sql, Map.of(), 0);
        }

        public static Condition of(String sql, String parameter, Object value) {
            return new Condition(sql, Map.of(parameter, value), 0);
        }

        /** The same, with an index for itself. */
        public Condition fetchedFirst(int atMost) {
            return new Condition(sql, parameters, atMost);
        }
    }

    /**
     * To be called in a transaction.
     *
     * @param conditions all of which must hold
     * @throws NotFoundException when the portion begins at a row that the organisation doesn't have
     */
    public Slice<T> read(UUID organisation, List<Condition> conditions, Portion portion) {
        // How many rows a condition leaves depends on its values: a plan that serves all values serves none.
        client.sql("set local plan_cache_mode = force_custom_plan").update();
        List<Condition> all = new ArrayList<>(conditions);
        all.add(Condition.of("organisation_id = :organisation", "organisation", organisation));
        if (conditions.stream().anyMatch(condition -> condition.fetchAtMost() > 0) && frequent(all, portion)) {
            // Gathering what matches would take longer than meeting enough of it on the way.
            client.sql("set local enable_bitmapscan = off").update();
        }
        long counted = count(all);
        boolean fetchFirst = conditions.stream().anyMatch(condition -> counted <= condition.fetchAtMost());
        return read(new Wanted(all, fetchFirst), portion, counted);
    }

    /** @param fetchedFirst all of it, before the order is looked at: the planner would bet on the order's index */
    private record Wanted(List<Condition> conditions, boolean fetchedFirst) {

        Wanted and(Condition condition) {
            List<Condition> all = new ArrayList<>(conditions);
            all.add(condition);
            return new Wanted(all, fetchedFirst);
        }

        String fence() {
            return fetchedFirst ? " offset 0" : "";
        }
    }

    private Slice<T> read(Wanted wanted, Portion portion, long counted) {
        return switch (portion.from()) {
            case From.Offset(int offset) -> {
                List<T> found = rows(wanted, portion, offset, false);
                yield new Slice<>(first(found, portion), offset > 0, more(found, portion), counted);
            }
            case From.After(UUID id) -> {
                List<T> found = rows(wanted.and(beside(wanted, portion, id, false)), portion, 0, false);
                yield new Slice<>(first(found, portion), true, more(found, portion), counted);
            }
            case From.Before(UUID id) -> {
                List<T> found = rows(wanted.and(beside(wanted, portion, id, true)), portion, 0, true);
                yield more(found, portion)
                        ? new Slice<>(first(found, portion).reversed(), true, true, counted)
                        : read(wanted, portion.from(new From.Offset(0)), counted);
            }
            case From.End() -> {
                List<T> found = rows(wanted, portion, 0, true);
                yield new Slice<>(first(found, portion).reversed(), more(found, portion), false, counted);
            }
        };
    }

    /** One more than asked for, which tells whether that is all. */
    private List<T> rows(Wanted wanted, Portion portion, int offset, boolean backwards) {
        String direction = portion.descending() == backwards ? "" : " desc";
        return client.sql("select * from (select %s from %s where %s%s) wanted order by %s limit :most offset :offset"
                        .formatted(
                                columns,
                                name,
                                sql(wanted.conditions()),
                                wanted.fence(),
                                order(portion).stream()
                                        .map(column -> column + direction)
                                        .collect(Collectors.joining(", "))))
                .params(parameters(wanted.conditions()))
                .param("most", portion.size() + 1)
                .param("offset", offset)
                .query(row)
                .list();
    }

    private List<T> first(List<T> found, Portion portion) {
        return found.subList(0, Math.min(found.size(), portion.size()));
    }

    private boolean more(List<T> found, Portion portion) {
        return found.size() > portion.size();
    }

    private Condition beside(Wanted wanted, Portion portion, UUID id, boolean backwards) {
        List<String> order = order(portion);
        Map<String, Object> place = client
                .sql("select %s from %s where id = :id and organisation_id = :organisation"
                        .formatted(String.join(", ", order), name))
                .params(parameters(wanted.conditions()))
                .param("id", id)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Map<String, Object> values = new HashMap<>();
        IntStream.range(0, order.size()).forEach(i -> values.put("place" + i, place.get(order.get(i))));
        return new Condition(
                "(%s) %s (%s)"
                        .formatted(
                                String.join(", ", order),
                                portion.descending() == backwards ? ">" : "<",
                                IntStream.range(0, order.size())
                                        .mapToObj(i -> ":place" + i)
                                        .collect(Collectors.joining(", "))),
                values,
                0);
    }

    private List<String> order(Portion portion) {
        List<String> order = orders.get(portion.sort());
        if (order == null) {
            throw new IllegalArgumentException("No order of " + name + ": " + portion.sort());
        }
        return order;
    }

    /** Looks at both ends of the order: what came first and what came last may differ. */
    private boolean frequent(List<Condition> conditions, Portion portion) {
        return client.sql("select count(*) from (%s union all %s) sample where %s"
                                .formatted(end(portion, ""), end(portion, " desc"), sql(conditions)))
                        .params(parameters(conditions))
                        .param("rows", SAMPLE / 2)
                        .query(Integer.class)
                        .single()
                > SAMPLE * FREQUENT;
    }

    private String end(Portion portion, String direction) {
        return "(select * from %s where organisation_id = :organisation order by %s limit :rows)"
                .formatted(
                        name,
                        order(portion).stream()
                                .map(column -> column + direction)
                                .collect(Collectors.joining(", ")));
    }

    private long count(List<Condition> conditions) {
        return client.sql("select count(*) from (select from %s where %s limit :most) counted"
                        .formatted(name, sql(conditions)))
                .params(parameters(conditions))
                .param("most", COUNT_LIMIT + 1)
                .query(Long.class)
                .single();
    }

    private static String sql(List<Condition> conditions) {
        return conditions.stream().map(Condition::sql).collect(Collectors.joining(" and "));
    }

    private static Map<String, Object> parameters(List<Condition> conditions) {
        Map<String, Object> parameters = new HashMap<>();
        conditions.forEach(condition -> parameters.putAll(condition.parameters()));
        return parameters;
    }
}
