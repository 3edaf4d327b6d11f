package io.traject.tasks;

import io.traject.access.Authorization;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The forms of all task types. */
@Component
public class TaskForms {

    private final Map<String, TaskForm> byType;

    TaskForms(List<TaskForm> forms) {
        byType = forms.stream().collect(Collectors.toUnmodifiableMap(TaskForm::type, Function.identity()));
    }

    /** The types of which this one sees no tasks. */
    Set<String> hiddenFrom(Authorization reader) {
        return byType.values().stream()
                .filter(form -> !reader.may(form.permission()))
                .map(TaskForm::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<String> types() {
        return byType.keySet().stream().sorted().toList();
    }

    /** @throws IllegalStateException when no room has declared the type */
    public TaskForm of(String type) {
        TaskForm form = byType.get(type);
        if (form == null) {
            throw new IllegalStateException("no form for task type " + type);
        }
        return form;
    }
}
