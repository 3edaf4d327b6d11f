package io.traject.organisation.imports;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.employees.JobFunction;
import io.traject.sheets.SheetColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the checks of one file know of the organisation, and of what its earlier rows will have made of it. */
final class PlanContext {

    private final EmployersInReach employers;
    private final Map<String, List<EmployersInReach.Entry>> byName = new HashMap<>();
    private final Map<UUID, PlannedTree> trees = new HashMap<>();
    private final Map<UUID, Functions> functions = new HashMap<>();
    private final Map<UUID, String> functionNames = new HashMap<>();
    private final boolean mayEditParts;
    private final boolean mayEditEmployees;
    private final Authorization authorization;

    PlanContext(UUID organisation, EmployersInReach employers, Authorization authorization) {
        this.employers = employers;
        this.authorization = authorization;
        mayEditParts = authorization.may(Permission.ORGANISATION_EDIT);
        mayEditEmployees = authorization.may(Permission.EMPLOYEES_EDIT);
        employers.all(organisation).forEach(employer -> {
            put(employer.name(), employer);
            employer.code()
                    .filter(code -> !key(code).equals(key(employer.name())))
                    .ifPresent(code -> put(code, employer));
        });
    }

    private void put(String called, EmployersInReach.Entry employer) {
        byName.computeIfAbsent(key(called), key -> new ArrayList<>()).add(employer);
    }

    boolean mayEditParts() {
        return mayEditParts;
    }

    boolean mayEditEmployees() {
        return mayEditEmployees;
    }

    /** By name or code; empty, with the problem told, when it isn't one. */
    <C extends Enum<C> & SheetColumn> Optional<UUID> employer(SourceRow<C> row, C column) {
        Optional<String> called = row.given(column);
        if (called.isEmpty()) {
            row.wrong(column, "required");
            return Optional.empty();
        }
        List<EmployersInReach.Entry> found = byName.getOrDefault(key(called.get()), List.of());
        if (found.size() != 1) {
            row.wrong(column, found.isEmpty() ? "employerUnknown" : "employerAmbiguous");
            return Optional.empty();
        }
        return Optional.of(found.getFirst().id());
    }

    PlannedTree tree(UUID employer) {
        return trees.computeIfAbsent(employer, employers::tree);
    }

    Functions functions(UUID employer) {
        return functions.computeIfAbsent(employer, this::loaded);
    }

    /** Of one that is there already. */
    Optional<String> functionName(UUID id) {
        return Optional.ofNullable(functionNames.get(id));
    }

    private Functions loaded(UUID employer) {
        List<JobFunction> all = employers.functions(employer);
        all.forEach(function -> functionNames.put(function.id(), function.name()));
        return new Functions(all, authorization.may(Permission.EMPLOYEES_EDIT, employer));
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The job functions of an employer, those included that rows of the file will add. */
    static final class Functions {

        private final Map<String, Named> named = new HashMap<>();
        private final Map<String, Named> coded = new HashMap<>();
        private final boolean mayAdd;

        record Named(String name, String code) {}

        Functions(List<JobFunction> all, boolean mayAdd) {
            this.mayAdd = mayAdd;
            all.forEach(function -> put(new Named(function.name(), function.code())));
        }

        private void put(Named function) {
            named.put(key(function.name()), function);
            coded.put(key(function.code()), function);
        }

        boolean mayAdd() {
            return mayAdd;
        }

        Optional<Named> named(String name) {
            return Optional.ofNullable(named.get(key(name)));
        }

        Optional<Named> coded(String code) {
            return Optional.ofNullable(coded.get(key(code)));
        }

        Named add(String name, String code) {
            Named function = new Named(name, code);
            put(function);
            return function;
        }
    }
}
