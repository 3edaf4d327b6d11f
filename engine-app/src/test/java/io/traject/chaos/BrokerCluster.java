package io.traject.chaos;

import io.traject.broker.Broker;
import io.traject.broker.BrokerPorts;
import io.traject.broker.BrokerSettings;
import io.traject.broker.ClusterSettings;
import io.traject.broker.FreePort;
import io.traject.platform.ProgressProjection;
import io.traject.testing.TestPlatform.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three brokers on loopback, each with a copy of three partitions and with the exporter. */
final class BrokerCluster implements AutoCloseable {

    static final int SIZE = 3;
    static final int PARTITIONS = 3;

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final JsonMapper JSON = new JsonMapper();

    private final List<BrokerSettings> settings;
    private final List<Broker> brokers = new ArrayList<>();

    BrokerCluster(Path folder, Database database) {
        List<BrokerPorts> ports = IntStream.range(0, SIZE)
                .mapToObj(node -> new BrokerPorts(
                        FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next()))
                .toList();
        List<String> contactPoints =
                ports.stream().map(each -> "127.0.0.1:" + each.internal()).toList();
        UUID installation = UUID.randomUUID();
        this.settings = IntStream.range(0, SIZE)
                .mapToObj(node -> ProgressProjection.exporting(
                                BrokerSettings.forTests(folder.resolve("broker-" + node)).toBuilder()
                                        .ports(ports.get(node))
                                        .cluster(new ClusterSettings(node, SIZE, SIZE, PARTITIONS, contactPoints)),
                                database.url(),
                                database.progressPassword(),
                                installation)
                        .build())
                .toList();
        settings.forEach(each -> brokers.add(Broker.start(each)));
    }

    BrokerCluster awaitReady() {
        brokers.forEach(broker -> broker.awaitReady(START_LIMIT));
        return this;
    }

    Broker broker(int node) {
        return brokers.get(node);
    }

    /** As {@code kill -9}. */
    void kill(int node) {
        ProcessHandle process = ProcessHandle.of(broker(node).pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        broker(node).close();
    }

    /** Starts it again and lets the partitions be led as at the beginning. */
    void restart(int node) {
        brokers.set(node, Broker.start(settings.get(node)).awaitReady(START_LIMIT));
        URI rebalancing = broker(node).managementAddress().resolve("/actuator/rebalancing");
        send(HttpRequest.newBuilder(rebalancing)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Which broker leads which partition, as a broker's gateway sees it; a partition without a leader is missing. */
    Map<Integer, Integer> leaders(int seenBy) {
        Map<Integer, Integer> leaders = new HashMap<>();
        for (JsonNode broker : topology(broker(seenBy).restAddress()).get("brokers")) {
            for (JsonNode partition : broker.get("partitions")) {
                if ("leader".equalsIgnoreCase(partition.get("role").asString())) {
                    leaders.put(
                            partition.get("partitionId").asInt(),
                            broker.get("nodeId").asInt());
                }
            }
        }
        return leaders;
    }

    private static JsonNode topology(URI rest) {
        return JSON.readTree(
                send(HttpRequest.newBuilder(rest.resolve("/v2/topology")).build()));
    }

    private static String send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        brokers.forEach(Broker::close);
    }
}
