package io.traject.workers.engine;

import java.time.Instant;
import java.util.Map;

/**
 * A job as it comes from the engine, before its variables are bound.
 *
 * @param variables a JSON object
 * @param retries how often it may be tried, this time included
 * @param deadline by the engine's clock
 */
public record EngineJob(
        long key,
        String type,
        long processInstanceKey,
        long elementInstanceKey,
        String elementId,
        String processId,
        String variables,
        Map<String, String> headers,
        int retries,
        Instant deadline) {}
