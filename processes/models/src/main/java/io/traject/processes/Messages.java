package io.traject.processes;

/** Names of the messages that start processes or are awaited by them; the correlation key is always the business key. */
public final class Messages {

    /** Starts {@link ProcessIds#RE_EXAMINATION_BATCH}. */
    public static final String RE_EXAMINATION_BATCH_CONFIRMED = "re-examination-batch-confirmed";

    public static final String RE_EXAMINATION_DISPATCH_AGREED = "re-examination-dispatch-agreed";
    public static final String RE_EXAMINATION_BATCH_DISCARDED = "re-examination-batch-discarded";

    /** Starts {@link ProcessIds#RE_EXAMINATION_CASE}. */
    public static final String RE_EXAMINATION_CASE_OPENED = "re-examination-case-opened";

    /** Starts {@link ProcessIds#RE_EXAMINATION_CASE} at the assessment; carries {@link Variables#REOPENING_ID}. */
    public static final String RE_EXAMINATION_CASE_REOPENED = "re-examination-case-reopened";

    /** Carries {@link Variables#REMINDERS}. */
    public static final String RE_EXAMINATION_INVITED = "re-examination-invited";

    public static final String CASE_DATA_SUPPLIED = "case-data-supplied";

    /** A mail could not be delivered after all; carries its {@link Variables#COMMUNICATION_ID}. */
    public static final String CASE_MAIL_BOUNCED = "case-mail-bounced";

    public static final String CASE_CANCELLED = "case-cancelled";

    /** Starts {@link ProcessIds#RE_EXAMINATION_RETRY}. */
    public static final String RE_EXAMINATION_RETRY_REQUESTED = "re-examination-retry-requested";

    /** Starts {@link ProcessIds#COMMUNICATION_DELIVERY}; carries {@link Variables#MAIL_ID}. */
    public static final String COMMUNICATION_DELIVERY_REQUESTED = "communication-delivery-requested";

    /** Starts {@link ProcessIds#EMPLOYER_REGISTRATION}; carries {@link Variables#RESTS_UNTIL}. */
    public static final String EMPLOYER_DRAFTED = "employer-drafted";

    public static final String EMPLOYER_CANCELLED = "employer-cancelled";

    /** Starts {@link ProcessIds#ADDED_TASK}; carries {@link Variables#ADDED_TASK_ID} and {@link Variables#CASE_ID}. */
    public static final String TASK_REQUESTED = "task-requested";

    /** What the task was added to has ended; the correlation key is {@link Variables#ADDED_TASK_ID}. */
    public static final String TASK_NO_LONGER_NEEDED = "task-no-longer-needed";

    /** Starts {@link ProcessIds#TRIGGER_ACTIONS}; carries {@link Variables#FIRING_ID} and {@link Variables#ACTIONS}. */
    public static final String TRIGGER_FIRED = "trigger-fired";

    private Messages() {}
}
