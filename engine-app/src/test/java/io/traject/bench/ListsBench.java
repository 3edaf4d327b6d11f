package io.traject.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.testing.ApiClient;
import io.traject.testing.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the pages and lists of a large municipality take, over HTTP as a signed-in case worker, and as a program. Bare is
 * the query at the heart of it over JDBC, or the stylesheet where there is no such query. {@code -Dbench.cases=10000,500000}
 * chooses the sizes, {@code -Dbench.calls=30} the calls for each figure, {@code -Dbench.only=regex} the figures, {@code -Dbench.home=folder} keeps the data of the
 * last size for another run, {@code -Dbench.seeded=true} measures what such a run left.
 */
class ListsBench {

    private static final double GOAL_MILLIS = 150;
    private static final int CALLS = Integer.getInteger("bench.calls", 30);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));
    private static final UUID MUNICIPALITY = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String CASES = "/cases";
    private static final String LAST_BATCH = "00000000-0002-7000-8000-00000000000a";

    private static final String FIRST_CASES =
            "select id, number, subject, state, stage, due_at, opened_at from cases_case" + " where organisation_id = '"
                    + MUNICIPALITY + "' order by number desc limit 50";
    private static final String FIRST_TASKS = "select * from tasks_task where organisation_id = '" + MUNICIPALITY
            + "' and state = 'OPEN' order by due_at, id limit 50";
    private static final String ONE_CASE = "select * from cases_case where id = '%s'";
    private static final String BATCHES =
            "select * from reexamination_batch where municipality_id = '" + MUNICIPALITY + "'";
    private static final String BATCH_TALLY =
            "select count(*) from communication_communication where batch_id = '" + LAST_BATCH + "'";

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern LAST = Pattern.compile("rel=\"last\" href=\"([^\"]+)\"");
    private static final Pattern PREVIOUS = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private Browser browser;
    private ApiClient program;
    private Connection database;
    private Costs costs;
    private final Map<String, Map<Integer, double[]>> medians = new LinkedHashMap<>();

    @Test
    void medianAndSlowestTwentieth() throws Exception {
        Path home = Path.of(System.getProperty("bench.home", folder.toString()));
        List<Integer> sizes = Stream.of(
                        System.getProperty("bench.cases", "10000,100000,500000").split(","))
                .map(Integer::valueOf)
                .toList();
        try (var installation = new Installation(home);
                Connection application = installation.database("traject");
                Connection progress = installation.database("progress")) {
            browser = installation.caseWorker();
            program = installation.program();
            database = application;
            ProcessHandle server = installation.server();
            costs = new Costs(
                    CALLS,
                    () -> Stream.concat(Stream.of(server), Costs.sessions(server))
                            .toList());
            for (int size : sizes) {
                if (!Boolean.getBoolean("bench.seeded")) {
                    seed(new LargeMunicipality(application, progress), size);
                }
                measure(size);
            }
        }
        printGrowth(sizes);
    }

    private void seed(LargeMunicipality municipality, int size) throws SQLException {
        long start = System.nanoTime();
        municipality.seed(MUNICIPALITY, neighbour(), worker(), size);
        System.out.printf(Locale.ROOT, "%,d cases seeded in %.0f s%n", size, (System.nanoTime() - start) / 1e9);
    }

    private UUID neighbour() throws SQLException {
        UUID id = UUID.randomUUID();
        try (var insert = database.prepareStatement("""
                with node as (
                    insert into organisation_node (id, root_id, kind, name, created_at, version)
                    select ?, ?, 'MUNICIPALITY', 'Neighbour', now(), 0
                    where not exists (select from organisation_municipality where name = 'Neighbour')
                    returning id),
                above as (
                    insert into organisation_node_above (node_id, ancestor_id, distance) select id, id, 0 from node)
                insert into organisation_municipality (id, name, department, street, house_number, postcode, city, phone, email,
                    created_at, version)
                select id, 'Neighbour', 'Inkomen', 'Raadhuisplein', '1', '1234 AB', 'Voorbeeld', '14 0123',
                    'inkomen@neighbour.example', now(), 0
                from node""")) {
            insert.setObject(1, id);
            insert.setObject(2, id);
            insert.execute();
        }
        return one("select id from organisation_municipality where name = 'Neighbour'");
    }

    private UUID worker() throws SQLException {
        return one("select id from access_user where username = 'casper'");
    }

    private UUID one(String sql) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private void measure(int size) throws Exception {
        System.out.printf(
                Locale.ROOT, "%nms at %,d cases | ours | bare | ratio | CPU ours | CPU bare | p95 | goal%n", size);
        Measured figures = new Measured(size);
        figures.page("cases, first page", CASES, FIRST_CASES);
        String second = link(NEXT, CASES);
        figures.page("cases, tenth page", follow(second, 8), FIRST_CASES);
        String last = link(LAST, CASES);
        figures.page("cases, last page", last, FIRST_CASES);
        figures.page("cases, last page but one", link(PREVIOUS, last), FIRST_CASES);
        figures.page("cases, 200 rows", CASES + "?size=200", FIRST_CASES.replace("limit 50", "limit 200"));
        for (String sort : List.of("number", "subject", "-subject", "dueAt", "-dueAt", "openedAt", "-openedAt")) {
            figures.page("cases by " + sort, CASES + "?sort=" + sort, FIRST_CASES);
            figures.page("cases by " + sort + ", last page", link(LAST, CASES + "?sort=" + sort), FIRST_CASES);
        }
        for (String filter : List.of(
                "state=OPEN",
                "state=CLOSED",
                "state=CANCELLED",
                "stage=CREATED",
                "stage=AWAITING_DATA",
                "stage=ASSESSMENT",
                "stage=ENDED",
                "batch=" + LAST_BATCH,
                "batch=" + LAST_BATCH + "&stage=ASSESSMENT",
                "state=CANCELLED&sort=subject",
                "stage=ASSESSMENT&sort=-dueAt",
                "batch=" + LAST_BATCH + "&sort=dueAt")) {
            figures.page("cases of " + filter.replace(LAST_BATCH, "…"), CASES + "?" + filter, FIRST_CASES);
        }
        for (String search : List.of(
                "öztürk",
                "visser",
                "b.a. visser",
                "a",
                "de",
                "van",
                "a de",
                "zzz",
                "ho",
                number(size),
                "ho-2",
                "a&state=OPEN")) {
            figures.page(
                    "cases found by “" + search + "”",
                    CASES + "?q="
                            + search.replace(" ", "+").replace("ö", "%C3%B6").replace("ü", "%C3%BC"),
                    FIRST_CASES);
            figures.page(
                    "cases found by “" + search + "” by subject",
                    CASES + "?sort=subject&q="
                            + search.replace(" ", "+").replace("ö", "%C3%B6").replace("ü", "%C3%BC"),
                    FIRST_CASES);
        }
        figures.page("tasks, all", "/tasks", FIRST_TASKS);
        figures.page("tasks, mine", "/tasks?of=mine", FIRST_TASKS);
        figures.page("tasks, last page", link(LAST, "/tasks"), FIRST_TASKS);
        for (String sort : List.of("-dueAt", "caseNumber", "subject", "type")) {
            figures.page("tasks by " + sort, "/tasks?sort=" + sort, FIRST_TASKS);
        }
        figures.page("batches", "/re-examinations", BATCHES);
        figures.page(
                "batch of " + size / 10 + " rows, with those left behind",
                "/re-examinations/" + LAST_BATCH,
                BATCH_TALLY);
        figures.page("dashboard", "/", FIRST_TASKS);
        String open = "00000000-0001-7000-8000-%012x".formatted(size - 7);
        String ended = "00000000-0001-7000-8000-%012x".formatted(size / 2);
        figures.page("case, open", "/cases/" + open, ONE_CASE.formatted(open));
        figures.page("case, closed", "/cases/" + ended, ONE_CASE.formatted(ended));
        figures.call("REST: cases", "/api/v1/cases", FIRST_CASES);
        figures.call("REST: cases, page 100", "/api/v1/cases?page=100&size=100", FIRST_CASES);
        figures.call("REST: cases by subject, open", "/api/v1/cases?sort=subject&state=open", FIRST_CASES);
        figures.call("REST: cases found by “a de”", "/api/v1/cases?q=a+de", FIRST_CASES);
        figures.call("REST: tasks", "/api/v1/tasks", FIRST_TASKS);
        figures.call("REST: tasks, mine", "/api/v1/tasks?mine=true", FIRST_TASKS);
        figures.call("REST: batches", "/api/v1/re-examination-batches", BATCHES);
        figures.call("REST: batch", "/api/v1/re-examination-batches/" + LAST_BATCH, BATCH_TALLY);
        figures.call("REST: case", "/api/v1/cases/" + open, ONE_CASE.formatted(open));
        figures.call(
                "REST: communications of a case",
                "/api/v1/cases/" + open + "/communications",
                ONE_CASE.formatted(open));
    }

    private static String number(int size) {
        return "ho-21-%07d".formatted(size / 2);
    }

    private String follow(String path, int times) {
        return IntStream.range(0, times).boxed().reduce(path, (at, n) -> link(NEXT, at), (a, b) -> b);
    }

    private String link(Pattern pattern, String path) {
        HttpResponse<String> page = browser.get(path);
        Matcher found = pattern.matcher(page.body());
        return found.find() ? found.group(1).replace("&amp;", "&") : path;
    }

    private final class Measured {

        private final int size;

        Measured(int size) {
            this.size = size;
        }

        void page(String figure, String path, String bare) throws Exception {
            measure(figure, bare, () -> {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
                return path;
            });
        }

        void call(String figure, String path, String bare) throws Exception {
            measure(figure, bare, () -> program.get(path));
        }

        private void measure(String figure, String bareSql, Callable<?> ours) throws Exception {
            if (!ONLY.matcher(figure).find()) {
                return;
            }
            Costs.Compared cost = costs.compare(ours, () -> query(bareSql));
            double median = cost.ours().median();
            System.out.printf(
                    Locale.ROOT,
                    "%s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f%s%n",
                    figure,
                    median,
                    cost.bare().median(),
                    cost.ratio(),
                    cost.ours().cpuMillis(),
                    cost.bare().cpuMillis(),
                    cost.ours().slowestTwentieth(),
                    GOAL_MILLIS,
                    median > GOAL_MILLIS ? " MISSED" : "");
            medians.computeIfAbsent(figure, f -> new LinkedHashMap<>())
                    .put(size, new double[] {median, cost.ours().cpuMillis()});
        }
    }

    private int query(String sql) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private void printGrowth(List<Integer> sizes) {
        System.out.println();
        System.out.println("median ms (processors' ms) by cases | "
                + String.join(
                        " | ", sizes.stream().map(size -> "%,d".formatted(size)).toList()));
        medians.forEach((figure, bySize) -> System.out.println(figure + " | "
                + String.join(
                        " | ",
                        bySize.values().stream()
                                .map(ms -> "%.1f (%.1f)".formatted(ms[0], ms[1]))
                                .toList())));
    }
}
