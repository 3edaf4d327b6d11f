package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.platform.postgres.PostgresServer;
import io.traject.testing.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class InstallationCheckTest {

    private static PostgresServer server;
    private static String password;

    private final UUID installation = UUID.randomUUID();

    @TempDir
    Path engine;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        PostgresServer.Settings settings = TestPlatform.serverSettings(folder);
        password = settings.progressPassword();
        server = new PostgresServer(settings);
        server.launch();
        server.awaitReady();
        ProgressProjection.migrate(server.url(), ProgressProjection.ROLE, password);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @AfterEach
    void forget() throws SQLException {
        forgetInDatabase();
    }

    @Test
    void shouldAcceptWhatItWroteAtTheFirstStart() throws IOException {
        check(installation);
        engineHasRun();

        assertThatCode(() -> check(installation)).doesNotThrowAnyException();
    }

    @Test
    void shouldCompleteAFirstStartThatWasKilledHalfway() throws IOException {
        Files.writeString(engine.resolve("installation"), installation.toString());

        assertThatCode(() -> check(installation)).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseAnEngineWhoseDatabaseIsGone() throws Exception {
        check(installation);
        engineHasRun();
        forgetInDatabase();

        assertRefused(installation);
    }

    @Test
    void shouldRefuseADatabaseWhoseEngineDataIsGone() throws IOException {
        check(installation);
        FileSystemUtils.deleteRecursively(engine);
        Files.createDirectories(engine);

        assertRefused(installation);
    }

    @Test
    void shouldRefuseTheDatabaseOfAnotherInstallation() throws IOException {
        check(UUID.randomUUID());
        engineHasRun();

        assertRefused(installation);
    }

    private void assertRefused(UUID id) {
        assertThatThrownBy(() -> check(id))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("do not belong together");
    }

    private void check(UUID id) {
        new InstallationCheck(id, engine).run(server.url(), ProgressProjection.ROLE, password);
    }

    private void engineHasRun() throws IOException {
        Files.createDirectories(engine.resolve("data"));
    }

    private static void forgetInDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), ProgressProjection.ROLE, password)) {
            connection.createStatement().execute("delete from progress.installation");
        }
    }
}
