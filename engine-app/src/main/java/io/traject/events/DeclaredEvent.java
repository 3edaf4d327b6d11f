package io.traject.events;

import io.traject.rules.triggers.Field;
import java.util.List;
import java.util.Set;

/**
 * An event that triggers may be about. Its name is the text {@code event.<type>}, the label of a field {@code field.<key>}.
 *
 * @param type of the {@link DomainEvent}
 * @param subject kind of the thing that {@link DomainEvent#subject()} names, as its {@link FactSource} calls it: {@code case}
 * @param about kinds of all things that are known with it, in the order in which people choose. An event leads to the subject,
 *     to its case, to what its facts name as {@code employeeId} and the like, and to what those lead to
 * @param fields of the event's own: the key of each is {@code event.} and the name of one of {@link DomainEvent#facts() its facts}
 * @param changing keys of fields that the event may change. The name of a value in {@link DomainEvent#before()} and {@link
 *     DomainEvent#after()} is such a key, or its last part when it is one of the subject's
 */
public record DeclaredEvent(String type, String subject, List<String> about, List<Field> fields, Set<String> changing) {

    public DeclaredEvent {
        about = List.copyOf(about);
        fields = List.copyOf(fields);
        changing = Set.copyOf(changing);
    }

    public static DeclaredEvent of(String type, String subject, List<String> about, Field... fields) {
        return new DeclaredEvent(type, subject, about, List.of(fields), Set.of());
    }

    /** The same where the event may change these fields. */
    public DeclaredEvent changing(String... keys) {
        return new DeclaredEvent(type, subject, about, fields, Set.of(keys));
    }
}
