package io.traject.organisation.configuration;

/** Whether a form asks for a field. */
public enum FieldUse {
    HIDDEN,
    /** May be left empty. */
    SHOWN,
    REQUIRED
}
