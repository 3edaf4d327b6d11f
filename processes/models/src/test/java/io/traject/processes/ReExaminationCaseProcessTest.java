package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Engine.Shared.class)
class ReExaminationCaseProcessTest {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final UUID caseId = UUID.randomUUID();
    private final Engine engine;
    private final Instant finalDate;
    private final Instance aCase;

    ReExaminationCaseProcessTest(Engine engine) {
        this.engine = engine;
        finalDate = engine.now().plus(TWO_WEEKS);
        aCase = engine.start(
                Messages.RE_EXAMINATION_CASE_OPENED,
                caseId,
                Map.of(Variables.CASE_ID, caseId.toString(), Variables.FINAL_DATE, finalDate.toString()));
    }

    @Test
    void shouldAssessSuppliedDataAndRecordTheDecision() {
        bringTo("AwaitFinalDate");

        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        assess("granted");

        recordDecision("granted");
        aCase.awaitEnd("Closed");
        assertThat(aCase.passed()).doesNotContain("AwaitFinalDate", "FollowUpMissingData");
    }

    @Test
    void shouldAssessDataThatIsSuppliedBeforeTheInvitation() {
        bringTo("AwaitInvitation");

        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        assess("granted");

        recordDecision("granted");
        aCase.awaitEnd("Closed");
        assertThat(aCase.passed()).doesNotContain("AwaitInvitation");
    }

    @Test
    void shouldKeepMessagesThatArriveBeforeTheStartIsClaimed() {
        invite();
        aCase.receive(Messages.CASE_DATA_SUPPLIED);

        claimStart();
        assess("granted");

        recordDecision("granted");
        aCase.awaitEnd("Closed");
    }

    @Test
    void shouldWaitAgainWhenTheFinalDateIsExtended() {
        // given
        bringTo("FollowUpMissingData");

        // when
        Instant laterDate = engine.now().plus(TWO_WEEKS);
        aCase.completeTask(
                "FollowUpMissingData",
                Map.of(Variables.OUTCOME, FollowUpOutcomes.EXTEND, Variables.FINAL_DATE, laterDate.toString()));

        // then
        engine.advance(TWO_WEEKS);
        aCase.openTask("FollowUpMissingData", TaskTypes.FOLLOW_UP_MISSING_DATA);
        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        assess("granted");
        recordDecision("granted");
        aCase.awaitEnd("Closed");
        assertThat(aCase.timers()).containsExactly(finalDate, laterDate);
    }

    @Test
    void shouldAssessWithoutData() {
        bringTo("FollowUpMissingData");

        aCase.completeTask("FollowUpMissingData", Map.of(Variables.OUTCOME, FollowUpOutcomes.ASSESS));
        assess("ended");

        recordDecision("ended");
        aCase.awaitEnd("Closed");
        assertThat(aCase.passed()).contains("ToBeAssessed");
    }

    @Test
    void shouldCloseWithoutAssessment() {
        bringTo("FollowUpMissingData");

        aCase.completeTask("FollowUpMissingData", Map.of(Variables.OUTCOME, FollowUpOutcomes.CLOSE));

        recordDecision(FollowUpOutcomes.CLOSE);
        aCase.awaitEnd("Closed");
        assertThat(aCase.passed()).contains("ToBeClosed").doesNotContain("AssessSuppliedData");
    }

    @Test
    void shouldStopWithAnIncidentWhenTheFollowUpHasAnUnknownOutcome() {
        bringTo("FollowUpMissingData");

        aCase.completeTask("FollowUpMissingData", Map.of(Variables.OUTCOME, "postpone"));

        aCase.awaitIncident("HowToGoOn");
    }

