package io.traject.cases;

/** How far a case has come. Every type uses the stages that it knows, in this order. */
public enum CaseStage {
    /** Opened; nobody has been told yet. */
    CREATED,
    /** The invitation is out; the data is awaited. */
    AWAITING_DATA,
    /** The data is in, or is no longer waited for; a human looks at it. */
    ASSESSMENT,
    /** People work on it; no process runs it. */
    HANDLING,
    /** Decided, or ended without a decision. */
    ENDED
}
