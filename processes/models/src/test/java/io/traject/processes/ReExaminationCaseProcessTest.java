package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Engine.Shared.class)
class ReExaminationCaseProcessTest {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

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
        aCase.receive(Messages.RE_EXAMINATION_INVITED);
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

    private void bringTo(String state) {
        claimStart();
        switch (state) {
            case "AwaitInvitation" -> {}
            case "AwaitFinalDate" -> aCase.receive(Messages.RE_EXAMINATION_INVITED);
            case "FollowUpMissingData" -> {
                aCase.receive(Messages.RE_EXAMINATION_INVITED);
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
