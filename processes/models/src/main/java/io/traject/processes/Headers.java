package io.traject.processes;

/** Keys of the static headers that tasks carry. */
public final class Headers {

    public static final String MESSAGE_NAME = "messageName";

    private Headers() {}
}
