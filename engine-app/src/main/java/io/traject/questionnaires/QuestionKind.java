package io.traject.questionnaires;

/** How a question is answered. */
public enum QuestionKind {
    /** With one of its options. */
    ONE,
    /** With any number of its options. */
    SEVERAL,
    NUMBER,
    /** In one's own words; these leave the filled-in questionnaire by no event. */
    TEXT,
    DATE;

    public boolean hasOptions() {
        return this == ONE || this == SEVERAL;
    }

    /** Whether its answers can count for a score. */
    public boolean counts() {
        return hasOptions() || this == NUMBER;
    }
}
