package io.traject.workers.engine;

import java.util.List;
import java.util.Map;

/**
 * The queue of what the engine must be told. Every method writes to PostgreSQL in the caller's transaction and returns
 * at once; the command is sent after the commit, repeated with back-off until the engine took it, and visible to the
 * operator while it keeps failing.
 */
public interface EngineCommands {

    /** Starts processes by message, in one command of at most 200; a business key that was started before is left alone. */
    void start(List<ProcessStart> starts);

    /** Publishes messages, in one command of at most 200. */
    void publish(List<EngineMessage> messages);

    /**
     * Completes a human task. The key of the engine's user task is looked up in the projection when the command runs;
     * a task that has ended already counts as completed only if the projection shows so.
     */
    void completeUserTask(long elementInstanceKey, Map<String, Object> variables);

    /**
     * Has steps that stand still tried once more, in one command of at most 200; an incident that is resolved already
     * counts as retried. A step that fails again becomes a new incident.
     */
    void retryIncidents(List<StandingIncident> incidents);

    /** Cancels a process instance; one that has ended already counts as cancelled. */
    void cancelInstance(long processInstanceKey);
}
