package io.traject.access;

/** What one may do. A role is a set of these; for which organisation it holds is the user's own. */
public enum Permission {
    /** See cases and everything in their files. */
    CASES_VIEW,
    /** Supply data for a case, cancel it. */
    CASES_EDIT,
    /** Claim and complete human tasks. */
    TASKS_WORK,
    /** Upload residents, create cases, dispatch invitations. */
    RE_EXAMINATION_RUN,
    /** Write the municipality's mail and letter templates. */
    TEMPLATES_EDIT,
    /** See and mend the queues, incidents and mails of the whole installation; no municipality's account has it. */
    OPERATIONS,
    /** Manage users, API accounts and settings. */
    ADMINISTRATION
}
