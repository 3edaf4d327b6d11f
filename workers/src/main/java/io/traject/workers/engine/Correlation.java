package io.traject.workers.engine;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

/** One id from the request, through the process, to the jobs that it leads to; in the log and among the variables. */
final class Correlation {

    static final String ID = "correlationId";

    private Correlation() {}

    /** The variables with the id that is current now; one that is among them already stays. */
    static Map<String, Object> carriedBy(Map<String, Object> variables) {
        var current = MDC.get(ID);
        if (current == null || variables.containsKey(ID)) {
            return variables;
        }
        var all = new HashMap<>(variables);
        all.put(ID, current);
        return all;
    }

    /** Makes the id that the variables carry the current one, until closed. */
    static Scope restoredFrom(JsonNode variables) {
        var id = variables.path(ID).asString("");
        return id.isEmpty() ? () -> {} : MDC.putCloseable(ID, id)::close;
    }

    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
