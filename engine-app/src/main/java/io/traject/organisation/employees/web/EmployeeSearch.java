package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.lists.Portion;
import io.traject.organisation.employees.EmployeeFilter;
import io.traject.organisation.employees.EmployeeList;
import io.traject.web.SearchSection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Employees in the search of the top bar. */
@Component
class EmployeeSearch implements SearchSection {

    private final EmployeeList employees;
    private final Authorization authorization;

    EmployeeSearch(EmployeeList employees, Authorization authorization) {
        this.employees = employees;
        this.authorization = authorization;
    }

    @Override
    public String titleKey() {
        return "organisation.employees.title";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean visible() {
        return authorization.may(Permission.EMPLOYEES_VIEW)
                && authorization.actor().organisation().isPresent();
    }

    @Override
    public String listPath() {
        return "/employees";
    }

    @Override
    public List<Hit> find(String text, int most) {
        var filter = new EmployeeFilter(Optional.empty(), false, Optional.of(text));
        return employees.find(filter, new Portion("name", false, most, new Portion.From.Offset(0))).items().stream()
                .map(one -> new Hit("/employees/" + one.id(), one.name().sorted(), one.employer()))
                .toList();
    }

    @Override
    public Optional<String> receives(String text) {
        return EmployeeListPage.bsn(text).map(bsn -> EmployeeListPage.SEARCH);
    }
}
