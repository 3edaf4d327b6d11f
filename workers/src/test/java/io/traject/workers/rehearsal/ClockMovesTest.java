package io.traject.workers.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.workers.WorkersTest;
import io.traject.workers.rehearsal.ClockMoves.Move;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkersTest
class ClockMovesTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    private ClockMoves moves;

    @BeforeEach
    void make() {
        moves = new ClockMoves(dataSource);
    }

    @Test
    void shouldRefuseAMoveDuringAnotherAndAllowItAfterwards() {
        try (var move = moves.begin().orElseThrow()) {
            assertThat(move).isNotNull();
            assertThat(moves.begin()).isEmpty();
        }
        moves.begin().orElseThrow().close();
    }

    @Test
    void shouldNotKeepTheClockDuringAMove() {
        var kept = new AtomicInteger();
        try (var move = moves.begin().orElseThrow()) {
            assertThat(move).isNotNull();
            moves.betweenMoves(kept::incrementAndGet);
        }
        assertThat(kept).hasValue(0);
        moves.betweenMoves(kept::incrementAndGet);
        assertThat(kept).hasValue(1);
    }

    @Test
    void shouldWaitForWhoKeepsTheClockRatherThanRefuseAMove() throws Exception {
        var keeping = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> moves.betweenMoves(() -> {
                keeping.countDown();
                awaitQuietly(enough);
            }));
            keeping.await();
            Future<Boolean> mover = threads.submit(this::moved);

            try {
                await().until(this::lockIsAwaited);
                assertThat(mover).isNotDone();
            } finally {
                enough.countDown();
            }

            assertThat(mover.get()).isTrue();
        }
    }

    private boolean moved() {
        try (@Nullable Move move = moves.begin().orElse(null)) {
            return move != null;
        }
    }

    private boolean lockIsAwaited() {
        return jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
