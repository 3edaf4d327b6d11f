package io.traject.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.testing.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {

    @TempDir
    static Path folder;

    private final PostgresServer server = new PostgresServer(TestPlatform.serverSettings(folder));

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void shouldBeDurable(String setting) throws Exception {
        start();

        assertThat(text("show " + setting)).isEqualTo("on");
    }

    @Test
    void shouldListenOnLoopbackOnly() throws Exception {
        start();

        assertThat(textForSuperuser("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(textForSuperuser("show unix_socket_directories")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void shouldRefuseConnectionWithoutTheRightPassword(String password) throws Exception {
        start();

        assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "traject", password)
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void shouldAskForScramFromEveryone() throws Exception {
        start();

        assertThat(textForSuperuser("select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
    }

    @Test
    void shouldSortAsDutchDoes() throws Exception {
        start();

        assertThat(text("select datlocale from pg_database where datname = 'traject'"))
                .isEqualTo("nl-NL");
        assertThat(
                        text(
                                "select string_agg(name, ' ' order by name) from (values ('Zeeman'), ('Ötker'), ('de Boer'), ('Pad')) n(name)"))
                .isEqualTo("de Boer Ötker Pad Zeeman");
    }

    @Test
    void shouldLetTheApplicationReadTheProjectionButNotWriteIt() throws Exception {
        start();
        try (Connection progress = DriverManager.getConnection(server.url(), "progress", "progress-of-tests")) {
            progress.createStatement().execute("create table if not exists progress.sample (id int)");
        }

        assertThat(text("select count(*) from progress.sample")).isEqualTo("0");
        assertThatThrownBy(() -> execute("insert into progress.sample values (1)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void shouldKeepDataWhenKilled() throws Exception {
        start();
        execute("create table if not exists kept (id int)");
        execute("insert into kept values (1)");

        process().destroyForcibly();
        server.awaitExit();
        start();

        assertThat(text("select count(*) from kept")).isEqualTo("1");
    }

    @Test
    void shouldStopWhatAKilledRunLeftBehind() throws Exception {
        start();
        ProcessHandle left = process();
        // The watchdog is killed too, so that nobody ends the server.
        left.parent().orElseThrow().destroyForcibly();
        server.awaitExit();
        assertThat(left.isAlive()).isTrue();

        PostgresServer next = new PostgresServer(TestPlatform.serverSettings(folder));
        next.launch();
        next.awaitReady();

        assertThat(left.isAlive()).isFalse();
        next.stop();
    }

    @Test
    void shouldNotMistakeAnotherProgramForItsOwn() throws Exception {
        start();
        server.stop();
        Process other = new ProcessBuilder("sleep", "60").start();
        Path pidFile = folder.resolve("data/postmaster.pid");
        Files.writeString(pidFile, other.pid() + "\n" + folder.resolve("data") + "\n");

        start();

        assertThat(other.isAlive()).isTrue();
        other.destroy();
    }

    @Test
    void shouldLeaveNothingRunningAfterStop() throws Exception {
        start();
        List<ProcessHandle> processes = new ArrayList<>(process().descendants().toList());
        processes.add(process());

        server.stop();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    private void start() throws InterruptedException {
        server.launch();
        server.awaitReady();
    }

    private static ProcessHandle process() throws IOException {
        String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private String text(String query) throws SQLException {
        return text(query, "traject", "traject-of-tests");
    }

    private String textForSuperuser(String query) throws SQLException {
        return text(query, "postgres", "superuser-of-tests");
    }

    private String text(String query, String role, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), role, password);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), "traject", "traject-of-tests")) {
            connection.createStatement().execute(sql);
        }
    }
}
