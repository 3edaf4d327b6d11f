package io.traject.triggers.editing;

import java.util.List;

/**
 * Triggers that may set each other off without end.
 *
 * @param key names this loop among others, the same until other triggers are in it
 * @param names of the triggers, in the order in which they set each other off; the last one the first
 */
public record TriggerLoop(String key, List<String> names) {

    public TriggerLoop {
        names = List.copyOf(names);
    }

    /** A trigger that sets off itself. */
    public boolean own() {
        return names.size() == 1;
    }
}
