package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DataFolderTest {

    private static final DataSize LITTLE = DataSize.ofMegabytes(1);

    @TempDir
    Path parent;

    @Test
    void shouldBeReadableByItsOwnerAlone() throws IOException {
        Path home = parent.resolve("home");
        try (DataFolder folder = DataFolder.open(home, 8080, LITTLE)) {
            folder.secret("key");
        }

        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("secrets/key"))).isEqualTo("rw-------");
    }

    @Test
    void shouldKeepInstallationAndSecrets() {
        UUID installation;
        String secret;
        try (DataFolder folder = open()) {
            installation = folder.installation();
            secret = folder.secret("key");
        }

        try (DataFolder folder = open()) {
            assertThat(folder.installation()).isEqualTo(installation);
            assertThat(folder.secret("key")).isEqualTo(secret);
            assertThat(Base64.getDecoder().decode(secret)).hasSize(32);
        }
    }

    @Test
    void shouldRefuseFolderWithOtherContentAndLeaveItAlone() throws IOException {
        Files.writeString(parent.resolve("letter.txt"), "Dear");

        assertThatThrownBy(this::open)
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("has other content")
                .hasMessageContaining("TRAJECT_HOME");
        assertThat(parent).isDirectoryContaining(file -> file.endsWith("letter.txt"));
        assertThat(parent.resolve("lock")).doesNotExist();
    }

    @Test
    void shouldRefuseFolderOfNewerFormat() throws IOException {
        Files.writeString(parent.resolve("installation.properties"), "id=" + UUID.randomUUID() + "\nformat=99\n");

        assertThatThrownBy(this::open).isInstanceOf(PlatformFailure.class).hasMessageContaining("newer version");
    }

    @Test
    void shouldRefuseSecondInstanceAndNameTheFirst() {
        try (DataFolder first = DataFolder.open(parent, 8123, LITTLE)) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid() + ", port 8123");
            assertThat(first.root()).isEqualTo(parent);
        }
    }

    @Test
    void shouldRefuseNearlyFullDisk() {
        assertThatThrownBy(() -> DataFolder.open(parent, 8080, DataSize.ofTerabytes(1_000)))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("MB left");
    }

    @Test
    void shouldOpenAfterAFirstStartThatWasKilledAtOnce() throws IOException {
        Files.writeString(parent.resolve("lock"), "pid 1, port 1");

        try (DataFolder folder = open()) {
            assertThat(folder.installation()).isNotNull();
        }
    }

    private DataFolder open() {
        return DataFolder.open(parent, 8080, LITTLE);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
