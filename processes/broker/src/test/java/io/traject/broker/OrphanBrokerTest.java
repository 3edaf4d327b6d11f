package io.traject.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.broker.BrokerMark.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanBrokerTest {

    private static final ProcessMark GONE = new ProcessMark(Long.MAX_VALUE, Instant.EPOCH);

    @TempDir
    Path directory;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var builder = new ProcessBuilder(java.toString(), "-Xmx32m", BrokerMain.class.getName());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        process = builder.start();
        assertThat(process.inputReader().readLine()).isEqualTo("running");
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void shouldStopTheBrokerOfAKilledRun() throws IOException {
        new BrokerMark(ProcessMark.of(process.toHandle()), GONE).write(directory);

        assertThat(OrphanBroker.stop(directory)).contains(process.pid());

        assertThat(process.isAlive()).isFalse();
        assertThat(BrokerMark.file(directory)).doesNotExist();
    }

    @Test
    void shouldLeaveALaterProcessWithTheSameNumberAlone() throws IOException {
        var actual = ProcessMark.of(process.toHandle());
        var earlier = new ProcessMark(actual.pid(), actual.started().minus(Duration.ofHours(1)));
        new BrokerMark(earlier, GONE).write(directory);

        assertThat(OrphanBroker.stop(directory)).isEmpty();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void shouldLeaveAProcessThatIsNoBrokerAlone() throws IOException {
        new BrokerMark(ProcessMark.of(ProcessHandle.current()), GONE).write(directory);

        assertThat(OrphanBroker.stop(directory)).isEmpty();
    }

    @Test
    void shouldIgnoreADamagedMark() throws IOException {
        Files.writeString(BrokerMark.file(directory), "broker.pid=");

        assertThat(OrphanBroker.stop(directory)).isEmpty();
    }

    @Test
    void shouldEndWithItsParentsPipe() throws Exception {
        process.getOutputStream().close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
