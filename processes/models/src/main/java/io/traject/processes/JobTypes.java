package io.traject.processes;

/** Types of the jobs that the processes hand out, {@code module.verbObject}. */
public final class JobTypes {

    /** Claims {@link Variables#BUSINESS_KEY} for this instance; answers {@link Variables#CLAIMED}. */
    public static final String CLAIM_START = "engine.claimStart";

    /** Creates the next chunk of cases; answers {@link Variables#ALL_CREATED}. */
    public static final String CREATE_CASES = "reexamination.createCases";

    public static final String FINISH_CREATION = "reexamination.finishCreation";

    /** Divides the batch; answers {@link Variables#RANGES}. */
    public static final String PLAN_DISPATCH = "reexamination.planDispatch";

    /** Renders the mails and letters of one {@link Variables#RANGE}. */
    public static final String PREPARE_INVITATIONS = "reexamination.prepareInvitations";

    /** Records that the cases of one {@link Variables#RANGE} are invited, and tells their processes. */
    public static final String RECORD_INVITATIONS = "reexamination.recordInvitations";

    /** Ends the dispatch and writes the mail that says so; answers {@link Variables#NOTICE_MAIL_ID} when somebody is to be told. */
    public static final String FINISH_DISPATCH = "reexamination.finishDispatch";

    /** Divides a retry; answers {@link Variables#RANGES}. */
    public static final String PLAN_RETRY = "reexamination.planRetry";

    /** Renders again what failed for one {@link Variables#RANGE} of a retry. */
    public static final String PREPARE_RETRY = "reexamination.prepareRetry";

    /** Records what became of one {@link Variables#RANGE} of a retry. */
    public static final String RECORD_RETRY = "reexamination.recordRetry";

    public static final String FINISH_RETRY = "reexamination.finishRetry";

    /** Withdraws the next chunk of a discarded batch's cases; answers {@link Variables#ALL_WITHDRAWN}. */
    public static final String WITHDRAW_CASES = "reexamination.withdrawCases";

    /**
     * Decides whether the resident is reminded for the {@link Variables#REMINDER}th time; answers
     * {@link Variables#MAIL_ID} when there is a mail to send.
     */
    public static final String PREPARE_REMINDER = "reexamination.prepareReminder";

    /** Records what became of the reminder with {@link Variables#MAIL_ID}. */
    public static final String RECORD_REMINDER = "reexamination.recordReminder";

    /** Records the {@link Variables#OUTCOME} of a case. */
    public static final String RECORD_DECISION = "reexamination.recordDecision";

    /**
     * Delivers mail that is waiting: the one of {@link Variables#MAIL_ID}, or those of {@link Variables#MAIL_GROUP}
     * from {@link Variables#FROM} to just before {@link Variables#TO}.
     */
    public static final String SEND_MAIL = "mail.send";

    /** Records what became of the mail with {@link Variables#MAIL_ID}, when it is in the file of a case. */
    public static final String RECORD_DELIVERY = "communication.recordDelivery";

    /** Opens the row of a human task; its {@link TaskTypes type} is in {@link Variables#TASK_TYPE}. */
    public static final String OPEN_TASK = "tasks.open";

    /** Judges whether an employer is registered in full; answers {@link Variables#COMPLETE}. */
    public static final String CHECK_REGISTRATION = "registration.checkRegistration";

    /**
     * Decides whether the registrar is reminded of an employer that rests; answers {@link Variables#MAIL_ID}, null when there
     * is no mail to send, and the next {@link Variables#RESTS_UNTIL}.
     */
    public static final String PREPARE_EMPLOYER_REMINDER = "registration.prepareReminder";

    /** Writes the mail that welcomes a published employer; answers {@link Variables#MAIL_ID} when there is one to send. */
    public static final String PREPARE_WELCOME = "registration.prepareWelcome";

    /** Does the {@link Variables#ACTION} of {@link Variables#FIRING_ID}. */
    public static final String RUN_TRIGGER_ACTION = "triggers.runAction";

    private JobTypes() {}
}
