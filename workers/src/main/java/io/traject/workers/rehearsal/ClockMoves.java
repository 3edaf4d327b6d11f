package io.traject.workers.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sees to it that, of everyone on this database, only one moves the clock at a time. */
public final class ClockMoves {

    private static final String TRY_MOVING = "select pg_try_advisory_lock(hashtext('business_clock'))";
    private static final String AWAIT_KEEPER = "select pg_advisory_lock(hashtext('business_clock_kept'))";
    private static final String TRY_KEEPING = "select pg_try_advisory_lock_shared(hashtext('business_clock_kept'))";

    private final DataSource dataSource;

    ClockMoves(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Until it is closed nobody else moves the clock; empty while somebody does. Who keeps the engine's clock is waited for: that
     * takes a moment, and moves nothing. It ends with its owner's process, too.
     */
    public Optional<Move> begin() {
        Optional<Move> begun = lock(TRY_MOVING);
        begun.ifPresent(Move::awaitKeeper);
        return begun;
    }

    /** While nobody moves the clock, nor can begin to. */
    void betweenMoves(Runnable work) {
        try (@Nullable Move kept = lock(TRY_KEEPING).orElse(null)) {
            if (kept != null) {
                work.run();
            }
        }
    }

    private Optional<Move> lock(String attempt) {
        try {
            Connection connection = dataSource.getConnection();
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery(attempt)) {
                if (answer.next() && answer.getBoolean(1)) {
                    return Optional.of(new Move(connection));
                }
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The lock on the clock can't be asked for", e);
        }
    }

    /** The right to move the clock. */
    public static final class Move implements AutoCloseable {

        private final Connection connection;

        private Move(Connection connection) {
            this.connection = connection;
        }

        private void awaitKeeper() {
            try {
                run(AWAIT_KEEPER);
            } catch (SQLException e) {
                close();
                throw new IllegalStateException("The lock on the clock can't be waited for", e);
            }
        }

        @Override
        public void close() {
            try (connection) {
                run("select pg_advisory_unlock_all()");
            } catch (SQLException e) {
                throw new IllegalStateException("The lock on the clock can't be given back", e);
            }
        }

        private void run(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
