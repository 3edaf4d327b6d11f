package io.traject.events;

import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A field that a trigger may set to one of a few values. Rooms declare beans; the label is the text {@code field.<key>}. */
public interface SettableField {

    /** Of the things that it belongs to: {@code employee}. */
    String kind();

    /** {@code employee.language}. */
    String key();

    List<Choice> choices(Language language);

    /** Types of the events that setting it raises. */
    Set<String> raises();

    /** In the caller's transaction and on the caller's authority. Setting what it is already changes nothing. */
    Outcome<?> set(UUID id, String value);
}
