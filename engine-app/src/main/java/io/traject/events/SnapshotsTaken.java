package io.traject.events;

import java.util.List;
import java.util.UUID;

/**
 * Events that triggers may be about are about to be committed, and await their evaluation. Published in their transaction.
 *
 * @param events not empty
 */
public record SnapshotsTaken(List<UUID> events) {}
