package io.traject.reexamination.intake;

/** How a resident wants to be written to; the names are the values of column COMM_VOORK. */
public enum CommunicationPreference {
    EMAIL,
    BRIEF,
    BEIDE;

    public boolean byMail() {
        return this != BRIEF;
    }

    public boolean byLetter() {
        return this != EMAIL;
    }
}
