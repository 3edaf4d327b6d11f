package io.traject.workers.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.workers.TestHandlers.Work;
import io.traject.workers.WorkersTest;
import io.traject.workers.progress.OpenIncidents;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.progress.ProcessProgress.InstanceState;
import io.traject.workers.progress.ProcessProgress.OpenIncident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WorkersTest
class JobWorkersTest {

    private static final Duration MORE_THAN_THE_JOB_TIMEOUT = Duration.ofSeconds(7);

    private static TestProcesses processes;

    @Autowired
    private Work work;

    @Autowired
    private EngineCommands commands;

    @Autowired
    private EngineCommandQueue queue;

    @Autowired
    private OpenIncidents openIncidents;

    @Autowired
    private ProcessProgress progress;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    static void deploy() {
        processes = new TestProcesses();
    }

    @AfterAll
    static void close() {
        processes.close();
    }

    @Test
    void shouldRunAJobOnAVirtualThreadAndCompleteIt() {
        var virtual = new AtomicReference<Boolean>();
        long instance = processes.startOneJob(work.doing(job -> {
            virtual.set(Thread.currentThread().isVirtual());
            return JobOutcome.completed(Map.of("answer", 42));
        }));

        awaitEnd(instance);
        assertThat(virtual).hasValue(true);
    }

    @Test
    void shouldRepeatAFailedJob() {
        var attempts = new AtomicInteger();
        long instance = processes.startOneJob(work.doing(job -> {
            if (attempts.incrementAndGet() < TestProcesses.RETRIES) {
                throw new IllegalStateException("not yet");
            }
            return JobOutcome.completed();
        }));

        awaitEnd(instance);
        assertThat(attempts).hasValue(TestProcesses.RETRIES);
    }

    @Test
    void shouldLeaveAnIncidentWithoutAnybodysDataWhenTheRetriesAreUsedUp() {
        var attempts = new AtomicInteger();
        long instance = processes.startOneJob(work.doing(job -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("no mailbox mevrouw.jansen@example.org");
        }));

        var incident = awaitIncident(instance);
        assertThat(attempts).hasValue(TestProcesses.RETRIES);
        assertThat(incident.elementId()).isEqualTo("Work");
        assertThat(incident.message())
                .startsWith("IllegalStateException at io.traject.workers")
                .doesNotContain("jansen");
    }

    @Test
    void shouldTryAStepAgainOnceItsCauseIsMended() {
        var mended = new AtomicBoolean();
        var attempts = new AtomicInteger();
        long instance = processes.startOneJob(work.doing(job -> {
            attempts.incrementAndGet();
            if (!mended.get()) {
                throw new IllegalStateException("not mended");
            }
            return JobOutcome.completed();
        }));
        long first = awaitIncident(instance).key();

        retry(first);
        await().until(() -> awaitIncident(instance).key(), key -> key != first);
        assertThat(attempts).as("one try for each retry").hasValue(TestProcesses.RETRIES + 1);
        assertThat(openIncidents.stillOpen(List.of(first))).isEmpty();

        mended.set(true);
        long second = awaitIncident(instance).key();
        var seen = openIncidents.stillOpen(List.of(second));
        retry(seen);
        retry(seen);
        awaitEnd(instance);
        await().untilAsserted(() -> assertThat(queue.length()).isZero());
        assertThat(attempts).hasValue(TestProcesses.RETRIES + 2);
    }

    private void retry(long incident) {
        retry(openIncidents.stillOpen(List.of(incident)));
    }

    private void retry(List<OpenIncidents.Standstill> standing) {
        transaction.executeWithoutResult(status -> commands.retryIncidents(standing.stream()
                .map(incident -> new StandingIncident(incident.key(), incident.jobKey()))
                .toList()));
    }

    @Test
    void shouldComeBackLaterWithoutSpendingRetries() {
        var attempts = new AtomicInteger();
        long instance = processes.startOneJob(work.doing(job -> attempts.incrementAndGet() <= TestProcesses.RETRIES + 1
                ? JobOutcome.later(Duration.ofMillis(50), "the printer is warming up")
                : JobOutcome.completed()));

        awaitEnd(instance);
        assertThat(attempts).hasValue(TestProcesses.RETRIES + 2);
    }

    @Test
    void shouldKeepAJobThatTakesLongerThanItsTimeout() {
        var attempts = new AtomicInteger();
        var never = new CountDownLatch(1);
        long instance = processes.startOneJob(work.doing(job -> {
            attempts.incrementAndGet();
            never.await(MORE_THAN_THE_JOB_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return JobOutcome.completed();
        }));

        awaitEnd(instance);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void shouldFailAJobThatMissesAVariable() {
        long instance = processes.start(TestProcesses.ONE_JOB, Map.of("note", "no testId"));

        assertThat(awaitIncident(instance).message()).contains("JobVariables.bind");
    }

    @Test
    void shouldCarryTheCorrelationIdFromTheRequestToTheJob() {
        var seen = new AtomicReference<String>();
        var testId = work.doing(job -> {
            seen.set(MDC.get("correlationId"));
            return JobOutcome.completed();
        });

        try (var _ = MDC.putCloseable("correlationId", "request-7")) {
            transaction.executeWithoutResult(status -> commands.publish(List.of(new EngineMessage(
                    TestProcesses.ONE_JOB_WANTED, UUID.randomUUID(), UUID.randomUUID(), Map.of("testId", testId)))));
        }

        await().untilAtomic(seen, org.hamcrest.Matchers.equalTo("request-7"));
    }

    private void awaitEnd(long instance) {
        await().until(() -> progress.instance(instance)
                .filter(shown -> shown.state() == InstanceState.COMPLETED)
                .isPresent());
    }

    private OpenIncident awaitIncident(long instance) {
        return await().until(
                        () -> progress.instance(instance).stream()
                                .flatMap(shown -> shown.incidents().stream())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
