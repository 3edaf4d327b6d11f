package io.traject.organisation.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which rows of an import are asked for. */
public enum RowFilter {
    ADDED("action = 'ADD'"),
    CHANGED("action = 'CHANGE'"),
    MOVED("action = 'MOVE'"),
    KEPT("action = 'KEEP'"),
    REFUSED("state = 'REFUSED'");

    private final String condition;

    RowFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** As in addresses: {@code added}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RowFilter> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
