package io.traject.workers.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.traject.processes.Messages;
import io.traject.processes.ProcessIds;
import io.traject.processes.Variables;
import io.traject.workers.TestHandlers.OpenTask;
import io.traject.workers.TestPlatform;
import io.traject.workers.WorkersTest;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.progress.ProcessProgress.CurrentElement;
import io.traject.workers.progress.ProcessProgress.DueTimer;
import io.traject.workers.progress.ProcessProgress.InstanceState;
import io.traject.workers.progress.UserTaskProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@WorkersTest
class EngineCommandsTest {

    private static final Instant FINAL_DATE =
            Instant.now().plus(14, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private static TestProcesses processes;

    @Autowired
    private EngineCommands commands;

    @Autowired
    private EngineCommandQueue queue;

    @Autowired
    private ProcessStarts starts;

    @Autowired
    private ReconcileStarts reconcileStarts;

    @Autowired
    private ProcessProgress progress;

    @Autowired
    private OpenTask tasks;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void connect() {
        processes = new TestProcesses();
    }

    @AfterAll
    static void close() {
        processes.close();
    }

    @AfterEach
    void openTheDoor() {
        TestPlatform.door().open();
    }

    @Test
    void shouldStartAProcessOnceTheTransactionHasCommitted() {
        var caseId = UUID.randomUUID();
        start(aCase(caseId));

        long instance = awaitInstance(caseId);
        awaitElement(instance, "AwaitInvitation");
    }

    @Test
    void shouldForgetACommandThatIsRolledBackWithItsTransaction() {
        var caseId = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            commands.start(List.of(aCase(caseId)));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from engine_start where business_key = ?")
                        .param(caseId)
                        .query(Long.class)
                        .single())
                .isZero();
        await().untilAsserted(() -> assertThat(queue.length()).isZero());
    }

    @Test
    void shouldRefuseACommandOutsideATransaction() {
        assertThatThrownBy(() -> commands.start(List.of(aCase(UUID.randomUUID()))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void shouldStartTheSameThingOnce() {
        var caseId = UUID.randomUUID();
        start(aCase(caseId));
        start(aCase(caseId));

        long instance = awaitInstance(caseId);
        await().untilAsserted(() -> assertThat(queue.length()).isZero());
        assertThat(starts.instanceKey(caseId)).hasValue(instance);
    }

    @Test
    void shouldEndASecondInstanceAboutTheSameThing() {
        var caseId = UUID.randomUUID();
        start(aCase(caseId));
        long first = awaitInstance(caseId);

        long second = processes.startAt(
                "ClaimStart",
                ProcessIds.RE_EXAMINATION_CASE,
                Map.of(Variables.CASE_ID, caseId.toString(), Variables.FINAL_DATE, FINAL_DATE.toString()));

        awaitState(second, InstanceState.COMPLETED);
        assertThat(starts.instanceKey(caseId)).hasValue(first);
        awaitElement(first, "AwaitInvitation");
    }

    @Test
    void shouldSendWhatWasAskedWhileTheEngineWasAway() {
        var caseId = UUID.randomUUID();
        TestPlatform.door().close();
        start(aCase(caseId));

        await().untilAsserted(() -> assertThat(queue.failing(0, 10))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.kind()).isEqualTo("start");
                    assertThat(command.attempts()).isPositive();
                    assertThat(command.lastError()).isNotBlank();
                    assertThat(command.nextAttempt()).isAfter(command.lastAttempt());
                }));

        TestPlatform.door().open();
        queue.resendNow(queue.failing(0, 1).getFirst().id());
        awaitInstance(caseId);
        await().untilAsserted(() -> assertThat(queue.failingCount()).isZero());
    }

    @Test
    void shouldSendAStartAgainThatNoProcessClaimed() {
        var caseId = UUID.randomUUID();
        jdbc.sql("""
                        insert into engine_start
                            (business_key, correlation_key, message_name, message_id, variables, sent_at)
                        values (?, ?, ?, ?, ?::jsonb, now() - interval '11 minutes')""")
                .params(
                        caseId,
                        caseId,
                        Messages.RE_EXAMINATION_CASE_OPENED,
                        UUID.randomUUID(),
                        EngineJson.write(variables(caseId)))
                .update();

        reconcileStarts.resendUnclaimed();

        awaitInstance(caseId);
    }

