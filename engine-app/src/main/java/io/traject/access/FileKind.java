package io.traject.access;

/** Of which kinds personal files are. */
public enum FileKind {
    CASE,
    /** A spreadsheet of residents with the cases made of it. */
    BATCH,
    EMPLOYEE,
    /** All employees of an organisation, by its id. */
    EMPLOYEES,
    /** A spreadsheet of an organisation, with what it would do to employees. */
    IMPORT,
    /** The audit trail or the access log of an organisation. */
    LOG
}
