package io.traject.agenda;

import java.util.EnumSet;
import java.util.Set;

/** How far an appointment request is. */
public enum RequestState {
    /** Somebody has yet to say that it is wanted. */
    DRAFT,
    /** To be planned. */
    OPEN,
    /** An appointment is planned for it. */
    PLANNED,
    /** Its appointment was held or missed. */
    SETTLED,
    /** Not wanted any more. */
    WITHDRAWN;

    /** Something is still to come of it. */
    static final Set<RequestState> UNSETTLED = EnumSet.of(OPEN, PLANNED);
}
