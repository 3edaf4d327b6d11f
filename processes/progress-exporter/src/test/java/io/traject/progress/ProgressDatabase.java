package io.traject.progress;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL with the schema {@code progress}, which can be stopped and started again. */
final class ProgressDatabase implements AutoCloseable {

    static final String USER = "progress";
    static final String PASSWORD = "only-the-exporter-knows";

    private final Path directory;
    private final int port = freePort();
    private EmbeddedPostgres postgres;

    ProgressDatabase(Path directory) {
        this.directory = directory;
        start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role progress login password '" + PASSWORD + "'");
            statement.execute("create schema progress authorization progress");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute(migration("V1__progress.sql"));
        execute(migration("V2__forget.sql"));
    }

    void start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    void clear() {
        execute("""
                truncate progress.installation, progress.exporter_position, progress.process_instance,
                    progress.element, progress.user_task, progress.timer, progress.incident""");
    }

    void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each row as its columns joined with commas. */
    List<String> rows(String sql, Object... parameters) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                var rows = new ArrayList<String>();
                while (result.next()) {
                    rows.add(joined(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the one row and column that the query answers. */
    long number(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).getFirst());
    }

    private static String joined(ResultSet row) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getString(i));
        }
        return String.join(",", columns);
    }

    private static String migration(String file) {
        try (InputStream sql = ProgressDatabase.class.getResourceAsStream("/db/progress/" + file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
