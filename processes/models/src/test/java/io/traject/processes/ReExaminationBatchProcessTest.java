package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Engine.Shared.class)
class ReExaminationBatchProcessTest {

    private final UUID batchId = UUID.randomUUID();
    private final Instance batch;

    ReExaminationBatchProcessTest(Engine engine) {
        batch = engine.start(
                Messages.RE_EXAMINATION_BATCH_CONFIRMED, batchId, Map.of(Variables.BATCH_ID, batchId.toString()));
    }

    @Test
    void shouldCreateCasesInChunksAndDispatchRangesSideBySide() {
        // given
        claimStart();
        batch.completeJob(JobTypes.CREATE_CASES, Map.of(Variables.ALL_CREATED, false));
        batch.completeJob(JobTypes.CREATE_CASES, Map.of(Variables.ALL_CREATED, false));
        batch.completeJob(JobTypes.CREATE_CASES, Map.of(Variables.ALL_CREATED, true));
        batch.completeJob(JobTypes.FINISH_CREATION);

        // when
        batch.receive(Messages.RE_EXAMINATION_DISPATCH_AGREED);
        batch.completeJob(JobTypes.PLAN_DISPATCH, Map.of(Variables.RANGES, List.of(range(0, 500), range(500, 530))));

        // then
        var preparations = batch.takeJobs(JobTypes.PREPARE_INVITATIONS, 2);
        assertThat(preparations)
                .extracting(job -> job.getVariable(Variables.RANGE))
                .containsExactlyInAnyOrder(range(0, 500), range(500, 530));
        preparations.forEach(job -> batch.complete(job, Map.of()));

        var deliveries = batch.takeJobs(JobTypes.SEND_MAIL, 2);
        assertThat(deliveries)
                .allSatisfy(
                        job -> assertThat(job.getVariable(Variables.MAIL_GROUP)).isEqualTo(batchId.toString()));
        assertThat(deliveries)
                .extracting(job -> range(job.getVariable(Variables.FROM), job.getVariable(Variables.TO)))
                .containsExactlyInAnyOrder(range(0, 500), range(500, 530));
        deliveries.forEach(job -> batch.complete(job, Map.of()));

        batch.takeJobs(JobTypes.RECORD_INVITATIONS, 2).forEach(job -> batch.complete(job, Map.of()));
        batch.completeJob(JobTypes.FINISH_DISPATCH, Map.of(Variables.NOTICE_MAIL_ID, "mail-1"));
        var notice = batch.takeJob(JobTypes.SEND_MAIL);
        assertThat(notice.getVariablesAsMap())
                .containsEntry(Variables.MAIL_ID, "mail-1")
                .doesNotContainKey(Variables.MAIL_GROUP);
        batch.complete(notice, Map.of());
        batch.awaitEnd("Dispatched");
    }

    @Test
    void shouldEndQuietlyWhenAnotherInstanceHasClaimedTheBatch() {
        var claim = batch.takeJob(JobTypes.CLAIM_START);
        assertThat(claim.getVariable(Variables.BUSINESS_KEY)).isEqualTo(batchId.toString());

        batch.complete(claim, Map.of(Variables.CLAIMED, false));

        batch.awaitEnd("AlreadyStarted");
        assertThat(batch.passed()).doesNotContain("CreateCases");
    }

    @Test
    void shouldWithdrawTheCasesWhenTheBatchIsDiscardedBeforeItsDispatch() {
        claimStart();
        batch.completeJob(JobTypes.CREATE_CASES, Map.of(Variables.ALL_CREATED, true));
        batch.completeJob(JobTypes.FINISH_CREATION);
        batch.awaitReached("AwaitDispatchAgreement");

        batch.receive(Messages.RE_EXAMINATION_BATCH_DISCARDED);
        batch.completeJob(JobTypes.WITHDRAW_CASES, Map.of(Variables.ALL_WITHDRAWN, false));
        batch.completeJob(JobTypes.WITHDRAW_CASES, Map.of(Variables.ALL_WITHDRAWN, true));

        batch.awaitEnd("Discarded");
        assertThat(batch.passed()).doesNotContain("PlanDispatch");
    }

    @Test
    void shouldSendNoNoticeWhenNobodyIsToBeNotified() {
        claimStart();
        batch.completeJob(JobTypes.CREATE_CASES, Map.of(Variables.ALL_CREATED, true));
        batch.completeJob(JobTypes.FINISH_CREATION);
        batch.receive(Messages.RE_EXAMINATION_DISPATCH_AGREED);
        batch.completeJob(JobTypes.PLAN_DISPATCH, Map.of(Variables.RANGES, List.of()));
        batch.completeJob(JobTypes.FINISH_DISPATCH);

        batch.awaitEnd("Dispatched");
        assertThat(batch.passed()).doesNotContain("SendNotice");
    }

    @Test
    void shouldStopWithAnIncidentWhenAnAnswerIsMissing() {
        batch.completeJob(JobTypes.CLAIM_START);

        batch.awaitIncident("StartClaimed");
    }

    @Test
    void shouldDispatchABatchWithoutRows() {
        claimStart();
        batch.completeJob(JobTypes.CREATE_CASES, Map.of(Variables.ALL_CREATED, true));
        batch.completeJob(JobTypes.FINISH_CREATION);
        batch.receive(Messages.RE_EXAMINATION_DISPATCH_AGREED);

        batch.completeJob(JobTypes.PLAN_DISPATCH, Map.of(Variables.RANGES, List.of()));
        batch.completeJob(JobTypes.FINISH_DISPATCH, Map.of(Variables.NOTICE_MAIL_ID, "mail-1"));
        batch.completeJob(JobTypes.SEND_MAIL);

        batch.awaitEnd("Dispatched");
    }

    private void claimStart() {
        batch.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));
    }

    private static Map<String, Object> range(Object from, Object to) {
        return Map.of(Variables.FROM, from, Variables.TO, to);
    }
}
