package io.traject.reexamination;

import io.traject.cases.CaseLifeCycle;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
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
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The final date has passed without data: wait longer, write a letter, assess what there is, or close the case. */
@Component
class FollowUpMissingDataForm implements TaskForm {

    private static final Duration DUE = Duration.ofDays(7);

    private final CaseLifeCycle cases;
    private final FollowUpLetter letter;
    private final BusinessTime time;

    FollowUpMissingDataForm(CaseLifeCycle cases, FollowUpLetter letter, BusinessTime time) {
        this.cases = cases;
        this.letter = letter;
        this.time = time;
    }

    @Override
    public String type() {
        return TaskTypes.FOLLOW_UP_MISSING_DATA;
    }

    @Override
    public List<String> outcomes() {
        return List.of(
                FollowUpOutcomes.EXTEND, FollowUpOutcomes.LETTER, FollowUpOutcomes.ASSESS, FollowUpOutcomes.CLOSE);
    }

    @Override
    public List<String> outcomesWithDate() {
        return List.of(FollowUpOutcomes.EXTEND, FollowUpOutcomes.LETTER);
    }

    /** There the letter lies, to be printed. */
    @Override
    public boolean leadsToCase(String outcome) {
        return outcome.equals(FollowUpOutcomes.LETTER);
    }

    @Override
    public Duration dueWithin() {
        return DUE;
    }

    @Override
    public Outcome<Map<String, Object>> complete(Task task, Completion completion) {
        return switch (completion.outcome()) {
            case FollowUpOutcomes.EXTEND, FollowUpOutcomes.LETTER -> waitLonger(task, completion);
            case FollowUpOutcomes.ASSESS -> {
                cases.startAssessment(task.caseId());
                yield goOn(completion);
            }
            default -> goOn(completion);
        };
    }

    private Outcome<Map<String, Object>> waitLonger(Task task, Completion completion) {
        LocalDate date = completion.date();
        if (date == null || !date.isAfter(time.today())) {
            return Outcome.refused("final-date-not-in-future");
        }
        if (completion.outcome().equals(FollowUpOutcomes.LETTER)) {
            Optional<Refusal> unmade = letter.file(task.caseId(), task.organisation(), date);
            if (unmade.isPresent()) {
                return new Outcome.Refused<>(unmade.get());
            }
        }
        Instant dueAt = time.endOf(date);
        cases.extendTo(task.caseId(), dueAt);
        return Outcome.done(Map.of(Variables.OUTCOME, completion.outcome(), Variables.FINAL_DATE, dueAt.toString()));
    }

    private static Outcome<Map<String, Object>> goOn(Completion completion) {
        return Outcome.done(Map.of(Variables.OUTCOME, completion.outcome()));
    }
}
