package io.traject.organisation.employers;

/** What happened to an employer. */
public enum EmployerStep {
    DRAFTED("employer.drafted"),
    /** Something in its registration is different, and it is as far as it was. */
    CHANGED("employer.changed"),
    REGISTERED("employer.registered"),
    /** What was complete is so no longer. */
    SENT_BACK("employer.sentBack"),
    PUBLISHED("employer.published"),
    CANCELLED("employer.cancelled"),
    /** At its place at once, without a registration that others could follow. */
    ADDED("employer.added");

    private final String eventType;

    EmployerStep(String eventType) {
        this.eventType = eventType;
    }

    /** In the domain-event log. */
    public String eventType() {
        return eventType;
    }
}
