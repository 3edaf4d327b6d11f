package io.traject.processes;

/** How {@link TaskTypes#FOLLOW_UP_MISSING_DATA} may end: the values of {@link Variables#OUTCOME} that the model knows. */
public final class FollowUpOutcomes {

    /** Wait until a new {@link Variables#FINAL_DATE}, which is set together with this outcome. */
    public static final String EXTEND = "extend";

    /** Write a letter, and wait until a new {@link Variables#FINAL_DATE}, which is set together with this outcome. */
    public static final String LETTER = "letter";

    /** Assess the case as it is. */
    public static final String ASSESS = "assess";

    /** Close the case; it is not assessed. */
    public static final String CLOSE = "close";

    private FollowUpOutcomes() {}
}
