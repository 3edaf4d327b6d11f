package io.traject.rules.triggers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a trigger fires; what it does then is the application's matter.
 *
 * @param version id of this version of the trigger
 * @param organisation whose events it is about
 * @param event type of the events that it is about
 * @param from the first day on which it fires, or null
 * @param until the last day on which it fires, or null
 */
public record TriggerRule(
        UUID version,
        UUID organisation,
        String event,
        Condition condition,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
