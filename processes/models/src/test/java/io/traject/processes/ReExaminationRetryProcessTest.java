package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Engine.Shared.class)
class ReExaminationRetryProcessTest {

    private static final Map<String, Object> RANGE = Map.of(Variables.FROM, 0, Variables.TO, 500);

    private final UUID retryId = UUID.randomUUID();
    private final Instance retry;

    ReExaminationRetryProcessTest(Engine engine) {
        retry = engine.start(
                Messages.RE_EXAMINATION_RETRY_REQUESTED, retryId, Map.of(Variables.RETRY_ID, retryId.toString()));
    }

    @Test
    void shouldPrepareSendAndRecordEachRangeUnderTheRetrysOwnGroup() {
        retry.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));
        retry.completeJob(JobTypes.PLAN_RETRY, Map.of(Variables.RANGES, List.of(RANGE)));
        assertThat(retry.takeJob(JobTypes.PREPARE_RETRY))
                .satisfies(job -> assertThat(job.getVariable(Variables.RANGE)).isEqualTo(RANGE))
                .satisfies(job -> retry.complete(job, Map.of()));

        var delivery = retry.takeJob(JobTypes.SEND_MAIL);

        assertThat(delivery.getVariablesAsMap())
                .containsEntry(Variables.MAIL_GROUP, retryId.toString())
                .containsAllEntriesOf(RANGE);
        retry.complete(delivery, Map.of());
        retry.completeJob(JobTypes.RECORD_RETRY);
        retry.completeJob(JobTypes.FINISH_RETRY);
        retry.awaitEnd("Retried");
    }

    @Test
    void shouldFinishWhenNobodyIsLeftToBeInvited() {
        retry.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));
        retry.completeJob(JobTypes.PLAN_RETRY, Map.of(Variables.RANGES, List.of()));
        retry.completeJob(JobTypes.FINISH_RETRY);

        retry.awaitEnd("Retried");
        assertThat(retry.passed()).doesNotContain("SendMails");
    }

    @Test
    void shouldEndQuietlyWhenAnotherInstanceHasClaimedTheRetry() {
        retry.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, false));

        retry.awaitEnd("AlreadyStarted");
        assertThat(retry.passed()).doesNotContain("PlanRetry");
    }
}
