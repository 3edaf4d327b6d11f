package io.traject.triggers.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event that triggers were evaluated at.
 *
 * @param type of the event
 * @param numbers of the case and the employee that it was about, by kind
 * @param fired in the order of the names of the triggers
 */
public record LoggedEvent(UUID id, String type, Instant at, Map<String, String> numbers, List<LoggedFiring> fired) {

    public LoggedEvent {
        numbers = Map.copyOf(numbers);
        fired = List.copyOf(fired);
    }
}
