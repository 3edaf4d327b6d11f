package io.traject.triggers.replay;

/** At which of the two a trigger fires: what is written, and what is published. */
public enum Compared {
    /** As before. */
    BOTH,
    /** Only what is written: it would be done from now on. */
    NOW_ONLY,
    /** Only what is published: it would no longer be done. */
    BEFORE_ONLY
}
