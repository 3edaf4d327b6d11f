package io.traject.workers.engine;

/**
 * Does the work of one job type. Every Spring bean of this type is registered with the engine. A handler is called on a
 * virtual thread, may be called again for the same job, and must be idempotent under a business key that its Javadoc
 * names. An exception fails the job: it is repeated with exponential back-off and becomes an incident when the retries
 * are used up. However long the handler takes, the engine keeps the job for it.
 *
 * @param <V> a record to which the job's variables are bound by name (Jackson); a component that is not
 *     {@link org.jspecify.annotations.Nullable} must be there
 */
public interface JobHandler<V> {

    /** The job type, {@code module.verbObject}, from the constants of the models. */
    String jobType();

    Class<V> variables();

    JobOutcome handle(Job<V> job) throws Exception;

    /** How many jobs it does at once in one instance; 0 for the usual number. Few for what keeps a processor busy. */
    default int inFlight() {
        return 0;
    }

    /** Called when the process is about to end: work that can be left half-way is handed back by {@link JobOutcome.Later}. */
    default void windUp() {}
}