    @Test
    void shouldWithdrawTheFollowUpWhenDataIsSuppliedAfterAll() {
        bringTo("FollowUpMissingData");

        aCase.receive(Messages.CASE_DATA_SUPPLIED);

        aCase.awaitTaskCancelled("FollowUpMissingData");
        assess("granted");
        recordDecision("granted");
        aCase.awaitEnd("Closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AwaitInvitation", "AwaitFinalDate"})
    void shouldEndWhenCancelledWhileWaiting(String waitState) {
        bringTo(waitState);

        aCase.receive(Messages.CASE_CANCELLED);

        aCase.awaitEnd("Cancelled");
        assertThat(aCase.passed()).doesNotContain(waitState);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FollowUpMissingData", "AssessSuppliedData"})
    void shouldWithdrawTheTaskWhenCancelled(String task) {
        bringTo(task);

        aCase.receive(Messages.CASE_CANCELLED);

        aCase.awaitTaskCancelled(task);
        aCase.awaitEnd("Cancelled");
    }

    @Test
    void shouldEndQuietlyWhenAnotherInstanceHasClaimedTheCase() {
        var claim = aCase.takeJob(JobTypes.CLAIM_START);
        assertThat(claim.getVariable(Variables.BUSINESS_KEY)).isEqualTo(caseId.toString());

        aCase.complete(claim, Map.of(Variables.CLAIMED, false));

        aCase.awaitEnd("AlreadyStarted");
        assertThat(aCase.passed()).doesNotContain("CollectData");
    }

    @Test
    void shouldWaitForANewFinalDateAfterALetter() {
        bringTo("FollowUpMissingData");

        Instant laterDate = engine.now().plus(TWO_WEEKS);
        aCase.completeTask(
                "FollowUpMissingData",
                Map.of(Variables.OUTCOME, FollowUpOutcomes.LETTER, Variables.FINAL_DATE, laterDate.toString()));

        engine.advance(TWO_WEEKS);
        aCase.openTask("FollowUpMissingData", TaskTypes.FOLLOW_UP_MISSING_DATA);
        assertThat(aCase.timers()).containsExactly(finalDate, laterDate);
    }

    @Test
    void shouldRemindAtTheGivenInstants() {
        // given
        Instant first = engine.now().plus(Duration.ofDays(5));
        Instant second = engine.now().plus(Duration.ofDays(10));
        claimStart();
        invite(first, second);
        aCase.awaitReached("RemindResident");
        assertThat(aCase.timers()).containsExactlyInAnyOrder(finalDate, first, second);

        // when
        advanceTo(first);

        // then
        UUID mail = UUID.randomUUID();
        prepareReminder(1, Map.of(Variables.MAIL_ID, mail.toString()));
        var send = aCase.takeJob(JobTypes.SEND_MAIL);
        assertThat(send.getVariablesAsMap()).containsEntry(Variables.MAIL_ID, mail.toString());
        aCase.complete(send, Map.of());
        var record = aCase.takeJob(JobTypes.RECORD_REMINDER);
        assertThat(record.getVariablesAsMap())
                .containsEntry(Variables.CASE_ID, caseId.toString())
                .containsEntry(Variables.MAIL_ID, mail.toString());
        aCase.complete(record, Map.of());
        aCase.awaitPassed("ReminderHandled");
        assertThat(aCase.passed()).doesNotContain("RemindersHandled");

        // and the second knows nothing of the first
        advanceTo(second);
        prepareReminder(2, Map.of());
        aCase.awaitPassed("RemindersHandled");
        assertThat(aCase.passed()).containsOnlyOnce("SendReminder");
    }

    @Test
    void shouldRemindNobodyOnceDataIsSupplied() {
        claimStart();
        invite(engine.now().plus(Duration.ofDays(5)));
        aCase.awaitReached("AwaitReminder");

        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        aCase.openTask("AssessSuppliedData", TaskTypes.ASSESS_SUPPLIED_DATA);
        engine.advance(Duration.ofDays(5));

        aCase.completeTask("AssessSuppliedData", Map.of(Variables.OUTCOME, "granted"));
        recordDecision("granted");
        aCase.awaitEnd("Closed");
        assertThat(aCase.passed()).doesNotContain("AwaitReminder");
    }

    @Test
    void shouldNotWaitForAnOutstandingReminderWhenClosed() {
        claimStart();
        invite(finalDate.plus(TWO_WEEKS));
        aCase.awaitReached("AwaitFinalDate");
        engine.advance(TWO_WEEKS);
        aCase.openTask("FollowUpMissingData", TaskTypes.FOLLOW_UP_MISSING_DATA);

        aCase.completeTask("FollowUpMissingData", Map.of(Variables.OUTCOME, FollowUpOutcomes.CLOSE));

        recordDecision(FollowUpOutcomes.CLOSE);
        aCase.awaitEnd("Closed");
        assertThat(aCase.passed()).doesNotContain("AwaitReminder");
    }

    @Test
    void shouldGoOnWhileAReminderFails() {
        claimStart();
        invite(engine.now().minus(A_MINUTE));
        aCase.failJob(JobTypes.PREPARE_REMINDER);
        aCase.awaitIncident("PrepareReminder");

        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        assess("granted");

        recordDecision("granted");
        aCase.awaitPassed("Closed");
    }

    @Test
    void shouldAskForTheAddressOfEveryMailThatBounced() {
        // given
        bringTo("AwaitFinalDate");
        var bounced = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());

        // when
        bounced.forEach(mail -> aCase.receive(Messages.CASE_MAIL_BOUNCED, Map.of(Variables.COMMUNICATION_ID, mail)));

        // then
        var jobs = aCase.takeJobs(JobTypes.OPEN_TASK, 2);
        assertThat(jobs)
                .extracting(job -> job.getVariable(Variables.COMMUNICATION_ID))
                .containsExactlyInAnyOrderElementsOf(bounced);
        assertThat(jobs)
                .extracting(job -> job.getVariable(Variables.TASK_TYPE))
                .containsOnly(TaskTypes.CORRECT_ADDRESS);
        jobs.forEach(job -> aCase.complete(job, Map.of()));
    }

