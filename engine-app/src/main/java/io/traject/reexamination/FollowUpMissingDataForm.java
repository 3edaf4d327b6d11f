package io.traject.reexamination;

import io.traject.cases.CaseLifeCycle;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.processes.FollowUpOutcomes;
import io.traject.processes.TaskTypes;
import io.traject.processes.Variables;
import io.traject.tasks.Completion;
import io.traject.tasks.Task;
import io.traject.tasks.TaskForm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The final date has passed without data: wait longer, assess what there is, or close the case. */
@Component
class FollowUpMissingDataForm implements TaskForm {

    private static final Duration DUE = Duration.ofDays(7);

    private final CaseLifeCycle cases;
    private final BusinessTime time;

    FollowUpMissingDataForm(CaseLifeCycle cases, BusinessTime time) {
        this.cases = cases;
        this.time = time;
    }

    @Override
    public String type() {
        return TaskTypes.FOLLOW_UP_MISSING_DATA;
    }

    @Override
    public List<String> outcomes() {
        return List.of(FollowUpOutcomes.EXTEND, FollowUpOutcomes.ASSESS, FollowUpOutcomes.CLOSE);
    }

    @Override
    public List<String> outcomesWithDate() {
        return List.of(FollowUpOutcomes.EXTEND);
    }

    @Override
    public Duration dueWithin() {
        return DUE;
    }

    @Override
    public Outcome<Map<String, Object>> complete(Task task, Completion completion) {
        return switch (completion.outcome()) {
            case FollowUpOutcomes.EXTEND -> extend(task, completion.date());
            case FollowUpOutcomes.ASSESS -> {
                cases.startAssessment(task.caseId());
                yield goOn(completion);
            }
            default -> goOn(completion);
        };
    }

    private Outcome<Map<String, Object>> extend(Task task, @Nullable LocalDate date) {
        if (date == null || !date.isAfter(time.today())) {
            return Outcome.refused("final-date-not-in-future");
        }
        Instant dueAt = time.endOf(date);
        cases.extendTo(task.caseId(), dueAt);
        return Outcome.done(Map.of(Variables.OUTCOME, FollowUpOutcomes.EXTEND, Variables.FINAL_DATE, dueAt.toString()));
    }

    private static Outcome<Map<String, Object>> goOn(Completion completion) {
        return Outcome.done(Map.of(Variables.OUTCOME, completion.outcome()));
    }
}
