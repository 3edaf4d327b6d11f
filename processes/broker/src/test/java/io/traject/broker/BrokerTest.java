package io.traject.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** With a real broker, started once; the last test ends it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokerTest {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    @TempDir
    static Path directory;

    private static Broker broker;

    @BeforeAll
    static void start() {
        Instant start = Instant.now();
        broker = Broker.start(BrokerSettings.forTests(data()));
        broker.awaitReady(START_LIMIT);
        System.out.printf(
                "Broker ready after %d ms%n",
                Duration.between(start, Instant.now()).toMillis());
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @Test
    void shouldListenOnEveryChosenPort() throws IOException {
        BrokerPorts ports = broker.ports();
        for (int port : new int[] {ports.grpc(), ports.rest(), ports.management(), ports.command(), ports.internal()}) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @Test
    void shouldLeaveCtrlCToTheApplication() throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(broker.pid())).start().waitFor();

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(broker::isReady);
    }

    @Test
    void shouldKeepItsOwnLog() {
        assertThat(broker.logFile()).content().contains("Started StandaloneBroker");
    }

    @Test
    void shouldMoveItsClock() {
        broker.clock().advance(Duration.ofDays(14));
        broker.clock().pin(Instant.parse("2030-01-01T00:00:00Z"));
        broker.clock().reset();
    }

    @Test
    void shouldRefuseADataDirectoryInUse() {
        assertThatThrownBy(() -> Broker.start(BrokerSettings.forTests(data())))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("is in use by the broker with process id " + broker.pid());
        assertThat(broker.isReady()).isTrue();
    }

    @Test
    void shouldEndWhenItsParentIsKilled() throws IOException {
        Process parent = startParent(directory.resolve("killed"));
        long pid;
        try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
            pid = Long.parseLong(output.readLine());
            assertThat(ProcessHandle.of(pid)).get().matches(ProcessHandle::isAlive);

            parent.destroyForcibly();

            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void shouldEndInOrderWhenClosed() {
        Instant start = Instant.now();
        broker.close();

        System.out.printf(
                "Broker closed after %d ms%n",
                Duration.between(start, Instant.now()).toMillis());
        assertThat(broker.onExit()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(0);
        assertThat(broker.isReady()).isFalse();
        assertThat(BrokerMark.file(data())).doesNotExist();
    }

    /** A folder as a user may name it. */
    private static Path data() {
        return directory.resolve("gegevens é 1");
    }

    private static Process startParent(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Dtraject.platform.camunda-home=" + System.getProperty("traject.platform.camunda-home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerParent.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