    @Test
    void shouldKeepTheAnswerToABounceFromTheDecision() {
        bringTo("FollowUpMissingData");
        aCase.receive(
                Messages.CASE_MAIL_BOUNCED,
                Map.of(Variables.COMMUNICATION_ID, UUID.randomUUID().toString()));
        aCase.openTask("CorrectAddress", TaskTypes.CORRECT_ADDRESS);

        aCase.completeTask("CorrectAddress", Map.of(Variables.OUTCOME, "close"));
        aCase.awaitPassed("BounceHandled");
        aCase.receive(Messages.CASE_DATA_SUPPLIED);

        assess("granted");
        recordDecision("granted");
        aCase.awaitEnd("Closed");
    }

    @Test
    void shouldWithdrawTheBouncedMailWhenDataIsSupplied() {
        bringTo("AwaitFinalDate");
        aCase.receive(
                Messages.CASE_MAIL_BOUNCED,
                Map.of(Variables.COMMUNICATION_ID, UUID.randomUUID().toString()));
        aCase.openTask("CorrectAddress", TaskTypes.CORRECT_ADDRESS);

        aCase.receive(Messages.CASE_DATA_SUPPLIED);

        aCase.awaitTaskCancelled("CorrectAddress");
        assess("granted");
        recordDecision("granted");
        aCase.awaitEnd("Closed");
    }

    @Test
    void shouldAssessAgainWhenReopened() {
        // given
        bringTo("AwaitFinalDate");
        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        assess("ended");
        recordDecision("ended");
        aCase.awaitEnd("Closed");

        // when
        var reopeningId = UUID.randomUUID().toString();
        var reopened = engine.startAgain(
                Messages.RE_EXAMINATION_CASE_REOPENED,
                aCase,
                Map.of(Variables.CASE_ID, caseId.toString(), Variables.REOPENING_ID, reopeningId));

        // then
        var claim = reopened.takeJob(JobTypes.CLAIM_START);
        assertThat(claim.getVariable(Variables.BUSINESS_KEY)).isEqualTo(reopeningId);
        reopened.complete(claim, Map.of(Variables.CLAIMED, true));
        reopened.openTask("AssessSuppliedData", TaskTypes.ASSESS_SUPPLIED_DATA);
        reopened.receive(Messages.CASE_CANCELLED);
        reopened.awaitTaskCancelled("AssessSuppliedData");
        reopened.awaitEnd("Cancelled");
    }

    @Test
    void shouldReopenOnlyOnce() {
        bringTo("AwaitInvitation");
        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        assess("ended");
        recordDecision("ended");
        aCase.awaitEnd("Closed");

        var repeated = engine.startAgain(
                Messages.RE_EXAMINATION_CASE_REOPENED,
                aCase,
                Map.of(
                        Variables.CASE_ID,
                        caseId.toString(),
                        Variables.REOPENING_ID,
                        UUID.randomUUID().toString()));

        repeated.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, false));
        repeated.awaitEnd("AlreadyReopened");
    }

    private void invite(Instant... reminders) {
        aCase.receive(
                Messages.RE_EXAMINATION_INVITED,
                Map.of(
                        Variables.REMINDERS,
                        Arrays.stream(reminders).map(Instant::toString).toList()));
    }

    /** Up to a minute before, when nothing may have happened yet, and then to the moment itself. */
    private void advanceTo(Instant moment) {
        engine.advance(Duration.between(engine.now(), moment).minus(A_MINUTE));
        assertThat(aCase.timersFired()).doesNotContain(moment);
        engine.advance(A_MINUTE);
    }

    private void prepareReminder(int number, Map<String, Object> answer) {
        var job = aCase.takeJob(JobTypes.PREPARE_REMINDER);
        assertThat(job.getVariablesAsMap())
                .containsEntry(Variables.CASE_ID, caseId.toString())
                .containsEntry(Variables.REMINDER, number);
        aCase.complete(job, answer);
    }

    private void bringTo(String state) {
        claimStart();
        switch (state) {
            case "AwaitInvitation" -> {}
            case "AwaitFinalDate" -> invite();
            case "FollowUpMissingData" -> {
                invite();
                aCase.awaitReached("AwaitFinalDate");
                engine.advance(TWO_WEEKS);
                aCase.openTask("FollowUpMissingData", TaskTypes.FOLLOW_UP_MISSING_DATA);
            }
            case "AssessSuppliedData" -> {
                aCase.receive(Messages.CASE_DATA_SUPPLIED);
                aCase.openTask("AssessSuppliedData", TaskTypes.ASSESS_SUPPLIED_DATA);
            }
            default -> throw new IllegalArgumentException(state);
        }
        aCase.awaitReached(state);
    }

    private void claimStart() {
        aCase.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));
    }

    private void assess(String outcome) {
        aCase.openTask("AssessSuppliedData", TaskTypes.ASSESS_SUPPLIED_DATA);
        aCase.completeTask("AssessSuppliedData", Map.of(Variables.OUTCOME, outcome));
    }

    private void recordDecision(String outcome) {
        var job = aCase.takeJob(JobTypes.RECORD_DECISION);
        assertThat(job.getVariablesAsMap())
                .containsEntry(Variables.CASE_ID, caseId.toString())
                .containsEntry(Variables.OUTCOME, outcome);
        aCase.complete(job, Map.of());
    }
}
