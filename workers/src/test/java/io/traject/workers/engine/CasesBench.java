package io.traject.workers.engine;

import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.ZeebeFuture;
import io.micrometer.core.instrument.MeterRegistry;
import io.traject.processes.JobTypes;
import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.workers.TestPlatform;
import io.traject.workers.WorkersTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases brought to "awaiting data" a second: started through the command queue, claimed in PostgreSQL, invited by message;
 * against a bare client with an empty handler, on the same engine, model and exporter.
 */
@WorkersTest
class CasesBench {

    private static final int CASES = 1_000;
    private static final int CHUNK = 200;
    private static final int ROUNDS = 3;
    private static final int IN_FLIGHT = 30;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Autowired
    private EngineCommands commands;

    @Autowired
    private Engine engine;

    @Autowired
    private ObjectProvider<JobHandler<?>> handlers;

    @Autowired
    private WorkerProperties properties;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private JobWorkers workers;

    @Autowired
    private ObjectProvider<Clock> clock;

    @Autowired
    private EngineConnection connection;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void measure() {
        await().atMost(LIMIT).until(() -> connection.state() == EngineConnection.State.WORKING);
        workers.close();
        oursWithItsWorkers();
        bare();
        double ours = 0;
        double bare = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ours += oursWithItsWorkers() / ROUNDS;
            bare += bare() / ROUNDS;
        }
        System.out.printf(Locale.ROOT, "cases/s | %.0f | %.0f | %.2f%n", ours, bare, ours / bare);
    }

    private double oursWithItsWorkers() {
        var own = new JobWorkers(engine, handlers, properties, metrics, clock);
        own.open();
        try {
            return ours();
        } finally {
            own.close();
        }
    }

    private double ours() {
        long reached = awaitingFinalDate();
        long begin = System.nanoTime();
        for (int chunk = 0; chunk < CASES / CHUNK; chunk++) {
            var cases = newCases(CHUNK);
            transaction.executeWithoutResult(status -> commands.start(cases.stream()
                    .map(id ->
                            new ProcessStart(Messages.RE_EXAMINATION_CASE_OPENED, id, UUID.randomUUID(), variables(id)))
                    .toList()));
            transaction.executeWithoutResult(status -> commands.publish(cases.stream()
                    .map(id -> new EngineMessage(Messages.RE_EXAMINATION_INVITED, id, UUID.randomUUID(), Map.of()))
                    .toList()));
        }
        return perSecond(begin, reached);
    }

    private double bare() {
        long reached = awaitingFinalDate();
        try (var client = ZeebeClient.newClientBuilder()
                        .usePlaintext()
                        .grpcAddress(TestPlatform.broker().grpcAddress())
                        .restAddress(TestPlatform.broker().restAddress())
                        .useDefaultRetryPolicy(true)
                        .build();
                var claims = client.newWorker()
                        .jobType(JobTypes.CLAIM_START)
                        .handler((jobs, job) -> jobs.newCompleteCommand(job)
                                .variables(Map.of(Variables.CLAIMED, true))
                                .send())
                        .streamEnabled(true)
                        .open()) {
            var cases = newCases(CASES);
            long begin = System.nanoTime();
            var open = new CountDownLatch(2 * CASES);
            var free = new Semaphore(IN_FLIGHT);
            for (var id : cases) {
                send(free, open, () -> publish(client, Messages.RE_EXAMINATION_CASE_OPENED, id, variables(id)));
                send(free, open, () -> publish(client, Messages.RE_EXAMINATION_INVITED, id, Map.of()));
            }
            await().atMost(LIMIT).until(() -> open.getCount() == 0);
            return perSecond(begin, reached);
        }
    }

    private static void send(Semaphore free, CountDownLatch open, Supplier<ZeebeFuture<?>> request) {
        free.acquireUninterruptibly();
        sendUntilTaken(free, open, request);
    }

    private static void sendUntilTaken(Semaphore free, CountDownLatch open, Supplier<ZeebeFuture<?>> request) {
        request.get().whenComplete((value, failure) -> {
            if (failure == null) {
                free.release();
                open.countDown();
            } else {
                sendUntilTaken(free, open, request);
            }
        });
    }

    private static ZeebeFuture<?> publish(ZeebeClient client, String name, UUID id, Map<String, Object> variables) {
        return client.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(id.toString())
                .messageId(UUID.randomUUID().toString())
                .timeToLive(Duration.ofDays(7))
                .variables(variables)
                .send();
    }

    private double perSecond(long begin, long reachedBefore) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> awaitingFinalDate() >= reachedBefore + CASES);
        return CASES / ((System.nanoTime() - begin) / 1e9);
    }

    private long awaitingFinalDate() {
        return jdbc.sql("select count(*) from progress.element where element_id = 'AwaitFinalDate'")
                .query(Long.class)
                .single();
    }

    private static List<UUID> newCases(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static Map<String, Object> variables(UUID caseId) {
        return Map.of(
                Variables.CASE_ID,
                caseId.toString(),
                Variables.FINAL_DATE,
                Instant.now().plus(Duration.ofDays(30)).toString());
    }
}
