package io.traject.workers.engine;

import java.util.Map;
import java.util.UUID;

/**
 * A process to be started by message, once per business key.
 *
 * @param messageName the message of the model's start event
 * @param businessKey what is started once: id of the thing that the process is about, or of the event that starts it again
 * @param correlationKey id of the thing that the process is about
 * @param messageId id of the event that causes the start; the engine forgets a repeat for as long as the message lives
 * @param variables ids and what gateways and timers need; never personal data
 */
public record ProcessStart(
        String messageName, UUID businessKey, UUID correlationKey, UUID messageId, Map<String, Object> variables) {

    public ProcessStart {
        variables = Map.copyOf(variables);
    }

    /** The first start of the thing's process. */
    public ProcessStart(String messageName, UUID businessKey, UUID messageId, Map<String, Object> variables) {
        this(messageName, businessKey, businessKey, messageId, variables);
    }
}
