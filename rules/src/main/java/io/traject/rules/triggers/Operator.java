package io.traject.rules.triggers;

import static io.traject.rules.triggers.FieldType.CODE;
import static io.traject.rules.triggers.FieldType.CODES;
import static io.traject.rules.triggers.FieldType.DATE;
import static io.traject.rules.triggers.FieldType.NUMBER;
import static io.traject.rules.triggers.FieldType.REFERENCE;
import static io.traject.rules.triggers.FieldType.TEXT;
import static io.traject.rules.triggers.FieldType.YES_NO;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a field is compared. What has no value answers only {@link #EMPTY}, {@link #CHANGED} and {@link #WAS} with yes.
 */
public enum Operator {
    EQUALS(Operands.ONE, EnumSet.of(TEXT, CODE, REFERENCE, NUMBER, DATE, YES_NO)),
    ONE_OF(Operands.SOME, EnumSet.of(TEXT, CODE, REFERENCE, NUMBER)),
    /** The words are somewhere in it, or the code is among them. */
    CONTAINS(Operands.ONE, EnumSet.of(TEXT, CODES)),
    AT_LEAST(Operands.ONE, EnumSet.of(NUMBER)),
    AT_MOST(Operands.ONE, EnumSet.of(NUMBER)),
    BEFORE(Operands.ONE, EnumSet.of(DATE)),
    AFTER(Operands.ONE, EnumSet.of(DATE)),
    /** Its day is that of the event or one of the given number of days before it. */
    IN_LAST_DAYS(Operands.ONE, EnumSet.of(DATE)),
    EMPTY(Operands.NONE, EnumSet.allOf(FieldType.class)),
    /** The event gave it another value than it had. */
    CHANGED(Operands.NONE, EnumSet.allOf(FieldType.class)),
    /** The event gave it this value, and it had another or none. */
    BECAME(Operands.ONE, EnumSet.of(TEXT, CODE, REFERENCE, NUMBER, DATE, YES_NO)),
    /** It had this value, and the event gave it another or none. */
    WAS(Operands.ONE, EnumSet.of(TEXT, CODE, REFERENCE, NUMBER, DATE, YES_NO));

    /** With how many operands it compares. */
    public enum Operands {
        NONE,
        ONE,
        /** One or more. */
        SOME
    }

    private final Operands operands;
    private final Set<FieldType> types;

    Operator(Operands operands, Set<FieldType> types) {
        this.operands = operands;
        this.types = Set.copyOf(types);
    }

    public Operands operands() {
        return operands;
    }

    public boolean takes(FieldType type) {
        return types.contains(type);
    }

    /** Whether it looks at what the event changed: only fields that the event may change can be compared so. */
    public boolean looksAtChange() {
        return this == CHANGED || this == BECAME || this == WAS;
    }
}
