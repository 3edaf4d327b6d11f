package io.traject.organisation.imports;

/**
 * A value that changes.
 *
 * @param field as forms call it; its name on pages has the key {@code organisation.imports.field.<field>}
 * @param from empty for nothing
 * @param to empty for nothing
 * @param masked whether the values are not shown to anybody
 */
public record FieldChange(String field, String from, String to, boolean masked) {

    static FieldChange of(String field, String from, String to) {
        return new FieldChange(field, from, to, false);
    }

    static FieldChange masked(String field) {
        return new FieldChange(field, "", "", true);
    }

    @Override
    public String toString() {
        return "FieldChange[" + field + ']';
    }
}
