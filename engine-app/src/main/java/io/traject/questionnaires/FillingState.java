package io.traject.questionnaires;

/** How far a questionnaire in a case is filled in. */
public enum FillingState {
    /** Begun; may be left and taken up again. */
    OPEN,
    /** What counts; it is read and not changed. */
    COMPLETED,
    /** Completed once; a correction took its place. */
    REPLACED
}
