package io.traject.kernel;

import java.time.Instant;
import java.util.List;

/**
 * What falls due in a room by business time, beside the engine's timers. A rehearsal that moves the clock tells what fell
 * due, and has that done at once which a schedule would do some time after.
 */
public interface FallsDue {

    /** What it is: {@code task}. Texts have the key {@code platform.rehearsal.kind.<kind>}. */
    String kind();

    /**
     * What is due between two moments, both included, the earliest first; that of one name and one minute may be put
     * together.
     */
    List<Due> between(Instant from, Instant upTo);

    /** Whether something happens by itself when it is due, so that a moved clock stops there. */
    default boolean happensByItself() {
        return false;
    }

    /** Does at once what has fallen due and what a schedule would do later; also what only follows from the engine's work. */
    default void catchUp() {}

    /**
     * @param at the first of them
     * @param name tells it from others of its kind
     * @param count how many
     */
    record Due(Instant at, String name, long count) {}
}
