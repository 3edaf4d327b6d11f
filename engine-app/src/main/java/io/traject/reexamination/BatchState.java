package io.traject.reexamination;

/** The life of a batch. */
public enum BatchState {
    /** Read without errors; waits for agreement. */
    CHECKED,
    /** Read with errors; nothing is created from it; deleted after seven days. */
    REJECTED,
    /** Cases are being created. */
    CREATING,
    /** All cases exist; the dispatch waits for agreement. */
    CREATED,
    /** Mails go out, letters are made. */
    DISPATCHING,
    /** Somebody stopped the dispatch; it goes on where it stopped when somebody resumes it. */
    PAUSED,
    DISPATCHED,
    /** Given up before the dispatch; its cases are withdrawn. */
    DISCARDED;

    /** Whether work goes on in the background. */
    public boolean isRunning() {
        return this == CREATING || this == DISPATCHING;
    }
}
