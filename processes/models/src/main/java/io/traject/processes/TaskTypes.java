package io.traject.processes;

/** Types of the human tasks, as {@link Variables#TASK_TYPE} names them. */
public final class TaskTypes {

    /** Answers one of {@link FollowUpOutcomes}. */
    public static final String FOLLOW_UP_MISSING_DATA = "follow-up-missing-data";

    public static final String ASSESS_SUPPLIED_DATA = "assess-supplied-data";

    /** What to do about a mail that bounced: {@link Variables#COMMUNICATION_ID}. */
    public static final String CORRECT_ADDRESS = "correct-address";

    /** Registers an employer in full. */
    public static final String COMPLETE_REGISTRATION = "complete-registration";

    /** Gives a registered employer its place in the organisation; answers {@link Variables#PUBLISHED}. */
    public static final String PUBLISH_EMPLOYER = "publish-employer";

    /** Something to be done in a case, in the words of who added it. */
    public static final String ADDED_TASK = "added-task";

    private TaskTypes() {}
}
