package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.NodePanel;
import io.traject.organisation.employees.EmployeeFilter;
import io.traject.organisation.employees.EmployeeList;
import io.traject.organisation.employees.EmployeeSummary;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first employees of an employer, an establishment or a department, on its page. */
@Configuration
class EmployeePanels {

    private static final int SHOWN = 5;
    private static final int ORDER = 40;

    private final EmployeeList employees;
    private final Authorization authorization;

    EmployeePanels(EmployeeList employees, Authorization authorization) {
        this.employees = employees;
        this.authorization = authorization;
    }

    /**
     * What the panel shows.
     *
     * @param count of all of them, at most {@link OrderedTable#COUNT_LIMIT}
     * @param more there are more than that
     */
    record Panel(
            UUID at,
            NodeKind kind,
            List<EmployeeSummary> first,
            long count,
            boolean more,
            boolean mayAdd,
            boolean mayKeep) {}

    @Bean
    NodePanel employeesOfEmployer() {
        return panel(NodeKind.EMPLOYER);
    }

    @Bean
    NodePanel employeesOfEstablishment() {
        return panel(NodeKind.ESTABLISHMENT);
    }

    @Bean
    NodePanel employeesOfDepartment() {
        return panel(NodeKind.DEPARTMENT);
    }

    private NodePanel panel(NodeKind kind) {
        return new NodePanel(kind, "employees", "organisation/employees/panel :: panel", ORDER, this::model);
    }

    private @Nullable Panel model(Node node) {
        if (!authorization.may(Permission.EMPLOYEES_VIEW, node.id())) {
            return null;
        }
        Slice<EmployeeSummary> found = employees.find(
                new EmployeeFilter(Optional.of(node.id()), false, Optional.empty()),
                new Portion("name", false, SHOWN, new Portion.From.Offset(0)));
        boolean mayEdit = authorization.may(Permission.EMPLOYEES_EDIT, node.id());
        return new Panel(
                node.id(),
                node.kind(),
                found.items(),
                found.total(),
                found.more(),
                mayEdit && !node.archived(),
                mayEdit && node.kind() == NodeKind.EMPLOYER);
    }
}
