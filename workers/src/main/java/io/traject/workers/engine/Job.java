package io.traject.workers.engine;

import java.util.Map;

/**
 * A job as the engine hands it out.
 *
 * @param key of the job
 * @param processInstanceKey of the instance it belongs to
 * @param elementInstanceKey of the element instance it belongs to
 * @param elementId the element's id in the model
 * @param processId the process's id in the model
 * @param variables bound to the handler's record
 * @param headers the task's static headers from the model
 */
public record Job<V>(
        long key,
        long processInstanceKey,
        long elementInstanceKey,
        String elementId,
        String processId,
        V variables,
        Map<String, String> headers) {}
