package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.broker.FreePort;
import io.traject.testing.RunningApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole application as a process: started, started twice, killed, interrupted. */
@ExtendWith(RunningApplication.NothingLeft.class)
class ApplicationLifeTest {

    @TempDir
    Path home;

    @Test
    void shouldKeepDataThroughEveryKindOfKillAndLeaveNothingRunning() throws Exception {
        int postgresPort = FreePort.next();
        Map<String, String> environment = Map.of("TRAJECT_POSTGRES_PORT", Integer.toString(postgresPort));

        RunningApplication first = RunningApplication.start(home, environment).awaitReady();
        execute(postgresPort, "create table kept (id int)");
        execute(postgresPort, "insert into kept values (1)");
        assertSecondInstanceIsRefused(first);

        first.child("bin/postgres").destroyForcibly();
        awaitDown(first, "PostgreSQL");
        first.awaitReady();
        first.child("BrokerMain").destroyForcibly();
        awaitDown(first, "Camunda");
        first.awaitReady();
        assertThat(countKept(postgresPort)).isEqualTo(1);

        List<ProcessHandle> left = first.children();
        // Stopped and then killed, the watchdog leaves the database an orphan.
        ProcessHandle watchdog = first.child("bin/postgres").parent().orElseThrow();
        RunningApplication.signal(watchdog, "STOP");
        first.kill();
        watchdog.destroyForcibly();

        RunningApplication second = RunningApplication.start(home, environment).awaitReady();
        assertThat(left).noneMatch(ProcessHandle::isAlive);
        assertThat(countKept(postgresPort)).isEqualTo(1);

        List<ProcessHandle> children = second.children();
        second.interrupt();
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void shouldNameABusyPortInOneLine() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(busy.getLocalPort());

            assertRefused(Map.of("TRAJECT_POSTGRES_PORT", port), "Port " + port + " is in use by another program");
        }
    }

    @Test
    void shouldRefuseAForeignFolderInOneLine() throws IOException {
        Files.writeString(home.resolve("letter.txt"), "Dear");

        assertRefused(Map.of(), "has other content and no Traject data");
    }

    private void assertSecondInstanceIsRefused(RunningApplication first) {
        assertRefused(
                Map.of(),
                "already running on " + home + " (pid " + first.handle().pid());
    }

    private void assertRefused(Map<String, String> environment, String reason) {
        RunningApplication refused = RunningApplication.start(home, environment);

        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.output().lines())
                .filteredOn(line -> line.contains("Traject did not start"))
                .singleElement()
                .asString()
                .contains(reason);
        assertThat(refused.output()).doesNotContain("\tat ");
    }

    private static void awaitDown(RunningApplication application, String child) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> application.output().contains(child + " ended unexpectedly"));
    }

    private int countKept(int port) throws SQLException, IOException {
        try (Connection connection = connect(port);
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(int port, String sql) throws SQLException, IOException {
        try (Connection connection = connect(port)) {
            connection.createStatement().execute(sql);
        }
    }

    private Connection connect(int port) throws SQLException, IOException {
        String password = Files.readString(home.resolve("secrets/postgresql-traject"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/traject", "traject", password);
    }
}
