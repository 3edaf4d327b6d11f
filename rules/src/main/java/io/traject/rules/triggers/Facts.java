package io.traject.rules.triggers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was known when an event happened. Values are of the {@link FieldType#valueClass() class} of their field's type; what
 * has no value has no entry.
 *
 * @param organisation whose event it is
 * @param event the event's type, {@code case.opened}
 * @param on the day on which it happened, in the installation's time zone
 * @param now values by the key of their field
 * @param changed keys of the fields to which the event gave another value
 * @param before what the changed fields were, those that had no value left out
 */
public record Facts(
        UUID organisation,
        String event,
        LocalDate on,
        Map<String, Object> now,
        Set<String> changed,
        Map<String, Object> before) {

    public Facts {
        now = Map.copyOf(now);
        changed = Set.copyOf(changed);
        before = Map.copyOf(before);
    }
}
