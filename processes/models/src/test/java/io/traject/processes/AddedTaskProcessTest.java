package io.traject.processes;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Engine.Shared.class)
class AddedTaskProcessTest {

    private final UUID addedTaskId = UUID.randomUUID();
    private final Instance task;

    AddedTaskProcessTest(Engine engine) {
        task = engine.start(
                Messages.TASK_REQUESTED,
                addedTaskId,
                Map.of(
                        Variables.ADDED_TASK_ID, addedTaskId.toString(),
                        Variables.CASE_ID, UUID.randomUUID().toString()));
    }

    @Test
    void shouldOpenTheTaskAndEndWhenItIsDone() {
        task.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));

        task.openTask("DoAddedTask", TaskTypes.ADDED_TASK);
        task.completeTask("DoAddedTask", Map.of());

        task.awaitEnd("AddedTaskDone");
    }

    @Test
    void shouldEndWhenTheTaskIsNoLongerNeeded() {
        task.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));
        task.completeJob(JobTypes.OPEN_TASK);

        task.receive(Messages.TASK_NO_LONGER_NEEDED);

        task.awaitEnd("AddedTaskWithdrawn");
    }

    @Test
    void shouldEndAtOnceWhenItWasNoLongerNeededBeforeItBegan() {
        task.receive(Messages.TASK_NO_LONGER_NEEDED);
        task.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));
        task.completeJob(JobTypes.OPEN_TASK);

        task.awaitEnd("AddedTaskWithdrawn");
    }
}
