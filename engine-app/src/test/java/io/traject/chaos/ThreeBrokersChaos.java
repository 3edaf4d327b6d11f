package io.traject.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.platform.ProgressProjection;
import io.traject.testing.ApiClient;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestMailServer;
import io.traject.testing.TestPlatform;
import io.traject.testing.TestPlatform.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A cluster of three brokers loses a leader while cases are created, and another while mails are sent; each comes back. The
 * application talks to the gateway of a broker that lives, as to a load balancer in front of all.
 */
class ThreeBrokersChaos {

    private static final int CASES = Integer.getInteger("chaos.cluster.cases", 1_000);
    private static final int MAILED = CASES * 4 / 5;
    private static final int LETTERED = CASES * 2 / 5;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final Database database = TestPlatform.emptyDatabase("three_brokers");
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()));
    private final List<String> table = new ArrayList<>();

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void shouldKeepEveryPromiseWhenALeaderIsKilled() throws Exception {
        ProgressProjection.migrate(database.url(), ProgressProjection.ROLE, database.progressPassword());
        try (TestMailServer mailServer = new TestMailServer();
                BrokerCluster cluster = new BrokerCluster(folder, database).awaitReady()) {
            int gateway = gatewayBesideALeader(cluster);
            Map<String, String> environment = environment(cluster, gateway, mailServer);
            try (RunningApplication workers = RunningApplication.startWorkers(environment);
                    RunningApplication application =
                            RunningApplication.start(folder.resolve("home"), forApplication(environment))) {
                application.awaitReady();
                workers.awaitReady();
                Caller caller = new Caller(ApiClient.signIn(application::address, folder.resolve("home")));
                Path file = SampleResidents.writeTo(folder.resolve("residents.xlsx"), CASES);
                String batch = "/api/v1/re-examination-batches/"
                        + caller.untilAnswered(api -> api.upload("/api/v1/re-examination-batches", file))
                                .get("id")
                                .asString();

                caller.post(batch + "/confirmation", "");
                await().atMost(LIMIT).until(() -> count("select count(*) from cases_case") > CASES / 10);
                int first = killALeader(cluster, gateway, "creating");
                awaitState(caller, batch, "created");
                cluster.restart(first);

                caller.post(batch + "/dispatch", "");
                await().atMost(LIMIT).until(() -> mailServer.messageIds().size() > MAILED / 10);
                int second = killALeader(cluster, gateway, "sending");
                awaitState(caller, batch, "dispatched");
                cluster.restart(second);

                settle(mailServer);
                assertThat(caller.refused()).isEmpty();
            }
        }
    }

    /** A broker that does not lead everything, so that another leader can be killed. */
    private static int gatewayBesideALeader(BrokerCluster cluster) {
        await().atMost(LIMIT).until(() -> cluster.leaders(0).size() == BrokerCluster.PARTITIONS);
        Map<Integer, Integer> leaders = cluster.leaders(0);
        return leaders.get(1) == 0 ? 1 : 0;
    }

    /** @return the broker that was killed */
    private int killALeader(BrokerCluster cluster, int gateway, String meanwhile) {
        await().atMost(LIMIT)
                .until(() -> cluster.leaders(gateway).values().stream().anyMatch(node -> node != gateway));
        Map<Integer, Long> before = positions();
        Map<Integer, Integer> leaders = cluster.leaders(gateway);
        int victim = leaders.values().stream()
                .filter(node -> node != gateway)
                .findFirst()
                .orElseThrow();
        long begin = System.nanoTime();
        cluster.kill(victim);
        await().atMost(LIMIT).ignoreExceptions().until(() -> {
            Map<Integer, Integer> now = cluster.leaders(gateway);
            return now.size() == BrokerCluster.PARTITIONS && !now.containsValue(victim);
        });
        Duration without = Duration.ofNanos(System.nanoTime() - begin);
        List<Integer> lost = leaders.entrySet().stream()
                .filter(leader -> leader.getValue() == victim)
                .map(Map.Entry::getKey)
                .toList();
        awaitExportBeyond(before, lost);
        table.add("%s | %d | %s | %.1f s | %s"
                .formatted(meanwhile, victim, lost, without.toMillis() / 1000.0, beforeAndAfter(before)));
        return victim;
    }

    /** The new leader's exporter goes on where the killed one's transaction ended. */
    private void awaitExportBeyond(Map<Integer, Long> before, List<Integer> partitions) {
        await().atMost(LIMIT).until(() -> {
            Map<Integer, Long> now = positions();
            assertThat(now)
                    .allSatisfy((partition, position) ->
                            assertThat(position).isGreaterThanOrEqualTo(before.getOrDefault(partition, -1L)));
            return partitions.stream().allMatch(partition -> now.get(partition) > before.get(partition));
        });
    }

    private Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        jdbc.sql("select partition_id, position from progress.exporter_position")
                .query(row -> {
                    positions.put(row.getInt("partition_id"), row.getLong("position"));
                });
        return positions;
    }

    private String beforeAndAfter(Map<Integer, Long> before) {
        Map<Integer, Long> now = positions();
        return before.entrySet().stream()
                .map(each -> "%d: %d to %d".formatted(each.getKey(), each.getValue(), now.get(each.getKey())))
                .collect(Collectors.joining(", "));
    }

    private void settle(TestMailServer mailServer) {
        System.out.println("killed while | broker | partitions it led | until all were led again | exported positions");
        table.forEach(System.out::println);
        new Counts(jdbc)
                .cases(CASES)
                .invitations(MAILED, LETTERED)
                .expect(
                        "mails at the mail server",
                        MAILED,
                        () -> mailServer.messageIds().size())
                .expect("the same by Message-ID", MAILED, () -> new HashSet<>(mailServer.messageIds()).size())
                .expect("cases that wait for their final date", CASES, """
                        select count(distinct process_instance_key) from progress.element
                        where element_id = 'AwaitFinalDate' and state = 'ACTIVE'""")
                .expect(
                        "partitions with an exported position",
                        BrokerCluster.PARTITIONS,
                        "select count(*) from progress.exporter_position where position > 0")
                .expect("partitions that hold processes of cases", BrokerCluster.PARTITIONS, """
                        select count(distinct key >> 51) from progress.process_instance
                        where process_id = 're-examination-case'""")
                .quiet()
                .settle(LIMIT);
    }

    private Map<String, String> environment(BrokerCluster cluster, int gateway, TestMailServer mailServer) {
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "ZEEBE_GRPC_ADDRESS", cluster.broker(gateway).grpcAddress().toString(),
                "ZEEBE_REST_ADDRESS", cluster.broker(gateway).restAddress().toString(),
                "TRAJECT_MAIL_HOST", "127.0.0.1",
                "TRAJECT_MAIL_PORT", Integer.toString(mailServer.port()),
                "TRAJECT_WORKERS_JOBTIMEOUT", "10s");
    }

    private static Map<String, String> forApplication(Map<String, String> shared) {
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("TRAJECT_ENGINE", "external");
        environment.put("TRAJECT_WORKERS", "external");
        environment.put("TRAJECT_DEMO", "true");
        environment.put("TRAJECT_SECRET_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        return environment;
    }

    private static void awaitState(Caller caller, String batch, String state) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> caller.get(batch).get("state").asString().equals(state));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
