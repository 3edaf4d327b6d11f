package io.traject.access;

import static io.traject.access.Permission.ADDRESS_LANGUAGE;
import static io.traject.access.Permission.ADMINISTRATION;
import static io.traject.access.Permission.APPOINTMENTS_PLAN;
import static io.traject.access.Permission.APPOINTMENTS_REQUEST;
import static io.traject.access.Permission.APPOINTMENTS_VIEW;
import static io.traject.access.Permission.AUDIT_READ;
import static io.traject.access.Permission.CASES_CANCEL;
import static io.traject.access.Permission.CASES_EDIT;
import static io.traject.access.Permission.CASES_REOPEN;
import static io.traject.access.Permission.CASES_VIEW;
import static io.traject.access.Permission.CONFIGURATION;
import static io.traject.access.Permission.EMPLOYEES_EDIT;
import static io.traject.access.Permission.EMPLOYEES_FIND_BY_BSN;
import static io.traject.access.Permission.EMPLOYEES_VIEW;
import static io.traject.access.Permission.EMPLOYERS_PUBLISH;
import static io.traject.access.Permission.EMPLOYERS_REGISTER;
import static io.traject.access.Permission.FINANCIAL_EDIT;
import static io.traject.access.Permission.FINANCIAL_VIEW;
import static io.traject.access.Permission.MEDICAL_EDIT;
import static io.traject.access.Permission.MEDICAL_VIEW;
import static io.traject.access.Permission.OPERATIONS;
import static io.traject.access.Permission.ORGANISATION_EDIT;
import static io.traject.access.Permission.ORGANISATION_IMPORT;
import static io.traject.access.Permission.ORGANISATION_VIEW;
import static io.traject.access.Permission.PROCESSES_ANALYSE;
import static io.traject.access.Permission.QUESTIONNAIRES_EDIT;
import static io.traject.access.Permission.RE_EXAMINATION_RUN;
import static io.traject.access.Permission.TASKS_WORK;
import static io.traject.access.Permission.TEMPLATES_EDIT;
import static io.traject.access.Permission.TRIGGERS_EDIT;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The roles that every organisation starts with, as they are shipped. */
public enum StandardRole {
    /** Keeps the installation running; belongs to no organisation and sees no cases. */
    INSTALLATION_ADMINISTRATOR(Side.INSTALLATION, EnumSet.of(OPERATIONS, ADMINISTRATION, AUDIT_READ)),
    /** Everything within one organisation; what belongs to the installation as a whole is not. */
    ADMINISTRATOR(Side.OWN, EnumSet.complementOf(EnumSet.of(OPERATIONS))),
    /** Keeps the organisation tree, its employers, the templates, the triggers and the settings. */
    FUNCTIONAL_ADMINISTRATOR(
            Side.OWN,
            EnumSet.of(
                    TASKS_WORK,
                    ORGANISATION_VIEW,
                    ORGANISATION_EDIT,
                    EMPLOYERS_REGISTER,
                    EMPLOYERS_PUBLISH,
                    FINANCIAL_VIEW,
                    FINANCIAL_EDIT,
                    ORGANISATION_IMPORT,
                    EMPLOYEES_VIEW,
                    EMPLOYEES_EDIT,
                    ADDRESS_LANGUAGE,
                    TEMPLATES_EDIT,
                    TRIGGERS_EDIT,
                    QUESTIONNAIRES_EDIT,
                    CONFIGURATION)),
    /** Plans appointments for employees. */
    PLANNER(
            Side.OWN,
            EnumSet.of(
                    CASES_VIEW,
                    TASKS_WORK,
                    ORGANISATION_VIEW,
                    EMPLOYEES_VIEW,
                    EMPLOYEES_FIND_BY_BSN,
                    APPOINTMENTS_VIEW,
                    APPOINTMENTS_REQUEST,
                    APPOINTMENTS_PLAN,
                    ADDRESS_LANGUAGE)),
    /** Sees employees at a consultation; the only shipped role but the administrator's that opens medical data. */
    PRACTITIONER(
            Side.OWN,
            EnumSet.of(
                    CASES_VIEW,
                    CASES_EDIT,
                    TASKS_WORK,
                    ORGANISATION_VIEW,
                    EMPLOYEES_VIEW,
                    EMPLOYEES_FIND_BY_BSN,
                    APPOINTMENTS_VIEW,
                    APPOINTMENTS_REQUEST,
                    APPOINTMENTS_PLAN,
                    MEDICAL_VIEW,
                    MEDICAL_EDIT)),
    /** Works on cases and tasks and re-examines residents. */
    CASE_WORKER(
            Side.OWN,
            EnumSet.of(
                    CASES_VIEW,
                    CASES_EDIT,
                    CASES_CANCEL,
                    CASES_REOPEN,
                    TASKS_WORK,
                    RE_EXAMINATION_RUN,
                    ORGANISATION_VIEW,
                    EMPLOYEES_VIEW,
                    EMPLOYEES_EDIT,
                    EMPLOYEES_FIND_BY_BSN,
                    APPOINTMENTS_VIEW,
                    APPOINTMENTS_REQUEST,
                    ADDRESS_LANGUAGE,
                    TEMPLATES_EDIT)),
    /** Somebody of an employer, who keeps its employees. */
    EMPLOYER_USER(Side.EMPLOYER, EnumSet.of(ORGANISATION_VIEW, FINANCIAL_VIEW, EMPLOYEES_VIEW, EMPLOYEES_EDIT)),
    /** Somebody of an employer, who sees the employees of departments. */
    DEPARTMENT_MANAGER(Side.EMPLOYER, EnumSet.of(ORGANISATION_VIEW, EMPLOYEES_VIEW)),
    /** Looks at how processes run and at nobody's file. */
    PROCESS_ANALYST(Side.OWN, EnumSet.of(PROCESSES_ANALYSE)),
    /** Reads who did what, and changes nothing. */
    AUDITOR(Side.OWN, EnumSet.of(AUDIT_READ));

    /** Where the people of a role stand. */
    private enum Side {
        INSTALLATION,
        OWN,
        EMPLOYER
    }

    private final Side side;
    private final Set<Permission> permissions;

    StandardRole(Side side, Set<Permission> permissions) {
        this.side = side;
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether its people belong to an employer: no role of theirs opens medical data. */
    public boolean employerSide() {
        return side == Side.EMPLOYER;
    }

    /** As written in files and addresses: {@code case-worker}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
