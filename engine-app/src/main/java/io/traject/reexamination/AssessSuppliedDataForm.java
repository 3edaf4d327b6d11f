package io.traject.reexamination;

import io.traject.kernel.Outcome;
import io.traject.processes.TaskTypes;
import io.traject.processes.Variables;
import io.traject.tasks.Completion;
import io.traject.tasks.Task;
import io.traject.tasks.TaskForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Assessing what a resident supplied: does the benefit go on, change, or end? */
@Component
class AssessSuppliedDataForm implements TaskForm {

    private static final Duration DUE = Duration.ofDays(14);

    @Override
    public String type() {
        return TaskTypes.ASSESS_SUPPLIED_DATA;
    }

    @Override
    public List<String> outcomes() {
        return List.of("continue", "change", "end");
    }

    @Override
    public Duration dueWithin() {
        return DUE;
    }

    @Override
    public Outcome<Map<String, Object>> complete(Task task, Completion completion) {
        return Outcome.done(Map.of(Variables.OUTCOME, completion.outcome()));
    }
}
