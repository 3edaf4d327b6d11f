package io.traject.workers.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Business time in a rehearsal: real time and an offset, which is read again and again, as others may move it too. */
public final class MovableClock extends Clock implements AutoCloseable {

    /** After this long every application and worker has seen a new offset. */
    public static final Duration SPREADING = Duration.ofMillis(400);

    private static final Logger log = LoggerFactory.getLogger(MovableClock.class);
    private static final Duration READING = Duration.ofMillis(200);

    private final ClockOffset stored;
    private final InstantSource real;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration offset;

    MovableClock(ClockOffset stored, InstantSource real) {
        this.stored = stored;
        this.real = real;
        this.offset = stored.read();
        Thread.ofVirtual().name("business-clock").start(this::follow);
    }

    /** How far it is ahead of real time. */
    public Duration offset() {
        return offset;
    }

    /** Moves it forward for everyone on this database; what has passed already is left alone. */
    public synchronized void moveTo(Instant instant) {
        if (instant.isAfter(instant())) {
            Duration ahead = Duration.between(real.instant(), instant);
            stored.write(ahead);
            offset = ahead;
        }
    }

    private void follow() {
        try {
            while (!closed.await(READING.toMillis(), TimeUnit.MILLISECONDS)) {
                readAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void readAgain() {
        try {
            offset = stored.read();
        } catch (DataAccessException e) {
            log.debug("The clock goes on as it was; its offset could not be read", e);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** The same time, told in another zone. */
    private static final class InZone extends Clock {

        private final Clock clock;
        private final ZoneId zone;

        private InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
