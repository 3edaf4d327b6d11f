package io.traject.workers.engine;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Binds a job's variables to the record of its handler. */
final class JobVariables<V> {

    private final Class<V> type;
    private final List<RecordComponent> components;

    JobVariables(Class<V> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is not a record");
        }
        this.type = type;
        this.components = List.of(type.getRecordComponents());
    }

    /** What to ask the engine for. */
    List<String> names() {
        var names = new ArrayList<>(
                components.stream().map(RecordComponent::getName).toList());
        names.add(Correlation.ID);
        return names;
    }

    /**
     * Answers the handler's record.
     *
     * @throws IllegalArgumentException naming the variables that are missing
     */
    V bind(JsonNode variables) {
        var missing = components.stream()
                .filter(component -> !mayBeMissing(component))
                .map(RecordComponent::getName)
                .filter(name -> !variables.hasNonNull(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The process has no variable " + String.join(", ", missing));
        }
        return EngineJson.bind(variables, type);
    }

    private static boolean mayBeMissing(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations()).anyMatch(Nullable.class::isInstance);
    }
}
