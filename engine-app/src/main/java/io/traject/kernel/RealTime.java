package io.traject.kernel;

import java.time.Clock;
import java.time.Instant;

/** The time on the wall: sign-in, one-time codes, tokens, sessions, signatures, rate limits. Never moved. */
public final class RealTime {

    private final Clock clock;

    public RealTime(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }
}
