package io.traject.workers.engine;

import java.util.Map;

/** How a job ended: completed with variables for the process, or with a BPMN error that the model catches. */
public sealed interface JobOutcome {

    record Completed(Map<String, Object> variables) implements JobOutcome {}

    record Error(String code, String message) implements JobOutcome {}

    static JobOutcome completed() {
        return new Completed(Map.of());
    }

    static JobOutcome completed(Map<String, Object> variables) {
        return new Completed(variables);
    }

    static JobOutcome error(String code, String message) {
        return new Error(code, message);
    }
}
