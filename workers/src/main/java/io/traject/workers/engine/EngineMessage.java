package io.traject.workers.engine;

import java.util.Map;
import java.util.UUID;

/**
 * A message for a running process instance.
 *
 * @param name the message's name in the model
 * @param correlationKey the business key of the instance
 * @param messageId id of the event that causes it; a repeat with the same id is dropped by the engine
 * @param variables ids and what gateways and timers need; never personal data
 */
public record EngineMessage(String name, UUID correlationKey, UUID messageId, Map<String, Object> variables) {

    public EngineMessage {
        variables = Map.copyOf(variables);
    }
}
