package io.traject.triggers.replay;

import io.traject.triggers.editing.TriggerContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay of what is written over the events of a period.
 *
 * @param number of the version that is replayed
 * @param content what it said then
 * @param publication what was published then: it is compared with that
 * @param from the first day
 * @param until the last day
 * @param total events to look at, as counted at the beginning
 * @param lookedAt events so far
 * @param reached the last of them, or null
 */
public record Replay(
        UUID id,
        UUID organisation,
        UUID trigger,
        int number,
        TriggerContent content,
        long publication,
        LocalDate from,
        LocalDate until,
        State state,
        long total,
        long lookedAt,
        @Nullable UUID reached,
        Tally tally,
        String askedBy,
        Instant askedAt) {

    /** Whether it shows anything: it is done, and there was an event to look at. */
    public boolean showsSomething() {
        return state == State.DONE && lookedAt > 0;
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** Somebody stopped it; what was found stays. */
        CANCELLED
    }

    /** How many events there are of each kind of {@link Compared}. */
    public record Tally(long both, long nowOnly, long beforeOnly) {

        public long of(Compared compared) {
            return switch (compared) {
                case BOTH -> both;
                case NOW_ONLY -> nowOnly;
                case BEFORE_ONLY -> beforeOnly;
            };
        }
    }
}
