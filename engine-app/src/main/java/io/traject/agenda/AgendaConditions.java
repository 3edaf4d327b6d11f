package io.traject.agenda;

import io.traject.access.Reach;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.organisation.employees.EmployeesNamed;
import io.traject.organisation.employees.EmployeesWithinReach;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Conditions of the lists of requests and of appointments, whose tables name employee, type and case alike. */
final class AgendaConditions {

    private final String employee;
    private final List<Condition> conditions = new ArrayList<>();

    AgendaConditions(String table) {
        this.employee = table + ".employee_id";
    }

    /** For who may see only some employees. */
    AgendaConditions within(Reach reach, UUID organisation, LocalDate today) {
        if (!reach.isWhole(organisation)) {
            var within = new EmployeesWithinReach(reach, today);
            conditions.add(new Condition(within.condition(employee), within.parameters(), 0));
        }
        return this;
    }

    AgendaConditions inState(Optional<? extends Enum<?>> wanted) {
        wanted.ifPresent(state -> conditions.add(Condition.of("state = :state", "state", state.name())));
        return this;
    }

    AgendaConditions ofType(Optional<UUID> wanted) {
        wanted.ifPresent(type -> conditions.add(Condition.of("consultation_type_id = :type", "type", type)));
        return this;
    }

    AgendaConditions ofEmployee(Optional<UUID> wanted) {
        wanted.ifPresent(one -> conditions.add(
                Condition.of("employee_id = :employee", "employee", one).fetchedFirst(OrderedTable.COUNT_LIMIT)));
        return this;
    }

    AgendaConditions about(Optional<UUID> wanted) {
        wanted.ifPresent(one ->
                conditions.add(Condition.of("case_id = :about", "about", one).fetchedFirst(OrderedTable.COUNT_LIMIT)));
        return this;
    }

    /** @param wanted beginnings of words of the employee's number or names */
    AgendaConditions named(UUID organisation, Optional<String> wanted) {
        wanted.ifPresent(text -> {
            var named = new EmployeesNamed(organisation, text);
            conditions.add(new Condition(named.condition(employee), named.parameters(), OrderedTable.COUNT_LIMIT));
        });
        return this;
    }

    AgendaConditions and(Optional<Condition> more) {
        more.ifPresent(conditions::add);
        return this;
    }

    List<Condition> all() {
        return List.copyOf(conditions);
    }
}
