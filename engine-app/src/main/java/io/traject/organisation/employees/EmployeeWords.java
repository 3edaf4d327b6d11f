package io.traject.organisation.employees;

import io.traject.kernel.NotFoundException;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.kernel.lists.Stretch;
import io.traject.kernel.lists.Stretch.Found;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds employees by words, a portion of the list at a time, in the way that is likely to cost least (ADR 0220). */
@Repository
class EmployeeWords {

    /** A way to find them. */
    enum Way {
        /** All of the smallest side that are of the others too, sorted. */
        GATHER,
        /** All of the smallest side, sorted, and then looked at in that order: what is frequent among them is soon met. */
        SIFT,
        /** Along the list, looking at each: what is frequent is soon met. */
        WALK,
        /**
         * People of one name stand together in the list, and a walk may miss them: the index has those of each form of a
         * word in the list's order.
         */
        MERGE
    }

    private static final String NAME = "name";

    /** What it costs to look one candidate up, in rows of an index that are read one after another. */
    private static final double LOOK_UP = 50;

    /** The same for finding the forms of a word. */
    private static final double FORMS = 30_000;

    /** The same for joining and sorting one row. */
    private static final double GATHERED = 2;

    private static final int MOST_WORDS = 10;
    private static final int COUNTED = 15_000;

    private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

    private final JdbcClient client;
    private final Limits limits;

    private final Set<Way> ways;

    @Autowired
    EmployeeWords(JdbcClient client) {
        this(client, new Limits(10_000, 500, 100), EnumSet.allOf(Way.class));
    }

    /** @param ways to be considered; what none of them finds is gathered */
    EmployeeWords(JdbcClient client, Limits limits, Set<Way> ways) {
        this.client = client;
        this.limits = limits;
        this.ways = Set.copyOf(ways);
    }

    /**
     * What is given up.
     *
     * @param walk after so many rows along the list
     * @param forms with more forms of a word
     * @param count where counting stops when not all are gathered
     */
    record Limits(int walk, int forms, int count) {}

    /** The longest first: it leaves the fewest. */
    List<String> words(String text) {
        return client.sql("select unnest(organisation_words(?))").param(text).query(String.class).list().stream()
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
    }

    /**
     * To be called in a transaction.
     *
     * @throws NotFoundException when the portion begins at somebody whom the organisation doesn't have
     */
    Slice<UUID> find(WordSearch search, Portion portion) {
        // Which index serves best depends on the words: a plan that serves all serves none.
        client.sql("set local plan_cache_mode = force_custom_plan").update();
        Estimate estimate = estimate(search);
        return Stretch.read(portion, stretch -> found(search, estimate, portion, stretch));
    }

    private Found<UUID> found(WordSearch search, Estimate estimate, Portion portion, Stretch stretch) {
        for (Way way : estimate.ways(portion, limits)) {
            if (!ways.contains(way)) {
                continue;
            }
            if (way == Way.GATHER) {
                break;
            }
            Stretch beginning = new Stretch(Optional.empty(), false, 0, limits.count() + 1);
            Optional<List<UUID>> first = rows(way, search, estimate, portion, beginning);
            Optional<List<UUID>> wanted = stretch.within(beginning)
                    ? first.map(all -> all.stream()
                            .skip(stretch.offset())
                            .limit(stretch.most())
                            .toList())
                    : first.flatMap(all -> rows(way, search, estimate, portion, stretch));
            if (wanted.isPresent()) {
                return new Found<>(wanted.get(), first.map(List::size).orElseThrow(), limits.count());
            }
        }
        return gathered(search, estimate.smallest(), portion, stretch);
    }

    /** How many candidates there may be on each side, and employees in all, as PostgreSQL's statistics say. */
    private record Estimate(List<Double> sides, int words, double all) {

        int smallest() {
            return smallestOf(sides.size());
        }

        int smallestWord() {
            return smallestOf(words);
        }

        private int smallestOf(int first) {
            return IntStream.range(0, first)
                    .boxed()
                    .min(Comparator.comparing(sides::get))
                    .orElseThrow();
        }

