package io.traject.processes;

/** Keys of the static headers that tasks carry. */
public final class Headers {

    public static final String MESSAGE_NAME = "messageName";
    public static final String TASK_TYPE = "taskType";

    private Headers() {}
}
