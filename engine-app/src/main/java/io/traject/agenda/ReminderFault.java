package io.traject.agenda;

/** Why an employee can't be reminded of an appointment. */
public enum ReminderFault {
    /** No e-mail address of the employee is known. */
    NO_ADDRESS,
    /** The employee is archived. */
    ARCHIVED
}
