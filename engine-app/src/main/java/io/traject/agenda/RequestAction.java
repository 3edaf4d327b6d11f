package io.traject.agenda;

/** What may be done with an appointment request, as far as its own life goes. */
public enum RequestAction {
    /** Let a draft be planned. */
    OPEN,
    /** Choose a time for it. */
    PLAN,
    CHANGE,
    WITHDRAW,
    /** Make what was withdrawn a draft again. */
    REINSTATE
}
