package io.traject.triggers.editing;

/** In which way a draft was tried. */
public enum TestedHow {
    /** On values that were filled in. */
    BY_HAND,
    /** On an event that really happened. */
    PAST_EVENT,
    /** On all events of a period. */
    REPLAY
}
