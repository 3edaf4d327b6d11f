package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private final SampleChild child = new SampleChild();
    private final Supervisor supervisor = new Supervisor(child);

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void shouldStartAgainAChildThatEnded() throws InterruptedException {
        start();

        child.end();

        await().until(() -> child.launches.get() == 2 && supervisor.state() == Supervisor.State.RUNNING);
        assertThat(supervisor.restarts()).isEqualTo(1);
    }

    @Test
    void shouldTryAgainWhenTheChildDoesNotComeUp() throws InterruptedException {
        start();

        child.failures.set(1);
        child.end();

        await().until(() -> child.launches.get() == 3 && supervisor.state() == Supervisor.State.RUNNING);
        assertThat(supervisor.restarts()).isEqualTo(2);
    }

    @Test
    void shouldTellThatTheChildIsDown() throws InterruptedException {
        start();

        child.failures.set(Integer.MAX_VALUE);
        child.end();

        await().until(() -> supervisor.state() == Supervisor.State.RESTARTING);
    }

    @Test
    void shouldNotStartAgainWhatItStopped() throws InterruptedException {
        start();

        supervisor.stop();

        assertThat(supervisor.state()).isEqualTo(Supervisor.State.STOPPED);
        assertThat(child.launches).hasValue(1);
        assertThat(child.running.availablePermits()).isEqualTo(1);
    }

    private void start() throws InterruptedException {
        supervisor.launch();
        supervisor.awaitReady();
    }

    /** Ends when a permit comes free. */
    private static final class SampleChild implements Child {

        private final Semaphore running = new Semaphore(0);
        private final AtomicInteger launches = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();

        void end() {
            running.release();
        }

        @Override
        public String name() {
            return "sample";
        }

        @Override
        public void launch() {
            launches.incrementAndGet();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new PlatformFailure("not now");
            }
        }

        @Override
        public void awaitReady() {}

        @Override
        public void awaitExit() throws InterruptedException {
            running.acquire();
        }

        @Override
        public void stop() {
            running.release();
        }
    }
}
