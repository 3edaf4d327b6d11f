package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Engine.Shared.class)
class TriggerActionsProcessTest {

    private final UUID firingId = UUID.randomUUID();
    private final Instance firing;

    TriggerActionsProcessTest(Engine engine) {
        firing = engine.start(
                Messages.TRIGGER_FIRED,
                firingId,
                Map.of(Variables.FIRING_ID, firingId.toString(), Variables.ACTIONS, List.of(0, 1)));
    }

    @Test
    void shouldDoTheActionsOneAfterTheOther() {
        firing.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));

        var first = firing.takeJob(JobTypes.RUN_TRIGGER_ACTION);
        assertThat(first.getVariablesAsMap()).containsEntry(Variables.ACTION, 0);
        firing.complete(first, Map.of());
        var second = firing.takeJob(JobTypes.RUN_TRIGGER_ACTION);
        assertThat(second.getVariablesAsMap()).containsEntry(Variables.ACTION, 1);
        firing.complete(second, Map.of());

        firing.awaitEnd("ActionsDone");
    }

    @Test
    void shouldWaitAsAnIncidentWhenAnActionKeepsFailing() {
        firing.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));

        firing.failJob(JobTypes.RUN_TRIGGER_ACTION);

        firing.awaitIncident("RunAction");
    }

    @Test
    void shouldDoNothingWhenAnotherInstanceHasClaimedTheFiring() {
        firing.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, false));

        firing.awaitEnd("AlreadyStarted");
        assertThat(firing.passed()).doesNotContain("RunAction");
    }
}
