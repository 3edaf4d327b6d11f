package io.traject.triggers.actions;

import static io.traject.triggers.actions.Setting.Form.LINE;
import static io.traject.triggers.actions.Setting.Form.NUMBER;
import static io.traject.triggers.actions.Setting.Form.TEXT;

import io.traject.cases.Case;
import io.traject.cases.EmployeeCases;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.tasks.AddTask;
import io.traject.tasks.AddedTask;
import io.traject.tasks.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds a task to the case (A11c). */
@Component
class AddTaskAction implements TriggerAction {

    private static final String CASE = "case";
    private static final String EMPLOYEE = "employee";
    private static final String TITLE = "title";
    private static final String INSTRUCTION = "instruction";
    private static final String DUE_IN_DAYS = "dueInDays";
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 3650;

    private final AddTask addTask;
    private final EmployeeCases employeeCases;
    private final BusinessTime time;

    AddTaskAction(AddTask addTask, EmployeeCases employeeCases, BusinessTime time) {
        this.addTask = addTask;
        this.employeeCases = employeeCases;
        this.time = time;
    }

    @Override
    public String kind() {
        return "add-task";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required(TITLE, LINE),
                Setting.optional(INSTRUCTION, TEXT),
                Setting.optional(DUE_IN_DAYS, NUMBER));
    }

    @Override
    public Set<String> needs() {
        return Set.of(CASE, EMPLOYEE);
    }

    @Override
    public Map<String, String> mistakes(UUID organisation, Map<String, String> settings) {
        int days = days(settings.getOrDefault(DUE_IN_DAYS, ""));
        return days < 0 || days > MOST_DAYS ? Map.of(DUE_IN_DAYS, "days-out-of-range") : Map.of();
    }

    @Override
    public Set<String> raises() {
        return Set.of("task.added");
    }

    @Override
    public Outcome<Done> run(ActionCall call) {
        return about(call)
                .map(caseId -> add(call, caseId))
                .orElseGet(() -> Outcome.refused("trigger-without-open-case"));
    }

    /** The case that the event was about, or else the employee's that was opened last. */
    private Optional<UUID> about(ActionCall call) {
        return call.thing(CASE)
                .or(() -> call.thing(EMPLOYEE)
                        .flatMap(employee -> employeeCases.open(employee).stream()
                                .map(Case::id)
                                .findFirst()));
    }

    private Outcome<Done> add(ActionCall call, UUID caseId) {
        return addTask.toCase(new AddedTask(
                        call.key(),
                        caseId,
                        shortened(call.setting(TITLE).orElse(call.trigger()), TaskForm.Particulars.MAX_TITLE_LENGTH),
                        call.setting(INSTRUCTION)
                                .map(text -> shortened(text, AddedTask.MAX_INSTRUCTION_LENGTH))
                                .orElse(null),
                        time.endOf(time.today()
                                .plusDays(days(call.setting(DUE_IN_DAYS).orElse("")))),
                        call.trigger()))
                .map(added -> Done.of("task-added", caseId.toString()));
    }

    private static int days(String number) {
        return number.isBlank() ? USUAL_DAYS : Integer.parseInt(number);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