        /** Those likely to cost less first. */
        List<Way> ways(Portion portion, Limits limits) {
            Map<Way, Double> costs = new EnumMap<>(Way.class);
            costs.put(Way.GATHER, gathering());
            costs.put(Way.SIFT, sifting(limits));
            costs.put(Way.WALK, walking(limits));
            costs.put(Way.MERGE, portion.sort().equals(NAME) ? merging(1, limits) : Double.MAX_VALUE);
            return costs.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Whether merging is still the way when the word turns out to have so many forms. */
        boolean merges(int forms, Limits limits) {
            return forms <= limits.forms() && merging(forms, limits) <= otherwise(limits);
        }

        private double otherwise(Limits limits) {
            return Math.min(gathering(), Math.min(sifting(limits), walking(limits)));
        }

        private double gathering() {
            double few = sides.get(smallest());
            double others = sides.stream().mapToDouble(Double::doubleValue).sum() - few;
            return GATHERED * few + Math.min(GATHERED * others, LOOK_UP * few * (sides.size() - 1));
        }

        private double sifting(Limits limits) {
            double few = sides.get(smallest());
            return GATHERED * few + LOOK_UP * Math.min(few, (limits.count() + 1) / share(smallest()));
        }

        private double walking(Limits limits) {
            double rows = (limits.count() + 1) / share(-1);
            return rows > limits.walk() ? Double.MAX_VALUE : LOOK_UP * rows;
        }

        private double merging(int forms, Limits limits) {
            int side = smallestWord();
            double rows = Math.min(sides.get(side), forms * (limits.count() + 1) / share(side));
            return FORMS + (sides.size() == 1 ? rows : LOOK_UP * rows);
        }

        /** Of all employees who are on each side but this. */
        private double share(int but) {
            return IntStream.range(0, sides.size())
                    .filter(side -> side != but)
                    .mapToDouble(side -> Math.min(1, sides.get(side) / all))
                    .reduce(1, (one, other) -> one * other);
        }
    }

    private Estimate estimate(WordSearch search) {
        return new Estimate(
                IntStream.range(0, search.sides())
                        .mapToObj(side ->
                                search.isWord(side) ? estimate(search, search.from(side)) : reached(search, side))
                        .toList(),
                search.words().size(),
                estimate(search, search.fromAll()));
    }

    /** Parts of the organisation differ too much for the statistics, so a small reach is counted. */
    private double reached(WordSearch search, int side) {
        int counted = client.sql("select count(*) from (select %s limit :most) reached".formatted(search.from(side)))
                .params(search.parameters())
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
        return counted < COUNTED ? counted : Math.max(counted, estimate(search, search.from(side)));
    }

    private double estimate(WordSearch search, String from) {
        String plan = client.sql("explain select " + from)
                .params(search.parameters())
                .query(String.class)
                .list()
                .getFirst();
        Matcher rows = ROWS.matcher(plan);
        return rows.find() ? Double.parseDouble(rows.group(1)) : 1;
    }

    /** @return empty when this is not the way */
    private Optional<List<UUID>> rows(Way way, WordSearch search, Estimate estimate, Portion portion, Stretch stretch) {
        return switch (way) {
            case GATHER -> Optional.empty();
            case SIFT -> Optional.of(sifted(search, estimate.smallest(), portion, stretch));
            case WALK -> walked(search, portion, stretch);
            case MERGE -> merged(search, estimate, portion, stretch);
        };
    }

    private Found<UUID> gathered(WordSearch search, int side, Portion portion, Stretch stretch) {
        Beside beside = beside(search, portion, stretch);
        List<Gathered> rows = client.sql(
                        """
                        with found as materialized (select distinct c.employee_id, c.name, c.number %s%s)
                        select counted.n, c.employee_id from (select count(*) as n from found) counted left join lateral
                            (select * from found c where true%s order by %s limit :most offset :offset) c on true
                        """.formatted(search.from(side), search.joined(side), beside.sql(), order(portion, stretch)))
                .params(search.parameters())
                .params(beside.parameters())
                .param("most", stretch.most())
                .param("offset", stretch.offset())
                .query((row, n) ->
                        new Gathered(row.getLong("n"), Optional.ofNullable(row.getObject("employee_id", UUID.class))))
                .list();
        return new Found<>(
                rows.stream().flatMap(row -> row.employee().stream()).toList(),
                rows.getFirst().counted(),
                OrderedTable.COUNT_LIMIT);
    }

    private record Gathered(long counted, Optional<UUID> employee) {}

