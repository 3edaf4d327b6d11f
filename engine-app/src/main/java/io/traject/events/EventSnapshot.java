package io.traject.events;

import io.traject.rules.triggers.Facts;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event with what was known when it happened.
 *
 * @param depth how many events led to it
 * @param things ids of what it knew, by kind: {@code case}, {@code employee}, {@code employer}
 */
public record EventSnapshot(
        UUID id,
        String type,
        Instant at,
        UUID organisation,
        UUID subject,
        int depth,
        Map<String, UUID> things,
        Facts facts) {

    public EventSnapshot {
        things = Map.copyOf(things);
    }
}
