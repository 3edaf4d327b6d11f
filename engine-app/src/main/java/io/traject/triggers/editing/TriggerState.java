package io.traject.triggers.editing;

/** Where a version of a trigger is in its life. */
public enum TriggerState {
    /** Being written. */
    DRAFT,
    /** Tried since it was last written. */
    TESTED,
    /** Runs. */
    PUBLISHED,
    /** Ran; replaced by a later version, or stopped. */
    RETIRED;

    /** Whether it can still be written. */
    public boolean open() {
        return this == DRAFT || this == TESTED;
    }
}
