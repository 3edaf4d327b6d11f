package io.traject.organisation.imports;

/** What became of a row. */
public enum RowState {
    PLANNED,
    DONE,
    REFUSED
}
