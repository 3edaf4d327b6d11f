package io.traject.tasks;

/** Whether a task waits for someone. */
public enum TaskState {
    OPEN,
    COMPLETED,
    /** Its case ended, or the process took another way. */
    WITHDRAWN
}
