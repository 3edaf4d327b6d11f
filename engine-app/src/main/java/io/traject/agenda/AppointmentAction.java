package io.traject.agenda;

/** What may be done with an appointment. */
public enum AppointmentAction {
    RESCHEDULE,
    /** Call it off; its request is to be planned again. */
    CANCEL,
    /** It was held. */
    COMPLETE,
    /** The employee did not come. */
    NO_SHOW,
    /** It was held, and doesn't count any more (A26). */
    LAPSE,
    /** It was not held, or missed, after all: it is planned again. */
    UNDO
}
