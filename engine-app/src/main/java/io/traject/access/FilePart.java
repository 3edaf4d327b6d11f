package io.traject.access;

/** What of a personal file was looked at. */
public enum FilePart {
    /** The page of it, or all that a program gets of it. */
    FILE,
    /** A form about it. */
    FORM,
    /** A task about it. */
    TASK,
    /** A request for an appointment. */
    APPOINTMENT,
    DOCUMENT,
    /** A mail or letter as it was sent. */
    COMMUNICATION,
    /** Mails or letters before they are sent. */
    PREVIEW,
    /** All letters at once. */
    LETTERS,
    /** As a line of a spreadsheet that was taken along. */
    EXPORT,
    /** Found by a search for exactly this person. */
    SEARCH,
    /** Nothing of it: somebody sought exactly one person among many, and found nobody. */
    SEARCH_IN_VAIN,
    /** What has medical meaning. */
    MEDICAL,
    /** Of a log: what was known when something happened. */
    EVENT,
    /** Of a log: who changed what. */
    CHANGES,
    /** Of a log: who looked at which file. */
    LOOKS
}
