package io.traject.workers.engine;

import java.time.Duration;
import java.util.Map;

/**
 * How a job ended: completed with variables for the process, with a BPMN error that the model catches, or not yet, because
 * something outside is not ready.
 */
public sealed interface JobOutcome {

    record Completed(Map<String, Object> variables) implements JobOutcome {}

    record Error(String code, String message) implements JobOutcome {}

    record Later(Duration delay, String reason) implements JobOutcome {}

    static JobOutcome completed() {
        return new Completed(Map.of());
    }

    static JobOutcome completed(Map<String, Object> variables) {
        return new Completed(variables);
    }

    static JobOutcome error(String code, String message) {
        return new Error(code, message);
    }

    /** The job is handed out again after the delay; this costs it no retry and never becomes an incident. */
    static JobOutcome later(Duration delay, String reason) {
        return new Later(delay, reason);
    }
}
