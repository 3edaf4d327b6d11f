package io.traject.cases;

/** Whether a case runs. */
public enum CaseState {
    OPEN,
    /** Ran to its end. */
    CLOSED,
    /** Wrongly started, or withdrawn with its batch. */
    CANCELLED
}
