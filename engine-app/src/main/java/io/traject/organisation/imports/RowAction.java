package io.traject.organisation.imports;

/** What an import would do for a row. */
public enum RowAction {
    ADD,
    CHANGE,
    /** Works, or stands, in another part of the organisation; other values may change too. */
    MOVE,
    /** Everything is as the row says. */
    KEEP,
    /** There is something wrong with it. */
    NONE
}
