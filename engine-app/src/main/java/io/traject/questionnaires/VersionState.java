package io.traject.questionnaires;

/** How far a version of a questionnaire is. */
public enum VersionState {
    /** Being written; nobody fills it in. */
    DRAFT,
    /** What is filled in. */
    PUBLISHED,
    /** A later version took its place; what was begun with it is finished with it. */
    SUPERSEDED
}
