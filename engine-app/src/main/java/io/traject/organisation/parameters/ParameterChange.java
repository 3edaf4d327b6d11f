package io.traject.organisation.parameters;

import java.time.Instant;

/**
 * One line of a parameter's history.
 *
 * @param value that it had from then on, as its type stores it
 * @param by the name as it was then
 */
public record ParameterChange(Kind kind, String value, String by, Instant at) {

    /** What was done. */
    public enum Kind {
        ADDED,
        SWITCHED_ON,
        SWITCHED_OFF,
        /** The value, with the switch as it was. */
        CHANGED,
        REMOVED
    }
}
