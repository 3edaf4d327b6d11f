package io.traject.access;

/** Of which kinds personal files are. */
public enum FileKind {
    CASE,
    /** A spreadsheet of residents with the cases made of it. */
    BATCH,
    EMPLOYEE,
    /** The audit trail or the access log of an organisation. */
    LOG
}
