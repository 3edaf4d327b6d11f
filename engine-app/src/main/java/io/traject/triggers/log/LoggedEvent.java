package io.traject.triggers.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event that triggers were evaluated at.
 *
 * @param type of the event
 * @param fired in the order of the names of the triggers
 */
public record LoggedEvent(UUID id, String type, Instant at, List<LoggedFiring> fired) {

    public LoggedEvent {
        fired = List.copyOf(fired);
    }
}
