package io.traject.progress;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * An open connection to the projection of one partition. Rows and position are written in one transaction, so that a
 * record that is handed over again is recognised. Of no use after an {@link SQLException}: close it and open another.
 */
final class Projection implements AutoCloseable {

    private final Connection connection;
    private final int partitionId;
    private final InstantSource engineClock;
    private long position;

    private Projection(Connection connection, int partitionId, InstantSource engineClock) {
        this.connection = connection;
        this.partitionId = partitionId;
        this.engineClock = engineClock;
    }

    /** @throws InstallationMismatchException when the projection belongs to another engine */
    static Projection open(ExporterSettings settings, int partitionId, InstantSource engineClock) throws SQLException {
        var projection = new Projection(connect(settings), partitionId, engineClock);
        try {
            projection.requireInstallation(settings.installationId());
            projection.position = projection.readPosition();
            projection.connection.commit();
            return projection;
        } catch (SQLException | RuntimeException e) {
            projection.close();
            throw e;
        }
    }

    /** Asks the driver itself: the driver manager does not see one that came in an exporter's own jar. */
    private static Connection connect(ExporterSettings settings) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", "traject-progress-exporter");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        @Nullable Connection connection = new Driver().connect(settings.url(), properties);
        if (connection == null) {
            throw new SQLException("Not the address of a PostgreSQL database: " + settings.url());
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private void requireInstallation(UUID expected) throws SQLException {
        update("insert into progress.installation (id) values (?) on conflict do nothing", expected);
        try (var statement = connection.prepareStatement("select id from progress.installation");
                ResultSet row = statement.executeQuery()) {
            row.next();
            UUID found = row.getObject(1, UUID.class);
            if (!found.equals(expected)) {
                throw new InstallationMismatchException(found, expected);
            }
        }
    }

    private long readPosition() throws SQLException {
        update("""
                insert into progress.exporter_position (partition_id, position, exported_at, lag_millis)
                values (?, -1, now(), 0) on conflict do nothing""", partitionId);
        try (var statement =
                connection.prepareStatement("select position from progress.exporter_position where partition_id = ?")) {
            statement.setInt(1, partitionId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Writes what is not in the projection yet. */
    void write(List<Entry> entries) throws SQLException {
        List<Entry> fresh =
                entries.stream().filter(entry -> entry.position() > position).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Entry last = fresh.getLast();
        movePosition(last);
        for (Map.Entry<String, Map<Long, Change>> table : byTable(fresh).entrySet()) {
            upsert(table.getKey(), table.getValue().values());
        }
        connection.commit();
        position = last.position();
    }

    /** Tells that everything is exported although nothing happens. */
    void showSignOfLife() throws SQLException {
        update(
                "update progress.exporter_position set exported_at = now(), lag_millis = 0 where partition_id = ?",
                partitionId);
        connection.commit();
    }

    /** Comes first, for its lock; it fails when the partition's exporter on another broker has gone on meanwhile. */
    private void movePosition(Entry last) throws SQLException {
        Duration lag = Duration.between(last.timestamp(), engineClock.instant());
        int moved = update(
                """
                update progress.exporter_position
                set position = ?, record_timestamp = ?, exported_at = now(), lag_millis = ?
                where partition_id = ? and position = ?""",
                last.position(),
                last.timestamp().atOffset(ZoneOffset.UTC),
                Math.max(0, lag.toMillis()),
                partitionId,
                position);
        if (moved == 0) {
            throw new SQLException("Another exporter has moved the position of partition " + partitionId);
        }
    }

    /** One change a row: PostgreSQL refuses to touch a row twice in one statement. */
    private static Map<String, Map<Long, Change>> byTable(List<Entry> entries) {
        var tables = new LinkedHashMap<String, Map<Long, Change>>();
        for (Entry entry : entries) {
            Change change = entry.change();
            if (change != null) {
                tables.computeIfAbsent(change.upsert(), sql -> new LinkedHashMap<>())
                        .merge(change.key(), change, (earlier, later) -> later.after(earlier));
            }
        }
        return tables;
    }

    private void upsert(String sql, Collection<Change> changes) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (Change change : changes) {
                bind(statement, change.parameters());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private int update(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(parameters));
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
