package io.traject.cases.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.CaseFilter;
import io.traject.cases.CaseList;
import io.traject.cases.CaseSummary;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.NodePanel;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeePanel;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.settings.ActionLinks;
import io.traject.settings.LinkPlace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The newest cases about an employee, or about the employees of an employer, on their pages, with what may be done. */
@Configuration
class CasesOfEmployees {

    private static final int SHOWN = 5;
    private static final int ORDER = 30;
    private static final String FRAGMENT = "cases/employee-panel :: panel";
    private static final CaseFilter ALL =
            new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final CaseList cases;
    private final ActionLinks actionLinks;
    private final Authorization authorization;

    CasesOfEmployees(CaseList cases, ActionLinks actionLinks, Authorization authorization) {
        this.cases = cases;
        this.actionLinks = actionLinks;
        this.authorization = authorization;
    }

    /**
     * What a panel shows.
     *
     * @param whose {@code employee} or {@code employer}
     * @param count of all of them, at most {@link OrderedTable#COUNT_LIMIT}
     * @param more there are more than that
     */
    record Panel(
            UUID about, String whose, List<CaseSummary> newest, long count, boolean more, ActionLinks.Offer links) {}

    @Bean
    EmployeePanel casesOfEmployee() {
        return new EmployeePanel("cases", FRAGMENT, ORDER, this::ofEmployee);
    }

    @Bean
    NodePanel casesOfEmployer() {
        return new NodePanel(NodeKind.EMPLOYER, "cases", FRAGMENT, ORDER, this::ofEmployer);
    }

    private @Nullable Panel ofEmployee(Employee employee) {
        return authorization.may(Permission.CASES_VIEW)
                ? panel(
                        employee.id(),
                        CasesAbout.EMPLOYEE,
                        ALL.aboutEmployee(employee.id()),
                        actionLinks.on(LinkPlace.EMPLOYEE, employee.organisation(), employee.id()))
                : null;
    }

    private @Nullable Panel ofEmployer(Node employer) {
        if (!authorization.may(Permission.CASES_VIEW, employer.id())) {
            return null;
        }
        Panel panel = panel(
                employer.id(),
                CasesAbout.EMPLOYER,
                ALL.aboutEmployeesOf(employer.id()),
                actionLinks.on(LinkPlace.EMPLOYER, employer.root(), employer.id()));
        return panel.newest().isEmpty() ? null : panel;
    }

    private Panel panel(UUID about, String whose, CaseFilter filter, ActionLinks.Offer links) {
        Slice<CaseSummary> found = cases.find(filter, new Portion("number", true, SHOWN, new Portion.From.Offset(0)));
        return new Panel(
                about,
                whose,
                found.items(),
                Math.min(found.counted(), OrderedTable.COUNT_LIMIT),
                found.counted() > OrderedTable.COUNT_LIMIT,
                links);
    }
}
