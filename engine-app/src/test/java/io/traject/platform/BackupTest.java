package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class BackupTest {

    @TempDir
    private Path folder;

    private Path home;
    private Path file;

    @BeforeEach
    void makeInstallation() throws IOException {
        home = folder.resolve("home");
        file = folder.resolve("backup.tar.gz");
        try (DataFolder data = open()) {
            Files.createDirectories(data.folder("postgresql").resolve("data/pg_notify"));
            Files.writeString(data.folder("postgresql").resolve("data/postmaster.pid"), "1");
            Files.writeString(data.folder("engine").resolve("installation"), "id");
            Files.writeString(data.folder("logs").resolve("traject.log"), "words");
            data.secret("key");
            Backup.write(data, file, "1.0");
        }
    }

    @Test
    void shouldRestoreWhatIsKeptAndNothingElse() throws IOException {
        Path restored = folder.resolve("restored");

        Backup.restore(file, restored);

        assertThat(restored.resolve("secrets/key")).hasSameBinaryContentAs(home.resolve("secrets/key"));
        assertThat(restored.resolve("installation.properties"))
                .hasSameBinaryContentAs(home.resolve("installation.properties"));
        assertThat(restored.resolve("postgresql/data/pg_notify")).isEmptyDirectory();
        assertThat(restored.resolve("postgresql/data/postmaster.pid")).doesNotExist();
        assertThat(restored.resolve("logs")).doesNotExist();
        assertThat(folder.resolve("restored.restoring")).doesNotExist();
    }

    @Test
    void shouldRefuseToOverwrite() {
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> Backup.restore(file, home))
                .withMessageContaining("not empty");
        try (DataFolder data = open()) {
            assertThatExceptionOfType(PlatformFailure.class)
                    .isThrownBy(() -> Backup.write(data, file, "1.0"))
                    .withMessageContaining("exists already");
        }
    }

    @Test
    void shouldNoticeDamageBeforeAnythingIsReplaced() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Path restored = folder.resolve("restored");

        assertThatExceptionOfType(PlatformFailure.class).isThrownBy(() -> Backup.restore(file, restored));
        assertThat(restored).doesNotExist();
    }

    @Test
    void shouldRefuseWhatIsNoBackup() throws IOException {
        Files.writeString(file, "letter");

        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> Backup.restore(file, folder.resolve("restored")))
                .withMessageContaining("could not be restored");
    }

    private DataFolder open() {
        return DataFolder.open(home, 0, DataSize.ofMegabytes(1));
    }
}
