package io.traject.organisation.employees;

import io.traject.bench.Costs;
import io.traject.bench.LargeProvider;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import io.traject.testing.TestPlatform;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What lists and searches of employees ask of PostgreSQL, by the classes that ask it, without the application around them.
 * Bare is the list of all without authorisation: counted to 10,000 and the first 51, by an index made for it. {@code
 * -Dbench.employees=10000,1000000} chooses the sizes, {@code -Dbench.calls=15} the calls, {@code -Dbench.only=regex} the
 * figures.
 */
class EmployeeStatementsBench {

    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));
    private static final List<String> SEARCHES =
            List.of("jansen", "sophie jansen", "jan", "a", "m", "zzz", "ho fa", "va", "10", "van der berg", "1000500");

    @Test
    void statements() throws Exception {
        var database = TestPlatform.database();
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var source = new SingleConnectionDataSource(database.url(), database.username(), database.password(), true);
        JdbcClient client = JdbcClient.create(source);
        client.sql("create index bare_list on organisation_employee (organisation_id, name, id)")
                .update();
        for (String size :
                System.getProperty("bench.employees", "10000,100000,1000000").split(",")) {
            try (Connection connection = source.getConnection()) {
                LargeProvider provider = LargeProvider.load(connection, Integer.parseInt(size));
                connection.setAutoCommit(false);
                new Measured(client, connection, provider).measure(Integer.parseInt(size));
                connection.setAutoCommit(true);
            }
        }
    }

    private static final class Measured {

        private final JdbcClient client;
        private final Connection connection;
        private final LargeProvider provider;
        private final OrderedTable<UUID> list;
        private final EmployeeWords words;
        private final Costs costs;

        Measured(JdbcClient client, Connection connection, LargeProvider provider) {
            this.client = client;
            this.connection = connection;
            this.provider = provider;
            this.list = EmployeeList.byPlace(client);
            this.words = new EmployeeWords(client);
            ProcessHandle session = ProcessHandle.of(client.sql("select pg_backend_pid()")
                            .query(Long.class)
                            .single())
                    .orElseThrow();
            this.costs = new Costs(Integer.getInteger("bench.calls", 15), () -> List.of(session));
        }

        void measure(int size) throws Exception {
            System.out.printf(
                    Locale.ROOT,
                    "%nms at %,d employees | ours | bare | ratio | CPU ours | CPU bare | CPU ratio%n",
                    size);
            Map<String, Set<UUID>> reaches = new LinkedHashMap<>();
            reaches.put("all of the provider", Set.of(provider.root()));
            reaches.put("3 departments", departments(3));
            reaches.put("200 departments", departments(200));
            reaches.put("an employer of 1,000", Set.of(provider.employer(0)));
            reaches.put("half the provider", folders());
            for (var reach : reaches.entrySet()) {
                figure("first page, " + reach.getKey(), () -> page(reach.getValue(), new From.Offset(0)));
            }
            UUID inside = page(Set.of(provider.root()), new From.Offset(5_000)).getFirst();
            figure("page far inside", () -> page(Set.of(provider.root()), new From.After(inside)));
            figure("last page", () -> page(Set.of(provider.root()), new From.End()));
            for (String text : SEARCHES) {
                for (var reach : reaches.entrySet()) {
                    figure("search “%s”, %s".formatted(text, reach.getKey()), () -> search(text, reach.getValue()));
                }
            }
        }

        private Set<UUID> departments(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> provider.department(i * (provider.departments() / count)))
                    .collect(Collectors.toSet());
        }

        private Set<UUID> folders() {
            return IntStream.range(0, LargeProvider.FOLDERS / 2)
                    .mapToObj(provider::folder)
                    .collect(Collectors.toSet());
        }

        private List<UUID> page(Set<UUID> reach, From from) throws Exception {
            List<UUID> page = list.read(reach, within(reach), new Portion("name", false, 50, from))
                    .items();
            connection.commit();
            return page;
        }

        private List<UUID> search(String text, Set<UUID> reach) throws Exception {
            List<String> sought = Stream.of(text.split(" "))
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList();
            List<Condition> conditions = new ArrayList<>();
            if (!reach.contains(provider.root())) {
                conditions.addAll(within(reach));
                conditions.add(Condition.of("node_id = any (:nodes)", "nodes", reach.toArray(UUID[]::new)));
            }
            List<UUID> page = words.find(
                            new WordSearch(provider.root(), false, sought, conditions),
                            new Portion("name", false, 50, new From.Offset(0)))
                    .items();
            connection.commit();
            return page;
        }

        private static List<Condition> within(Set<UUID> reach) {
            return List.of(Condition.of("not archived"), Condition.of("until >= :today", "today", LocalDate.now()));
        }

        private List<UUID> bare() throws Exception {
            client.sql("""
                            select count(*) from (select from organisation_employee
                                where organisation_id = ? and archived_at is null limit 10001) counted""").param(provider.root()).query(Long.class).single();
            List<UUID> page =
                    client.sql("""
                            select id from organisation_employee where organisation_id = ? and archived_at is null
                            order by name, id limit 51""").param(provider.root()).query(UUID.class).list();
            connection.commit();
            return page;
        }

        private void figure(String figure, Callable<?> ours) throws Exception {
            if (!ONLY.matcher(figure).find()) {
                return;
            }
            Costs.Compared cost = costs.compare(ours, this::bare);
            System.out.printf(
                    Locale.ROOT,
                    "%s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f%n",
                    figure,
                    cost.ours().median(),
                    cost.bare().median(),
                    cost.ratio(),
                    cost.ours().cpuMillis(),
                    cost.bare().cpuMillis(),
                    cost.cpuRatio());
        }
    }
}
