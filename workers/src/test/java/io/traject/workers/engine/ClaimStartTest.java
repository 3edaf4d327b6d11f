package io.traject.workers.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.processes.Messages;
import io.traject.workers.WorkersTest;
import io.traject.workers.engine.JobOutcome.Later;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine hands out jobs of instances that it may still forget, if its broker is killed. */
@WorkersTest
class ClaimStartTest {

    @Autowired
    private ClaimStart claimStart;

    @Autowired
    private ProcessStarts starts;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void shouldNotClaimForAnInstanceThatTheEngineNeverCommitted() {
        var thing = UUID.randomUUID();
        transaction.executeWithoutResult(status -> starts.add(
                List.of(new ProcessStart(Messages.RE_EXAMINATION_CASE_OPENED, thing, UUID.randomUUID(), Map.of()))));
        var phantom =
                new Job<>(1, 4711, 4712, "ClaimStart", "re-examination-case", new ClaimStart.Input(thing), Map.of());

        assertThat(claimStart.handle(phantom)).isInstanceOf(Later.class);

        assertThat(starts.instanceKey(thing)).isEmpty();
    }
}
