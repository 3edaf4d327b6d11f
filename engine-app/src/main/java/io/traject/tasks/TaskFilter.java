package io.traject.tasks;

import java.util.Optional;
import java.util.UUID;

/**
 * Which open tasks are wanted; all that is asked must hold.
 *
 * @param mine only those that the actor has claimed
 * @param overdue only those that should have been done by now
 * @param caseNumber how the number of their case begins, in capitals or not
 */
public record TaskFilter(
        boolean mine, boolean overdue, Optional<String> type, Optional<String> caseNumber, Optional<UUID> aboutCase) {}
