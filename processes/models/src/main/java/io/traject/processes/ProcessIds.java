package io.traject.processes;

/** Ids of the processes; each is also its model's file name. */
public final class ProcessIds {

    public static final String RE_EXAMINATION_BATCH = "re-examination-batch";
    public static final String RE_EXAMINATION_CASE = "re-examination-case";

    public static final String RE_EXAMINATION_RETRY = "re-examination-retry";
    public static final String COMMUNICATION_DELIVERY = "communication-delivery";

    public static final String EMPLOYER_REGISTRATION = "employer-registration";

    public static final String ADDED_TASK = "added-task";
    public static final String TRIGGER_ACTIONS = "trigger-actions";

    private ProcessIds() {}
}
