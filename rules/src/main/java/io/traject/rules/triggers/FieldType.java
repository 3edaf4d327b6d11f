package io.traject.rules.triggers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What kind of value a field has. */
public enum FieldType {
    /** Words; compared without regard to case. */
    TEXT(String.class),
    /** One of a few codes. */
    CODE(String.class),
    /** Several codes at once. */
    CODES(List.class),
    /** The id of something that people choose from a list. */
    REFERENCE(String.class),
    NUMBER(BigDecimal.class),
    /** A day in the installation's time zone. */
    DATE(LocalDate.class),
    YES_NO(Boolean.class);

    private final Class<?> valueClass;

    FieldType(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    /** Of the values in {@link Facts}. */
    public Class<?> valueClass() {
        return valueClass;
    }
}
