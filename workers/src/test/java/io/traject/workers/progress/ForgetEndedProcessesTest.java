package io.traject.workers.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.workers.WorkersTest;
import io.traject.workers.progress.ProcessProgress.InstanceState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkersTest
class ForgetEndedProcessesTest {

    private static final AtomicLong KEYS = new AtomicLong(Long.MAX_VALUE / 2);

    @Autowired
    private ForgetEndedProcesses forgetEndedProcesses;

    @Autowired
    private ProcessProgress progress;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void shouldForgetTheDetailsOfWhatEndedLongAgoButNotThatItWas() {
        long old = instance("COMPLETED", "91 days");
        long young = instance("COMPLETED", "89 days");
        long running = instance("ACTIVE", "200 days");

        forgetEndedProcesses.forget();
        forgetEndedProcesses.forget();

        assertThat(progress.elements(old, 10)).isEmpty();
        assertThat(progress.instance(old).orElseThrow().state()).isEqualTo(InstanceState.COMPLETED);
        assertThat(progress.elements(young, 10)).hasSize(1);
        assertThat(progress.elements(running, 10)).hasSize(1);
    }

    @Test
    void shouldNotForgetWhatHasJustEnded() {
        var tooSoon = new ForgetEndedProcesses(jdbc, Duration.ofHours(1));

        assertThatThrownBy(tooSoon::forget).hasMessageContaining("more than a day ago");
    }

    private long instance(String state, String ago) {
        long key = KEYS.incrementAndGet();
        jdbc.sql("""
                        insert into progress.process_instance (key, process_id, version, process_definition_key, state,
                            started_at, ended_at)
                        values (:key, 'old', 1, 1, :state, now() - :ago::interval,
                            case when :state <> 'ACTIVE' then now() - :ago::interval end)""").param("key", key).param("state", state).param("ago", ago).update();
        jdbc.sql("""
                        insert into progress.element (key, process_instance_key, element_id, element_type, state)
                        values (?, ?, 'Work', 'SERVICE_TASK', 'ACTIVE')""").params(key, key).update();
        return key;
    }
}
