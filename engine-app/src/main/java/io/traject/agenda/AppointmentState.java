package io.traject.agenda;

/** How far an appointment is. */
public enum AppointmentState {
    PLANNED,
    /** It was held. */
    COMPLETED,
    /** The employee did not come. */
    NO_SHOW,
    /** It was called off. */
    CANCELLED,
    /** It was held, and doesn't count any more. */
    LAPSED
}
