package io.traject.processes;

/** Names of the variables that the models read or set. They hold ids and what gateways and timers need, nothing personal. */
public final class Variables {

    public static final String BATCH_ID = "batchId";
    /** Id of one attempt to invite again who was left behind. */
    public static final String RETRY_ID = "retryId";

    public static final String CASE_ID = "caseId";

    /** Absolute ISO 8601 date-time until which data is awaited. */
    public static final String FINAL_DATE = "finalDate";

    /** List of absolute ISO 8601 date-times at which the resident is reminded; empty when nobody is. */
    public static final String REMINDERS = "reminders";

    /** One of {@link #REMINDERS}. */
    public static final String REMIND_AT = "remindAt";

    /** Which of the {@link #REMINDERS}, from 1. */
    public static final String REMINDER = "reminder";

    /** Id of the event by which a case was reopened: the business key of the instance that it starts. */
    public static final String REOPENING_ID = "reopeningId";

    /**
     * One of {@link TaskTypes}; a variable, since the engine gives the headers of a user task to no listener.
     */
    public static final String TASK_TYPE = "taskType";

    /** How a human task ended, and so what is decided. */
    public static final String OUTCOME = "outcome";

    /** Id of the thing that the process is about. */
    public static final String BUSINESS_KEY = "businessKey";

    /** Whether this instance is the one that may go on. */
    public static final String CLAIMED = "claimed";

    /** Whether every case of the batch exists. */
    public static final String ALL_CREATED = "allCreated";

    /** Whether no case of a discarded batch is open any more. */
    public static final String ALL_WITHDRAWN = "allWithdrawn";

    /** List of {@link #RANGE}s that are dispatched side by side. */
    public static final String RANGES = "ranges";

    /** Part of a batch: an object with {@link #FROM} (inclusive) and {@link #TO} (exclusive). */
    public static final String RANGE = "range";

    public static final String FROM = "from";
    public static final String TO = "to";

    public static final String MAIL_GROUP = "mailGroup";
    public static final String MAIL_ID = "mailId";
    public static final String NOTICE_MAIL_ID = "noticeMailId";

    /** Id of the mail or letter that a task is about. */
    public static final String COMMUNICATION_ID = "communicationId";

    /** Id of a task that was added to a case beside those of its own process. */
    public static final String ADDED_TASK_ID = "addedTaskId";

    /** Id of what an event set going by one version of a trigger. */
    public static final String FIRING_ID = "firingId";

    /** List of the positions of a trigger's actions, from 0. */
    public static final String ACTIONS = "actions";

    /** One of {@link #ACTIONS}. */
    public static final String ACTION = "action";

    public static final String EMPLOYER_ID = "employerId";

    /** Whether an employer is registered in full. */
    public static final String COMPLETE = "complete";

    /** Whether an employer has a place in the organisation; false sends it back to its registration. */
    public static final String PUBLISHED = "published";

    /** Absolute ISO 8601 date-time at which a registration that nobody works on has rested long enough for a reminder. */
    public static final String RESTS_UNTIL = "restsUntil";

    private Variables() {}
}
