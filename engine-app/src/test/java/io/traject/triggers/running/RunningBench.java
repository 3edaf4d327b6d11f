package io.traject.triggers.running;

import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.client.ZeebeClient;
import io.traject.access.SystemActor;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Ids;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.TestTriggerRoom;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long after an event the first action of a trigger is done, while so many events a second fire one, beside a plain client
 * whose process has one job. {@code -Dbench.rates=25,50,100} chooses the rates, {@code -Dbench.seconds=20} how long each is
 * held, {@code -Dbench.triggers=100} how many are published of which one fires.
 */
@TrajectTest
class RunningBench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int TRIGGERS = Integer.getInteger("bench.triggers", 100);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String BARE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Bare" targetNamespace="https://traject.io/bench">
              <bpmn:process id="bench-bare" isExecutable="true">
                <bpmn:startEvent id="Begin"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="a" sourceRef="Begin" targetRef="Work" />
                <bpmn:serviceTask id="Work">
                  <bpmn:extensionElements><zeebe:taskDefinition type="bench.bare" /></bpmn:extensionElements>
                  <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="b" sourceRef="Work" targetRef="End" />
                <bpmn:endEvent id="End"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    TestCases cases;

    @Autowired
    TestTriggers triggers;

    @Autowired
    CompiledPublications publications;

    @Autowired
    DomainEventLog events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Value("${zeebe.grpc.address}")
    URI grpc;

    @Value("${zeebe.rest.address}")
    URI rest;

    private UUID organisation;

    @Test
    void eventToAction() throws Exception {
        organisation = cases.municipality();
        List<Long> published = new ArrayList<>();
        for (int i = 0; i < TRIGGERS; i++) {
            long begin = System.nanoTime();
            triggers.publish(
                    organisation,
                    "Trigger " + i,
                    TestTriggerRoom.HAPPENED,
                    new Condition.Test("event.amount", Operator.EQUALS, Integer.toString(i)),
                    new ChosenAction("testing-note", Map.of("title", "At {{event.amount}}")));
            published.add((System.nanoTime() - begin) / 1_000_000);
        }
        List<Long> last = published.subList(TRIGGERS - Math.min(TRIGGERS, 20), TRIGGERS);
        long compiling = System.nanoTime();
        transaction.executeWithoutResult(status -> publications.newest());
        System.out.printf(
                Locale.ROOT,
                "written, tested and published beside %d others: ms | %.0f%nread and compiled at the next event: ms | %d%n",
                TRIGGERS,
                percentiles(last)[0],
                (System.nanoTime() - compiling) / 1_000_000);
        ours(25, 5);
        bare(25, 5);
        System.out.printf(Locale.ROOT, "event to action | p50 ms | p99 ms | bare p50 | bare p99 | ratio of p99%n");
        for (String rate : System.getProperty("bench.rates", "25,50,100,150").split(",")) {
            double[] ours = ours(Integer.parseInt(rate), SECONDS);
            double[] bare = bare(Integer.parseInt(rate), SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "%s firing events/s | %.0f | %.0f | %.0f | %.0f | %.1f%n",
                    rate,
                    ours[0],
                    ours[1],
                    bare[0],
                    bare[1],
                    ours[1] / bare[1]);
        }
    }

    /** From before the transaction of the event until the action is noted as done, ms. */
    private double[] ours(int rate, int seconds) {
        Map<UUID, Long> begun = new ConcurrentHashMap<>();
        send(rate, seconds, id -> {
            begun.put(id, System.currentTimeMillis());
            SystemActor.run(() -> transaction.executeWithoutResult(status -> events.record(new DomainEvent(
                    id,
                    TestTriggerRoom.HAPPENED,
                    organisation,
                    Ids.next(),
                    null,
                    null,
                    null,
                    Map.of("amount", BigDecimal.valueOf(id.hashCode() & 1))))));
        });
        UUID[] ids = begun.keySet().toArray(UUID[]::new);
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> database.sql("""
                                select count(*) from triggers_action_run r join triggers_firing f on f.id = r.firing_id
                                where f.event_id = any(?)
                                """).param(ids).query(Integer.class).single() == rate * seconds);
        return percentiles(database.sql("""
                        select f.event_id, r.at from triggers_action_run r join triggers_firing f on f.id = r.firing_id
                        where f.event_id = any(?)
                        """)
                .param(ids)
                .query((row, n) -> row.getTimestamp("at").getTime() - begun.get(row.getObject("event_id", UUID.class)))
                .list());
    }

    /** From before a row is written and a process started until its job is taken, ms. */
    private double[] bare(int rate, int seconds) {
        Map<String, Long> begun = new ConcurrentHashMap<>();
        Map<String, Long> taken = new ConcurrentHashMap<>();
        database.sql("create table if not exists bench_bare (id uuid primary key)")
                .update();
        try (ZeebeClient client = ZeebeClient.newClientBuilder()
                        .usePlaintext()
                        .grpcAddress(grpc)
                        .restAddress(rest)
                        .build();
                var worker = client.newWorker()
                        .jobType("bench.bare")
                        .handler((jobs, job) -> {
                            taken.put((String) job.getVariable("id"), System.currentTimeMillis());
                            jobs.newCompleteCommand(job).send();
                        })
                        .streamEnabled(true)
                        .open()) {
            client.newDeployResourceCommand()
                    .addResourceBytes(BARE.getBytes(StandardCharsets.UTF_8), "bare.bpmn")
                    .send()
                    .join();
            send(rate, seconds, id -> {
                begun.put(id.toString(), System.currentTimeMillis());
                database.sql("insert into bench_bare values (?)").param(id).update();
                client.newCreateInstanceCommand()
                        .bpmnProcessId("bench-bare")
                        .latestVersion()
                        .variables(Map.of("id", id.toString()))
                        .send()
                        .join();
            });
            await().atMost(LIMIT).until(() -> taken.size() == rate * seconds);
        }
        return percentiles(taken.entrySet().stream()
                .map(one -> one.getValue() - begun.get(one.getKey()))
                .toList());
    }

    /** So many a second, evenly, whether those before are through or not. */
    private static void send(int rate, int seconds, Consumer<UUID> event) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < rate * seconds; i++) {
                LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
                threads.execute(() -> event.accept(Ids.next()));
            }
        }
    }

    private static double[] percentiles(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return new double[] {sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100)};
    }
}
