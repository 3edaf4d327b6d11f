package io.traject.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Reach;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.kernel.Bsn;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import io.traject.organisation.employees.EmployeeFiles;
import io.traject.organisation.employees.EmployeeFilter;
import io.traject.organisation.employees.EmployeeList;
import io.traject.organisation.employees.EmployeeSummary;
import io.traject.organisation.employees.FindByBsn;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.Tree;
import io.traject.testing.Acting;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TrajectTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How long lists, searches and files of employees take, and a move of a part of the organisation. Bare is the same list or
 * search without authorisation: counted to 10,000, the same columns of the first 50, over JDBC by an index made for it.
 * Sizes grow beside one another in one database. {@code -Dbench.employees=10000,1000000} chooses them,
 * {@code -Dbench.calls=30} the calls for each figure, {@code
 * -Dbench.only=regex} the figures.
 */
@TrajectTest
class EmployeesBench {

    private static final int CALLS = Integer.getInteger("bench.calls", 30);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));
    private static final double SEARCH_GOAL_MILLIS = 100;
    private static final double LIST_GOAL_RATIO = 3;

    private static final String BARE_FIRST = """
            select e.id, e.number, e.initials, e.first_name, e.prefix, e.last_name, e.birth_date, employer.name,
                coalesce(department.name, establishment.name), f.name
            from (select * from organisation_employee
                where organisation_id = '%1$s' and archived_at is null%2$s order by name, id limit 51) e
            join organisation_node employer on employer.id = e.employer_id
            left join organisation_employment m on m.employee_id = e.id
            left join organisation_node department on department.id = m.department_id
            left join organisation_node establishment on establishment.id = m.establishment_id
            left join organisation_job_function f on f.id = m.job_function_id""";

    private static final String BARE_COUNT = """
            select count(*) from (select from organisation_employee
                where organisation_id = '%1$s' and archived_at is null%2$s limit 10001) counted""";

    @Autowired
    EmployeeList list;

    @Autowired
    EmployeeFiles files;

    @Autowired
    FindByBsn findByBsn;

    @Autowired
    Tree tree;

    @Autowired
    TestAccounts accounts;

    @Autowired
    DataSource dataSource;

    @LocalServerPort
    int port;

    private final Costs costs = new Costs(CALLS, EmployeesBench::working);
    private final Map<String, Map<Integer, double[]>> medians = new LinkedHashMap<>();

    @Test
    void medianAndSlowestTwentieth() throws Exception {
        List<Integer> sizes = Stream.of(System.getProperty("bench.employees", "10000,100000,1000000")
                        .split(","))
                .map(Integer::valueOf)
                .toList();
        try (Connection database = dataSource.getConnection()) {
            execute(database, "create index bare_list on organisation_employee (organisation_id, name, id)");
            execute(database, "create index bare_words on organisation_employee using gin (array_to_tsvector(words))");
            for (int size : sizes) {
                long start = System.nanoTime();
                LargeProvider provider = LargeProvider.load(database, size);
                System.out.printf(
                        Locale.ROOT, "%,d employees loaded in %.0f s%n", size, (System.nanoTime() - start) / 1e9);
                new Measured(database, provider, size).measure();
            }
            execute(database, "drop index bare_list, bare_words");
        }
        printGrowth(sizes);
    }

    private final class Measured {

        private final Connection database;
        private final LargeProvider provider;
        private final int size;

        Measured(Connection database, LargeProvider provider, int size) {
            this.database = database;
            this.provider = provider;
            this.size = size;
        }

        void measure() throws Exception {
            System.out.printf(
                    Locale.ROOT,
                    "%nms at %,d employees | ours | bare | ratio | CPU ours | CPU bare | CPU ratio | p95 | goal%n",
                    size);
            Reach all = Reach.whole(provider.root());
            Reach three = departments(3);
            Reach employer = new Reach(Set.of(new Part(provider.employer(0), true)));
            listed("first page, whole organisation", all, new From.Offset(0));
            listed("first page, 3 departments", three, new From.Offset(0));
            listed("first page, 200 departments", departments(200), new From.Offset(0));
            listed("first page, an employer of 1,000", employer, new From.Offset(0));
            UUID middle = find(all, Optional.empty(), new From.Offset(5_000))
                    .getFirst()
                    .id();
            listed("page far inside, whole organisation", all, new From.After(middle));
            listed("last page, whole organisation", all, new From.End());
            for (String text : List.of(
                    "jansen",
                    "sophie jansen",
                    "jan",
                    "a",
                    "zzz",
                    "m",
                    "ho fa",
                    "va",
                    "10",
                    "bakkersen",
                    provider.number(size / 2))) {
                searched("search “%s”, whole organisation".formatted(text), all, text);
                searched("search “%s”, 3 departments".formatted(text), three, text);
                searched("search “%s”, an employer".formatted(text), employer, text);
                searched("search “%s”, half of it".formatted(text), folders(), text);
            }
            Bsn bsn = provider.bsn();
            figure(
                    "search by BSN",
                    () -> as(all, () -> findByBsn.find(bsn)),
                    () -> query("select id from organisation_employee where bsn = '%s'".formatted(bsn.value())),
                    SEARCH_GOAL_MILLIS,
                    false);
            UUID one =
                    find(three, Optional.empty(), new From.Offset(0)).getFirst().id();
            figure(
                    "a file",
                    () -> as(three, () -> files.get(one)),
                    () -> query("select * from organisation_employee where id = '%s'".formatted(one)),
                    SEARCH_GOAL_MILLIS,
                    false);
            pages();
            moved("move of a department of 50", provider.department(0), provider.establishment(1));
            moved("move of an employer of 1,000", provider.employer(0), provider.folder(1));
        }

        private void pages() throws Exception {
            Browser browser = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, provider.root()));
            for (String path : List.of("/employees", "/employees?q=jansen", "/employees?q=a")) {
                figure(
                        "page " + path + ", whole organisation",
                        () -> assertThat(browser.get(path).statusCode()).isEqualTo(200),
                        () -> query(BARE_FIRST.formatted(provider.root(), "")),
                        SEARCH_GOAL_MILLIS,
                        false);
            }
        }

        private Reach departments(int count) {
            return new Reach(IntStream.range(0, count)
                    .mapToObj(i -> new Part(provider.department(i * (provider.departments() / count)), true))
                    .collect(Collectors.toSet()));
        }

        private Reach folders() {
            return new Reach(IntStream.range(0, LargeProvider.FOLDERS / 2)
                    .mapToObj(i -> new Part(provider.folder(i), true))
                    .collect(Collectors.toSet()));
        }

        private void listed(String figure, Reach reach, From from) throws Exception {
            figure(figure, () -> find(reach, Optional.empty(), from), () -> bare(""), LIST_GOAL_RATIO, true);
        }

        private void searched(String figure, Reach reach, String text) throws Exception {
            figure(
                    figure,
                    () -> find(reach, Optional.of(text), new From.Offset(0)),
                    () -> bare(bareSearch(text)),
                    SEARCH_GOAL_MILLIS,
                    false);
        }

        /** By an index on words, as the list of cases has one. */
        private String bareSearch(String text) {
            return " and array_to_tsvector(words) @@ '%s'::tsquery"
                    .formatted(
                            Stream.of(text.split(" ")).map(word -> word + ":*").collect(Collectors.joining(" & ")));
        }

        private void moved(String figure, UUID node, UUID elsewhere) throws Exception {
            UUID home = tree.get(node).parent().orElseThrow();
            figure(
                    figure,
                    () -> {
                        Node at = tree.get(node);
                        UUID to = at.parent().filter(home::equals).isPresent() ? elsewhere : home;
                        return tree.move(node, to, at.version()).orThrow();
                    },
                    () -> query("select 1"),
                    Double.POSITIVE_INFINITY,
                    false);
        }

        private int bare(String condition) throws SQLException {
            return query(BARE_COUNT.formatted(provider.root(), condition))
                    + query(BARE_FIRST.formatted(provider.root(), condition));
        }

        private List<EmployeeSummary> find(Reach reach, Optional<String> text, From from) throws Exception {
            var filter = new EmployeeFilter(Optional.empty(), false, text);
            return as(reach, () -> list.find(filter, new Portion("name", false, 50, from)))
                    .items();
        }

        private <T> T as(Reach reach, Callable<T> work) throws Exception {
            return Acting.as(StandardRole.CASE_WORKER, provider.root(), reach, work);
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

        private void figure(String figure, Callable<?> ours, Callable<?> bare, double goal, boolean ratio)
                throws Exception {
            if (!ONLY.matcher(figure).find()) {
                return;
            }
            Costs.Compared cost = costs.compare(ours, bare);
            System.out.printf(
                    Locale.ROOT,
                    "%s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %s%s%n",
                    figure,
                    cost.ours().median(),
                    cost.bare().median(),
                    cost.ratio(),
                    cost.ours().cpuMillis(),
                    cost.bare().cpuMillis(),
                    cost.cpuRatio(),
                    cost.ours().slowestTwentieth(),
                    ratio ? "ratio %.0f".formatted(goal) : "%.0f".formatted(goal),
                    (ratio ? cost.ratio() : cost.ours().median()) > goal ? " MISSED" : "");
            medians.computeIfAbsent(figure, f -> new LinkedHashMap<>())
                    .put(size, new double[] {cost.ours().median(), cost.ours().cpuMillis()});
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** This JVM, and the sessions of PostgreSQL, which it has started. */
    private static List<ProcessHandle> working() {
        ProcessHandle here = ProcessHandle.current();
        return Stream.concat(Stream.of(here), Costs.sessions(here)).toList();
    }

    private void printGrowth(List<Integer> sizes) {
        System.out.println();
        System.out.println("median ms (processors' ms) by employees | "
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
