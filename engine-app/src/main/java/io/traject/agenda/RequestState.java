package io.traject.agenda;

/** How far an appointment request is. */
public enum RequestState {
    /** Somebody has yet to say that it is wanted. */
    DRAFT,
    /** To be planned. */
    OPEN,
    /** Not wanted any more. */
    WITHDRAWN
}
