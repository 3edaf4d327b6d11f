package io.traject.access;

/**
 * An entity whose changes the audit trail records by itself, whoever makes them. What a field held is recorded when it is
 * a number, a switch, a moment, an id or one of a list; of any other only that it changed, unless it is marked
 * {@link RecordedAsIs}: a text may say something about a person.
 */
public interface Audited {

    AuditedObject audited();

    /**
     * Whether changes that nobody makes in person are recorded too. No for what changes all the time by itself and keeps a
     * history of its own.
     */
    default boolean auditedWhenTheSystemActs() {
        return true;
    }
}
