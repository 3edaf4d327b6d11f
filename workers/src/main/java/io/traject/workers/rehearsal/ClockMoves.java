package io.traject.workers.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sees to it that, of everyone on this database, only one moves the clock at a time. */
public final class ClockMoves {

    private static final String LOCK = "select pg_try_advisory_lock%s(hashtext('business_clock'))";
    private static final String UNLOCK = "select pg_advisory_unlock%s(hashtext('business_clock'))";

    private final DataSource dataSource;

    ClockMoves(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Until it is closed nobody else moves the clock; empty while somebody does. It ends with its owner's process, too. */
    public Optional<Move> begin() {
        return lock("");
    }

    /** While nobody moves the clock, nor can begin to. */
    void betweenMoves(Runnable work) {
        try (@Nullable Move shared = lock("_shared").orElse(null)) {
            if (shared != null) {
                work.run();
            }
        }
    }

    private Optional<Move> lock(String mode) {
        try {
            Connection connection = dataSource.getConnection();
            if (ask(connection, LOCK.formatted(mode))) {
                return Optional.of(new Move(connection, UNLOCK.formatted(mode)));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The lock on the clock can't be asked for", e);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** The right to move the clock. */
    public static final class Move implements AutoCloseable {

        private final Connection connection;
        private final String unlock;

        private Move(Connection connection, String unlock) {
            this.connection = connection;
            this.unlock = unlock;
        }

        @Override
        public void close() {
            try (connection) {
                ask(connection, unlock);
            } catch (SQLException e) {
                throw new IllegalStateException("The lock on the clock can't be given back", e);
            }
        }
    }
}
