package io.traject.platform.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The clock being moved, or having been.
 *
 * @param begun business time when it began
 * @param target business time to be reached
 * @param reached business time up to which everything has happened
 * @param fellDue so far, in its order
 * @param startedAt real time
 * @param ended whether it is over, well or not
 * @param failure what had not settled when it was given up
 */
public record ClockAdvance(
        UUID id,
        Instant begun,
        Instant target,
        Instant reached,
        List<FellDue> fellDue,
        Instant startedAt,
        boolean ended,
        Optional<String> failure) {

    /** Of the whole way, how much lies behind: 0 to 100. */
    public int percent() {
        long way = Duration.between(begun, target).toSeconds();
        return way <= 0
                ? 100
                : (int) Math.min(100, Duration.between(begun, reached).toSeconds() * 100 / way);
    }
}