    private List<UUID> sifted(WordSearch search, int side, Portion portion, Stretch stretch) {
        Beside beside = beside(search, portion, stretch);
        String order = order(portion, stretch);
        return rows(
                "select c.employee_id from (select distinct c.employee_id, c.name, c.number %s%s order by %s offset 0) c where true%s"
                        .formatted(search.from(side), beside.sql(), order, search.lookedUp(side)),
                order,
                search,
                beside,
                stretch);
    }

    private Optional<List<UUID>> walked(WordSearch search, Portion portion, Stretch stretch) {
        Beside beside = beside(search, portion, stretch);
        String order = order(portion, stretch);
        List<UUID> met = rows(
                "select c.employee_id from (select c.employee_id, c.name, c.number %s%s order by %s limit %d) c where true%s"
                        .formatted(search.fromAll(), beside.sql(), order, limits.walk(), search.lookedUp()),
                order,
                search,
                beside,
                stretch);
        return Optional.of(met).filter(all -> all.size() == stretch.most());
    }

    private Optional<List<UUID>> merged(WordSearch search, Estimate estimate, Portion portion, Stretch stretch) {
        int side = estimate.smallestWord();
        List<String> forms = portion.sort().equals(NAME) ? forms(search, side) : List.of();
        if (forms.isEmpty() || ways.contains(Way.GATHER) && !estimate.merges(forms.size(), limits)) {
            return Optional.empty();
        }
        Beside beside = beside(search, portion, stretch);
        String order = order(portion, stretch);
        return Optional.of(rows(
                """
                select c.employee_id from (select distinct found.* from unnest(:forms) forms (form), lateral
                    (select c.employee_id, c.name %s%s%s order by %s limit :most + :offset) found) c""".formatted(search.fromForm(), search.lookedUp(side), beside.sql(), order),
                order,
                search,
                beside.and("forms", forms.toArray(String[]::new)),
                stretch));
    }

    private List<UUID> rows(String candidates, String order, WordSearch search, Beside beside, Stretch stretch) {
        return client.sql(candidates + " order by " + order + " limit :most offset :offset")
                .params(search.parameters())
                .params(beside.parameters())
                .param("most", stretch.most())
                .param("offset", stretch.offset())
                .query(UUID.class)
                .list();
    }

    /** The words that begin as the side's does, at most one more than are merged. */
    private List<String> forms(WordSearch search, int side) {
        String next = "select c.word %s%s order by c.word limit 1";
        return client.sql("""
                        with recursive form as ((%s) union all select next.word from form, lateral (%s) next)
                        select word from form limit :forms
                        """.formatted(
                                next.formatted(search.from(side), ""),
                                next.formatted(search.from(side), " and c.word > form.word")))
                .params(search.parameters())
                .param("forms", limits.forms() + 1)
                .query(String.class)
                .list();
    }

    /** Where a stretch begins. @param sql a condition beginning with "and"; empty at an end of the list */
    private record Beside(String sql, Map<String, Object> parameters) {

        Beside and(String parameter, Object value) {
            Map<String, Object> all = new HashMap<>(parameters);
            all.put(parameter, value);
            return new Beside(sql, all);
        }
    }

    private Beside beside(WordSearch search, Portion portion, Stretch stretch) {
        if (stretch.beside().isEmpty()) {
            return new Beside("", Map.of());
        }
        String column = column(portion);
        String place = client.sql("select c.%s %s and c.employee_id = :id".formatted(column, search.fromAll()))
                .params(search.parameters())
                .param("id", stretch.beside().get())
                .query(String.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        return new Beside(
                " and (c.%s, c.employee_id) %s (:place, :id)"
                        .formatted(column, descending(portion, stretch) ? "<" : ">"),
                Map.of("place", place, "id", stretch.beside().get()));
    }

    private static String order(Portion portion, Stretch stretch) {
        String direction = descending(portion, stretch) ? " desc" : "";
        return "c.%s%s, c.employee_id%s".formatted(column(portion), direction, direction);
    }

    private static boolean descending(Portion portion, Stretch stretch) {
        return portion.descending() != stretch.backwards();
    }

    private static String column(Portion portion) {
        return switch (portion.sort()) {
            case NAME, "number" -> portion.sort();
            default -> throw new IllegalArgumentException("No order of employees: " + portion.sort());
        };
    }
}
