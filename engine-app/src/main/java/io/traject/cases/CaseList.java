package io.traject.cases;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.employees.EmployeesWithinReach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases within the actor's reach: all of the organisation for who reaches the whole of it, otherwise those about the
 * employees who work within reach.
 */
@Service
@Transactional(readOnly = true)
public class CaseList {

    private static final Map<String, List<String>> ORDERS = Map.of(
            "number", List.of("number"),
            "subject", List.of("subject", "id"),
            "dueAt", List.of("due_at", "id"),
            "openedAt", List.of("opened_at", "id"));

    /** Those that have an index within a batch. */
    private static final Set<String> ORDERS_OF_BATCH = Set.of("number", "dueAt");

    /** What the list may be sorted by. */
    public static final Set<String> SORTABLE = ORDERS.keySet();

    private final OrderedTable<CaseSummary> table;
    private final Authorization authorization;
    private final BusinessTime time;

    CaseList(JdbcClient client, Authorization authorization, BusinessTime time) {
        this.table = new OrderedTable<>(
                client,
                "cases_case",
                "id, number, type, subject, title, employee_id, employer_id, batch_id, state, stage, due_at, opened_at",
                ORDERS,
                CaseList::summary);
        this.authorization = authorization;
        this.time = time;
    }

    public Slice<CaseSummary> find(CaseFilter filter, Portion portion) {
        return find(filter, portion, Permission.CASES_VIEW);
    }

    /** Those for which the actor has this permission too. */
    public Slice<CaseSummary> find(CaseFilter filter, Portion portion, Permission permission) {
        authorization.require(Permission.CASES_VIEW);
        Reach reach = authorization.reach(permission);
        UUID organisation = authorization.actor().organisation().orElseThrow();
        List<Condition> conditions = conditions(filter, portion.sort());
        if (!reach.isWhole(organisation)) {
            var within = new EmployeesWithinReach(reach, time.today());
            conditions.add(new Condition(within.condition("employee_id"), within.parameters(), 0));
        }
        return table.read(organisation, conditions, portion);
    }

    private static List<Condition> conditions(CaseFilter filter, String sort) {
        List<Condition> conditions = new ArrayList<>();
        filter.batch().ifPresent(batch -> {
            Condition inBatch = Condition.of("batch_id = :batch", "batch", batch);
            conditions.add(ORDERS_OF_BATCH.contains(sort) ? inBatch : inBatch.fetchedFirst(Integer.MAX_VALUE));
        });
        filter.employee()
                .ifPresent(employee -> conditions.add(Condition.of("employee_id = :employee", "employee", employee)
                        .fetchedFirst(OrderedTable.COUNT_LIMIT)));
        filter.employer()
                .ifPresent(employer -> conditions.add(Condition.of("employer_id = :employer", "employer", employer)
                        .fetchedFirst(OrderedTable.COUNT_LIMIT)));
        filter.state().ifPresent(state -> conditions.add(Condition.of("state = :state", "state", state.name())));
        filter.stage().ifPresent(stage -> {
            conditions.add(Condition.of("stage = :stage", "stage", stage.name()));
            if (stage != CaseStage.ENDED) {
                conditions.add(Condition.of("state = 'OPEN'"));
            }
        });
        filter.text()
                .ifPresent(text -> conditions.add(Condition.of("words @@ cases_search(:text)", "text", text)
                        .fetchedFirst(OrderedTable.COUNT_LIMIT)));
        return conditions;
    }

    private static CaseSummary summary(ResultSet row, int n) throws SQLException {
        return new CaseSummary(
                row.getObject("id", UUID.class),
                row.getString("number"),
                CaseType.valueOf(row.getString("type")),
                row.getString("subject"),
                Optional.ofNullable(row.getObject("batch_id", UUID.class)),
                Optional.ofNullable(row.getObject("employee_id", UUID.class)),
                Optional.ofNullable(row.getObject("employer_id", UUID.class)),
                Optional.ofNullable(row.getString("title")),
                CaseState.valueOf(row.getString("state")),
                CaseStage.valueOf(row.getString("stage")),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("opened_at").toInstant());
    }
}
