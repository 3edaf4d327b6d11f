package io.traject.rules.triggers;

import java.util.List;

/**
 * Something that is known when an event happens.
 *
 * @param key dotted, what it belongs to first: {@code case.type}, {@code employee.department}, {@code event.reason},
 *     {@code answer.<questionnaire>.<question>}, {@code score.<questionnaire>.<score group>}
 * @param changes whether the event may change it, so that {@link Facts#before()} may know what it was
 * @param options codes to choose from; empty for other types, and for codes and references that are not listed here
 */
public record Field(String key, FieldType type, boolean changes, List<String> options) {

    public Field {
        options = List.copyOf(options);
    }

    public static Field of(String key, FieldType type) {
        return new Field(key, type, false, List.of());
    }

    public static Field code(String key, List<String> options) {
        return new Field(key, FieldType.CODE, false, options);
    }

    /** The same field where an event may change it. */
    public Field changing() {
        return new Field(key, type, true, options);
    }
}
