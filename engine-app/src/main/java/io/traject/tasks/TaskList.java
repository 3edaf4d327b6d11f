package io.traject.tasks;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that wait for the actor's organisation. */
@Service
@Transactional(readOnly = true)
public class TaskList {

    private static final int FEW = 1_000;

    private static final Map<String, List<String>> ORDERS = Map.of(
            "dueAt", List.of("due_at", "id"),
            "createdAt", List.of("created_at", "id"),
            "caseNumber", List.of("case_number", "id"),
            "subject", List.of("subject", "id"),
            "type", List.of("type", "id"));

    /** What the list may be sorted by. */
    public static final Set<String> SORTABLE = ORDERS.keySet();

    private final OrderedTable<UUID> table;
    private final Tasks tasks;
    private final TaskForms forms;
    private final Authorization authorization;
    private final BusinessTime time;

    TaskList(JdbcClient client, Tasks tasks, TaskForms forms, Authorization authorization, BusinessTime time) {
        this.table = new OrderedTable<>(
                client,
                "tasks_task",
                "id, due_at, created_at, case_number, subject, type",
                ORDERS,
                (row, n) -> row.getObject("id", UUID.class));
        this.tasks = tasks;
        this.forms = forms;
        this.authorization = authorization;
        this.time = time;
    }

    /** The types of tasks that the actor may see. */
    public List<String> types() {
        Set<String> hidden = forms.hiddenFrom(authorization);
        return forms.types().stream().filter(type -> !hidden.contains(type)).toList();
    }

    /** Open tasks. */
    public Slice<Task> open(TaskFilter filter, Portion portion) {
        UUID organisation = authorization.organisation(Permission.TASKS_WORK);
        Slice<UUID> found = table.read(organisation, conditions(filter, portion.sort()), portion);
        Map<UUID, Task> loaded =
                tasks.findAllById(found.items()).stream().collect(Collectors.toMap(Task::id, Function.identity()));
        return found.map(id -> Objects.requireNonNull(loaded.get(id)));
    }

    private List<Condition> conditions(TaskFilter filter, String sort) {
        // The order of what is due goes with an index on each of these; for other orders the few that there are come
        // first.
        int fetchAtMost = sort.equals("dueAt") ? 0 : FEW;
        List<Condition> wanted = new ArrayList<>(List.of(Condition.of("state = 'OPEN'")));
        if (filter.mine()) {
            wanted.add(Condition.of(
                    "claimed_by = :actor", "actor", authorization.actor().id()));
        }
        if (filter.overdue()) {
            wanted.add(Condition.of("due_at < :now", "now", time.now().atOffset(ZoneOffset.UTC))
                    .fetchedFirst(fetchAtMost));
        }
        filter.type()
                .ifPresent(type ->
                        wanted.add(Condition.of("type = :type", "type", type).fetchedFirst(fetchAtMost)));
        filter.caseNumber()
                .ifPresent(number -> wanted.add(Condition.of("case_number like :number", "number", beginning(number))
                        .fetchedFirst(FEW)));
        Set<String> hidden = forms.hiddenFrom(authorization);
        if (!hidden.isEmpty()) {
            wanted.add(Condition.of("type <> all(:hidden)", "hidden", hidden.toArray(String[]::new)));
        }
        filter.aboutCase().ifPresent(about -> wanted.add(Condition.of("case_id = :case", "case", about)));
        return wanted;
    }

    /** A pattern for what begins like this, whatever signs it holds. */
    private static String beginning(String number) {
        return number.strip().toUpperCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    public TaskCounts counts() {
        return tasks.count(
                authorization.organisation(Permission.TASKS_WORK),
                authorization.actor().id(),
                forms.hiddenFrom(authorization),
                time.now());
    }

    /** @throws NotFoundException when there is none, or it is another organisation's */
    public Task get(UUID taskId) {
        authorization.require(Permission.TASKS_WORK);
        Task task = tasks.findById(taskId).orElseThrow(NotFoundException::new);
        authorization.require(Permission.TASKS_WORK, task.organisation());
        authorization.require(forms.of(task.type()).permission());
        return task;
    }

    /** All tasks about something, oldest first. The caller has checked that the actor may see it. */
    public List<Task> about(UUID subject) {
        return tasks.findBySubjectIdOrderByCreatedAt(subject);
    }

    /** All tasks of a case, oldest first. The caller has checked that the actor may see the case. */
    public List<Task> ofCase(UUID caseId) {
        return tasks.findByCaseIdOrderByCreatedAt(caseId);
    }
}
