package io.traject.triggers.editing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A trigger as lists show it.
 *
 * @param event of the version that runs, or else of the newest
 * @param versions those that matter now, the one that runs first: running and being written, or else the newest
 * @param from validity of the version that {@code event} is of
 */
public record TriggerSummary(
        UUID id,
        String name,
        String event,
        List<Standing> versions,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String changedBy,
        Instant changedAt,
        long version) {

    /** Where a version stands. */
    public record Standing(int number, TriggerState state) {}

    public TriggerSummary {
        versions = List.copyOf(versions);
    }
}
