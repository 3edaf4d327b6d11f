package io.traject.access;

import java.util.Set;

/**
 * What one may do. A role is a set of these; for which parts of the organisation they hold says the reach of the one who has
 * them.
 */
public enum Permission {
    /** See cases and everything in their files. */
    CASES_VIEW(Subject.CASES),
    /** Open and close cases about employees, supply data for a case. */
    CASES_EDIT(Subject.CASES),
    /** Cancel a case. */
    CASES_CANCEL(Subject.CASES),
    /** Take up a case again that was closed. */
    CASES_REOPEN(Subject.CASES),
    /** Claim and complete human tasks. */
    TASKS_WORK(Subject.CASES),
    /** Upload residents, create cases, dispatch invitations. */
    RE_EXAMINATION_RUN(Subject.CASES),
    /** See the tree, its employers, establishments and departments. */
    ORGANISATION_VIEW(Subject.ORGANISATION),
    /** Change folders, establishments, departments, contact persons and employer groups. */
    ORGANISATION_EDIT(Subject.ORGANISATION),
    /** Make an employer's draft and complete its registration. */
    EMPLOYERS_REGISTER(Subject.ORGANISATION),
    /** Publish a registered employer in a folder. */
    EMPLOYERS_PUBLISH(Subject.ORGANISATION),
    /** See the financial data of establishments. */
    FINANCIAL_VIEW(Subject.ORGANISATION),
    /** Change the financial data of establishments. */
    FINANCIAL_EDIT(Subject.ORGANISATION),
    /** Import an organisation from a spreadsheet. */
    ORGANISATION_IMPORT(Subject.ORGANISATION),
    /** See employees and their employments. */
    EMPLOYEES_VIEW(Subject.EMPLOYEES),
    /** Change employees and their employments. */
    EMPLOYEES_EDIT(Subject.EMPLOYEES),
    /** Find a person by the whole BSN; each search is logged. */
    EMPLOYEES_FIND_BY_BSN(Subject.EMPLOYEES),
    /** Choose the language of somebody else's e-mail address. */
    ADDRESS_LANGUAGE(Subject.EMPLOYEES),
    /** See for which employees appointments are wanted and planned. */
    APPOINTMENTS_VIEW(Subject.AGENDA),
    /** Ask for appointments, change and withdraw what was asked. */
    APPOINTMENTS_REQUEST(Subject.AGENDA),
    /** Plan, move and call off appointments, and say whether they were held. */
    APPOINTMENTS_PLAN(Subject.AGENDA),
    /** See what has medical meaning; never for an employer's side. */
    MEDICAL_VIEW(Subject.MEDICAL),
    /** Change what has medical meaning; never for an employer's side. */
    MEDICAL_EDIT(Subject.MEDICAL),
    /** Write the organisation's mail and letter templates. */
    TEMPLATES_EDIT(Subject.SETTINGS),
    /** Write, test, publish and retire triggers, and see what they did. */
    TRIGGERS_EDIT(Subject.SETTINGS),
    /** Write the organisation's questionnaires. */
    QUESTIONNAIRES_EDIT(Subject.SETTINGS),
    /** Settings of the organisation: its fields, widgets, parameters, actions and consultation types, how it sends mail. */
    CONFIGURATION(Subject.SETTINGS),
    /** Manage users, roles, groups and API accounts. */
    ADMINISTRATION(Subject.OVERSIGHT),
    /** Read who changed what and who looked at whose file. */
    AUDIT_READ(Subject.OVERSIGHT),
    /** See how processes run, in figures. */
    PROCESSES_ANALYSE(Subject.OVERSIGHT),
    /** See and mend the queues, incidents and mails of the whole installation; no organisation's account has it. */
    OPERATIONS(Subject.OVERSIGHT);

    /** What a permission is about; a page that lets one choose groups them so. */
    public enum Subject {
        CASES,
        ORGANISATION,
        EMPLOYEES,
        AGENDA,
        MEDICAL,
        SETTINGS,
        OVERSIGHT
    }

    /** What nobody on an employer's side may have: an employer must not know what a doctor does. */
    public static final Set<Permission> MEDICAL = Set.of(MEDICAL_VIEW, MEDICAL_EDIT);

    private final Subject subject;

    Permission(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }
}
