package io.traject.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that database and engine belong together: both carry the installation's id. Data put back from two different
 * copies, or one half thrown away, would make cases without processes or processes without cases.
 */
final class InstallationCheck {

    private final UUID installation;
    private final Path engineFolder;

    InstallationCheck(UUID installation, Path engineFolder) {
        this.installation = installation;
        this.engineFolder = engineFolder;
    }

    /**
     * Compares the ids, or writes them at the first start.
     *
     * @throws PlatformFailure when database and engine belong to different installations
     */
    void run(String url, String username, String password) {
        try (Connection connection = DriverManager.getConnection(url, username, password)) {
            @Nullable UUID database = idIn(connection);
            Optional<UUID> engine = idOfEngine();
            boolean engineIsNew = !Files.exists(engineFolder.resolve("data"));
            if (database == null && engineIsNew) {
                // The engine's first: a start that is killed between the two is told from a lost database.
                Files.writeString(marker(), installation.toString());
                write(connection);
            } else if (!installation.equals(database) || !engine.equals(Optional.of(installation))) {
                throw new PlatformFailure(
                        "The database and the engine's data in %s do not belong together. Put back copies of one moment, or set TRAJECT_HOME to an empty folder."
                                .formatted(engineFolder.getParent()));
            }
        } catch (SQLException e) {
            throw new PlatformFailure("The installation's id could not be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<UUID> idOfEngine() throws IOException {
        return Files.exists(marker())
                ? Optional.of(UUID.fromString(Files.readString(marker()).strip()))
                : Optional.empty();
    }

    private Path marker() {
        return engineFolder.resolve("installation");
    }

    private static @Nullable UUID idIn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from progress.installation")) {
            return rows.next() ? rows.getObject("id", UUID.class) : null;
        }
    }

    private void write(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("insert into progress.installation (id) values (?)")) {
            statement.setObject(1, installation);
            statement.executeUpdate();
        }
    }
}