    @Test
    void shouldTakeMoreThanTheEngineTakesAtOnce() {
        var cases = Stream.generate(UUID::randomUUID).limit(400).toList();
        start(cases.stream().map(EngineCommandsTest::aCase).toArray(ProcessStart[]::new));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(cases)
                        .allMatch(key -> starts.instanceKey(key).isPresent()));
        await().untilAsserted(() -> assertThat(queue.length()).isZero());
    }

    @Test
    void shouldShowWhereAProcessIsAndWhatComesNext() {
        var caseId = UUID.randomUUID();
        start(aCase(caseId));
        long instance = awaitInstance(caseId);
        tell(Messages.RE_EXAMINATION_INVITED, caseId);

        awaitElement(instance, "AwaitFinalDate");
        assertThat(progress.instance(instance)).hasValueSatisfying(shown -> {
            assertThat(shown.processId()).isEqualTo(ProcessIds.RE_EXAMINATION_CASE);
            assertThat(shown.currentElements())
                    .extracting(CurrentElement::since)
                    .doesNotContainNull();
            assertThat(shown.incidents()).isEmpty();
        });
        await().untilAsserted(() -> assertThat(
                        progress.instance(instance).orElseThrow().dueTimers())
                .containsExactly(new DueTimer("AwaitFinalDate", FINAL_DATE)));
        assertThat(progress.lag()).hasValueSatisfying(lag -> assertThat(lag).isLessThan(Duration.ofSeconds(15)));
    }

    @Test
    void shouldCompleteAUserTaskOnceHoweverOftenItIsAsked() {
        var caseId = UUID.randomUUID();
        var before = Instant.now().minusSeconds(60);
        start(aCase(caseId));
        long instance = awaitInstance(caseId);
        tell(Messages.RE_EXAMINATION_INVITED, caseId);
        awaitElement(instance, "AwaitFinalDate");
        tell(Messages.CASE_DATA_SUPPLIED, caseId);
        long element = await().until(() -> tasks.elementOf(caseId), key -> key != null);

        transaction.executeWithoutResult(status -> {
            commands.completeUserTask(element, Map.of(Variables.OUTCOME, "fit"));
            commands.completeUserTask(element, Map.of(Variables.OUTCOME, "unfit"));
        });

        awaitState(instance, InstanceState.COMPLETED);
        await().untilAsserted(() -> assertThat(queue.length()).isZero());
        assertThat(progress.userTask(element)).map(UserTaskProgress::ended).hasValue(true);
        assertThat(progress.userTasksEndedSince(before, 1_000))
                .extracting(UserTaskProgress::elementInstanceKey)
                .contains(element);
    }

    @Test
    void shouldCancelAnInstanceOnceHoweverOftenItIsAsked() {
        var caseId = UUID.randomUUID();
        start(aCase(caseId));
        long instance = awaitInstance(caseId);

        transaction.executeWithoutResult(status -> {
            commands.cancelInstance(instance);
            commands.cancelInstance(instance);
        });

        awaitState(instance, InstanceState.TERMINATED);
        await().untilAsserted(() -> assertThat(queue.length()).isZero());
    }

    private void start(ProcessStart... processes) {
        transaction.executeWithoutResult(status -> commands.start(List.of(processes)));
    }

    private void tell(String message, UUID caseId) {
        transaction.executeWithoutResult(
                status -> commands.publish(List.of(new EngineMessage(message, caseId, UUID.randomUUID(), Map.of()))));
    }

    private static ProcessStart aCase(UUID caseId) {
        return new ProcessStart(Messages.RE_EXAMINATION_CASE_OPENED, caseId, UUID.randomUUID(), variables(caseId));
    }

    private static Map<String, Object> variables(UUID caseId) {
        return Map.of(Variables.CASE_ID, caseId, Variables.FINAL_DATE, FINAL_DATE, Variables.REMINDERS, List.of());
    }

    private long awaitInstance(UUID caseId) {
        await().until(() -> starts.instanceKey(caseId).isPresent());
        return starts.instanceKey(caseId).orElseThrow();
    }

    private void awaitElement(long instance, String elementId) {
        await().until(() -> progress.instance(instance).stream()
                .flatMap(shown -> shown.currentElements().stream())
                .anyMatch(element -> element.elementId().equals(elementId)));
    }

    private void awaitState(long instance, InstanceState state) {
        await().until(() -> progress.instance(instance)
                .filter(shown -> shown.state() == state)
                .isPresent());
    }
}
