package io.traject.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what. Entities that are {@link Audited} are recorded by themselves; this is for what is changed in other ways.
 * Appended to, never changed; sealed soon after.
 */
public interface AuditTrail {

    /**
     * Records a change by the one who acts, in the caller's transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is none
     */
    void record(Change change);

    /**
     * What happened to an object.
     *
     * @param action in kebab-case; its name on pages has the message key {@code access.audit.action.<action>}
     */
    record Change(AuditedObject object, String action, List<Value> values) {

        public static final String CREATED = "created";
        public static final String CHANGED = "changed";
        public static final String REMOVED = "removed";

        public Change {
            values = List.copyOf(values);
        }

        public static Change of(AuditedObject object, String action) {
            return new Change(object, action, List.of());
        }

        /** The same, with a value that says nothing about a person; null when there was or is none. */
        public Change with(String field, @Nullable Object before, @Nullable Object after) {
            return and(Value.of(field, before, after));
        }

        /** The same, saying only that this value changed. */
        public Change masked(String field) {
            return and(new Value(field, Optional.empty(), Optional.empty(), true));
        }

        private Change and(Value value) {
            List<Value> more = new ArrayList<>(values);
            more.add(value);
            return new Change(object, action, more);
        }
    }

    /**
     * A value that changed.
     *
     * @param field as it is called in the program
     * @param before what it was; empty if nothing, or masked
     * @param after what it became; empty if nothing, or masked
     * @param masked whether it is only known that it changed
     */
    record Value(String field, Optional<String> before, Optional<String> after, boolean masked) {

        public static Value of(String field, @Nullable Object before, @Nullable Object after) {
            return new Value(
                    field,
                    Optional.ofNullable(before).map(Object::toString),
                    Optional.ofNullable(after).map(Object::toString),
                    false);
        }
    }
}
