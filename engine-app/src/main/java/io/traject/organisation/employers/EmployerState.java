package io.traject.organisation.employers;

/** How far an employer is. */
public enum EmployerState {
    /** Something is still missing. */
    DRAFT,
    /** Complete, and without a place in the organisation. */
    REGISTERED,
    /** It stands in the organisation tree. */
    PUBLISHED,
    /** Given up before it was published; kept to be looked up. */
    CANCELLED
}
