package io.traject.triggers.editing;

import io.traject.rules.triggers.Condition;
import io.traject.triggers.actions.ChosenAction;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a trigger says.
 *
 * @param event type of the events that it is about
 * @param actions in the order in which they are done
 * @param from the first day on which it fires, or null
 * @param until the last day on which it fires, or null
 */
public record TriggerContent(
        String event,
        Condition condition,
        List<ChosenAction> actions,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public static final int MAX_EVENT_LENGTH = 100;

    public TriggerContent {
        actions = List.copyOf(actions);
        if (event.isBlank() || event.length() > MAX_EVENT_LENGTH) {
            throw new IllegalArgumentException("no type of event");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }
}
