package io.traject.cases.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.CaseFilter;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.web.ListQuery;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose cases a list shows, when it is asked for those about one employee or about the employees of one employer. */
@Component
class CasesAbout {

    static final String EMPLOYEE = "employee";
    static final String EMPLOYER = "employer";

    private final EmployeeDirectory employees;
    private final Tree tree;
    private final Authorization authorization;

    CasesAbout(EmployeeDirectory employees, Tree tree, Authorization authorization) {
        this.employees = employees;
        this.tree = tree;
        this.authorization = authorization;
    }

    /**
     * Somebody or something by name.
     *
     * @param filter the one that asks for it
     * @param path of its page
     */
    record Named(String filter, String name, String path) {}

    /** The filter, with whom the address asks for. */
    CaseFilter filter(CaseFilter filter, ListQuery query) {
        CaseFilter ofEmployee = id(query, EMPLOYEE).map(filter::aboutEmployee).orElse(filter);
        return id(query, EMPLOYER).map(ofEmployee::aboutEmployeesOf).orElse(ofEmployee);
    }

    /**
     * Whom the address asks for; null when it asks for nobody.
     *
     * @throws NotFoundException when nobody within reach
     */
    @Nullable
    Named named(ListQuery query) {
        return id(query, EMPLOYEE)
                .map(this::employee)
                .or(() -> id(query, EMPLOYER).map(this::employer))
                .orElse(null);
    }

    private Named employee(UUID id) {
        return new Named(
                EMPLOYEE, employees.get(Permission.CASES_VIEW, id).name().full(), "/employees/" + id);
    }

    private Named employer(UUID id) {
        authorization.require(Permission.CASES_VIEW, id);
        return tree.find(id)
                .filter(node -> node.kind() == NodeKind.EMPLOYER)
                .map(node -> new Named(EMPLOYER, node.name(), "/employers/" + id))
                .orElseThrow(NotFoundException::new);
    }

    private static Optional<UUID> id(ListQuery query, String filter) {
        return query.filter(filter).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException malformed) {
                throw new NotFoundException();
            }
        });
    }
}
