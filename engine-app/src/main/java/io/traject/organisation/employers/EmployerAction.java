package io.traject.organisation.employers;

/** What may be done with an employer, as far as its own life goes. */
public enum EmployerAction {
    /** Fill in or change its registration. */
    REGISTER,
    PUBLISH,
    CANCEL
}
