package io.traject.kernel.lists;

import io.traject.kernel.NotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A large table whose rows belong to owners, read a portion at a time. Rows beside a known one are found through an index,
 * however far from the beginning, and rows that are added meanwhile make none appear twice or be passed over. The known row
 * is named by its id, so that nothing of its content gets into an address.
 *
 * <p>Of several owners together each is read in the order, and these are merged: what a portion costs goes by how many they
 * are, not by what they own.
 */
public final class OrderedTable<T> {

    /** Counting stops above this. */
    public static final int COUNT_LIMIT = 10_000;

    private static final int SAMPLE = 1_000;
    private static final double FREQUENT = 0.1;

    private final JdbcClient client;
    private final String name;
    private final Keys keys;
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
        this(client, name, new Keys("id", "organisation_id"), columns, orders, row);
    }

    /**
     * The columns that name a row and its owner. A row that several owners share is there once for each, the same in all
     * columns that are read.
     */
    public record Keys(String row, String owner) {}

    /** The same for a table whose keys have other names. */
    public OrderedTable(
            JdbcClient client,
            String name,
            Keys keys,
            String columns,
            Map<String, List<String>> orders,
            RowMapper<T> row) {
        this.client = client;
        this.name = name;
        this.keys = keys;
        this.columns = columns;
        this.orders = Map.copyOf(orders);
        this.row = row;
    }

    /**
     * Which rows are wanted: SQL, in which the table goes by its own name, and the values of the parameters that it names.
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
        return read(Set.of(organisation), conditions, portion);
    }

    /**
     * What the owners have together, each row once. To be called in a transaction.
     *
     * @param conditions all of which must hold
     * @throws NotFoundException when the portion begins at a row that none of them has
     */
    public Slice<T> read(Set<UUID> owners, List<Condition> conditions, Portion portion) {
        // How many rows a condition leaves depends on its values: a plan that serves all values serves none.
        client.sql("set local plan_cache_mode = force_custom_plan").update();
        Wanted all = new Wanted(List.copyOf(owners), conditions, false);
        if (conditions.stream().anyMatch(condition -> condition.fetchAtMost() > 0) && frequent(all, portion)) {
            // Gathering what matches would take longer than meeting enough of it on the way.
            client.sql("set local enable_bitmapscan = off").update();
        }
        long counted = count(all);
        boolean fetchFirst = conditions.stream().anyMatch(condition -> counted <= condition.fetchAtMost());
        Wanted wanted = new Wanted(all.owners(), conditions, fetchFirst);
        return Stretch.read(
                portion, stretch -> new Stretch.Found<>(rows(wanted, portion, stretch), counted, COUNT_LIMIT));
    }

    /** @param fetchedFirst all of it, before the order is looked at: the planner would bet on the order's index */
    private record Wanted(List<UUID> owners, List<Condition> conditions, boolean fetchedFirst) {

        Wanted and(Condition condition) {
            List<Condition> all = new ArrayList<>(conditions);
            all.add(condition);
            return new Wanted(owners, all, fetchedFirst);
        }

        boolean merged() {
            return owners.size() != 1;
        }

        /** @return beginning with "and", unless there are none */
        String sql() {
            return conditions.stream()
                    .map(condition -> " and " + condition.sql())
                    .collect(Collectors.joining());
        }

        Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            conditions.forEach(condition -> parameters.putAll(condition.parameters()));
            parameters.put("owners", owners.toArray(UUID[]::new));
            if (!merged()) {
                parameters.put("owner", owners.getFirst());
            }
            return parameters;
        }
    }

    private List<T> rows(Wanted all, Portion portion, Stretch stretch) {
        Wanted wanted = stretch.beside()
                .map(id -> all.and(beside(all, portion, id, stretch.backwards())))
                .orElse(all);
        String order = order(portion, portion.descending() != stretch.backwards());
        return client.sql("select * from (%s) wanted order by %s limit :most offset :offset"
                        .formatted(
                                wanted.fetchedFirst()
                                        ? gathered(wanted) + " offset 0"
                                        : inOrder(wanted, order, ":most + :offset"),
                                order))
                .params(wanted.parameters())
                .param("most", stretch.most())
                .param("offset", stretch.offset())
                .query(row)
                .list();
    }

    private String gathered(Wanted wanted) {
        return wanted.merged()
                ? "select distinct %s from %s where %s = any (:owners)%s"
                        .formatted(columns, name, keys.owner(), wanted.sql())
                : ofOne(columns, ":owner", wanted.sql());
    }

    /** Rows of which the first are the first of all; for one owner alone the order's index is left to the planner. */
    private String inOrder(Wanted wanted, String order, String most) {
        return wanted.merged()
                ? "select distinct found.* from unnest(:owners) owners (one), lateral (%s order by %s limit %s) found"
                        .formatted(ofOne(columns, "owners.one", wanted.sql()), order, most)
                : ofOne(columns, ":owner", wanted.sql());
    }

    private String ofOne(String selected, String owner, String conditions) {
        return "select %s from %s where %s = %s%s".formatted(selected, name, keys.owner(), owner, conditions);
    }

    private Condition beside(Wanted wanted, Portion portion, UUID id, boolean backwards) {
        List<String> order = order(portion);
        Map<String, Object> place = client
                .sql("select %s from %s where %s = :id and %s = any (:owners) limit 1"
                        .formatted(String.join(", ", order), name, keys.row(), keys.owner()))
                .params(wanted.parameters())
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

    private String order(Portion portion, boolean descending) {
        String direction = descending ? " desc" : "";
        return order(portion).stream().map(column -> column + direction).collect(Collectors.joining(", "));
    }

    /** Looks at both ends of the order: what came first and what came last may differ. */
    private boolean frequent(Wanted wanted, Portion portion) {
        return client.sql("select count(*) from (%s union all %s) %s where true%s"
                                .formatted(end(wanted, portion, false), end(wanted, portion, true), name, wanted.sql()))
                        .params(wanted.parameters())
                        .param("rows", SAMPLE / 2)
                        .query(Integer.class)
                        .single()
                > SAMPLE * FREQUENT;
    }

    private String end(Wanted wanted, Portion portion, boolean descending) {
        String order = order(portion, descending);
        String one = "(%s order by %s limit :rows)";
        return wanted.merged()
                ? "(select found.* from unnest(:owners) owners (one), lateral %s found order by %s limit :rows)"
                        .formatted(one.formatted(ofOne("*", "owners.one", ""), order), order)
                : one.formatted(ofOne("*", ":owner", ""), order);
    }

    private long count(Wanted wanted) {
        return client.sql("select count(*) from (%s limit :most) counted".formatted(counted(wanted)))
                .params(wanted.parameters())
                .param("most", COUNT_LIMIT + 1)
                .query(Long.class)
                .single();
    }

    private String counted(Wanted wanted) {
        return wanted.merged()
                ? "select distinct found.* from unnest(:owners) owners (one), lateral (%s limit :most) found"
                        .formatted(ofOne(keys.row(), "owners.one", wanted.sql()))
                : ofOne("", ":owner", wanted.sql());
    }
}
