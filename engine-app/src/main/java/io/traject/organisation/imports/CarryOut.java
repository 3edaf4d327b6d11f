package io.traject.organisation.imports;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Languages;
import io.traject.organisation.employees.AddEmployee;
import io.traject.organisation.employees.ChangeEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmployeesByNumber;
import io.traject.organisation.employees.EmployeesByNumber.Known;
import io.traject.organisation.employees.Employment;
import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.JobFunction;
import io.traject.organisation.employees.KeepEmployments;
import io.traject.organisation.employees.KeepJobFunctions;
import io.traject.organisation.employees.forms.EmployeeForm;
import io.traject.organisation.employees.forms.EmploymentForm;
import io.traject.organisation.tree.AddNode;
import io.traject.organisation.tree.ChangeNode;
import io.traject.organisation.tree.MoveNode;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;

/**
 * Does what was planned for a row by the use cases that pages and programs use, so that the same is checked, recorded and
 * announced. What somebody else changed since the check is never written over.
 */
@Component
class CarryOut {

    private final Imports imports;
    private final Tree tree;
    private final AddNode addNode;
    private final ChangeNode changeNode;
    private final MoveNode moveNode;
    private final AddEmployee addEmployee;
    private final ChangeEmployee changeEmployee;
    private final KeepEmployments employments;
    private final KeepJobFunctions jobFunctions;
    private final EmployeesByNumber employees;
    private final BusinessTime time;
    private final Languages languages;

    CarryOut(
            Imports imports,
            Tree tree,
            AddNode addNode,
            ChangeNode changeNode,
            MoveNode moveNode,
            AddEmployee addEmployee,
            ChangeEmployee changeEmployee,
            KeepEmployments employments,
            KeepJobFunctions jobFunctions,
            EmployeesByNumber employees,
            BusinessTime time,
            Languages languages) {
        this.imports = imports;
        this.tree = tree;
        this.addNode = addNode;
        this.changeNode = changeNode;
        this.moveNode = moveNode;
        this.addEmployee = addEmployee;
        this.changeEmployee = changeEmployee;
        this.employments = employments;
        this.jobFunctions = jobFunctions;
        this.employees = employees;
        this.time = time;
        this.languages = languages;
    }

    /**
     * @return the part or employee that the row is about
     * @throws RowRefusedException when something else than planned is found
     * @throws io.traject.kernel.RefusedException as the use cases refuse it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID carryOut(UUID id, Plan plan) {
        return switch (plan) {
            case Plan.OfPart part -> carryOut(id, part);
            case Plan.OfEmployee employee -> carryOut(id, employee);
        };
    }

    private UUID carryOut(UUID id, Plan.OfPart plan) {
        UUID parent = node(id, plan.parent());
        Optional<String> code = Optional.ofNullable(plan.code());
        if (plan.node() == null) {
            return addNode.add(plan.kind(), parent, plan.name(), code).orThrow().id();
        }
        Node node = tree.get(plan.node());
        if (node.version() != plan.version()) {
            throw new RowRefusedException(Problem.of("organisation.imports.problem.partChanged", List.of(node.name())));
        }
        if (node.parent().filter(parent::equals).isEmpty()) {
            node = moveNode.move(node.id(), parent, node.version()).orThrow();
        }
        if (!node.name().equals(plan.name()) || !node.code().equals(code)) {
            node = changeNode
                    .change(node.id(), plan.name(), code, node.version())
                    .orThrow();
        }
        return node.id();
    }

    private UUID node(UUID id, PlannedTree.Ref ref) {
        if (ref.node() != null) {
            return ref.node();
        }
        return imports.result(id, ref.row())
                .orElseThrow(() ->
                        new RowRefusedException(Problem.of("organisation.imports.problem.partNotMade", List.of())));
    }

    private UUID carryOut(UUID id, Plan.OfEmployee plan) {
        Optional<Plan.OfEmployment> work = Optional.ofNullable(plan.employment());
        @Nullable UUID there = plan.employee();
        if (there == null) {
            EmployeeDetails details = details(plan, Optional.empty());
            return addEmployee
                    .add(plan.employer(), details, work.map(one -> details(id, plan.employer(), one, Optional.empty())))
                    .orThrow()
                    .id();
        }
        Known known = unchanged(plan);
        if (plan.person() != null) {
            changeEmployee
                    .change(there, details(plan, Optional.of(known.employee().details())), plan.version())
                    .orThrow();
        }
        work.ifPresent(one -> carryOut(id, plan.employer(), there, known, one));
        return there;
    }

    private void carryOut(UUID id, UUID employer, UUID employee, Known known, Plan.OfEmployment plan) {
        Optional<Employment> there = known.employments().stream()
                .filter(one -> one.id().equals(plan.employment()))
                .findFirst();
        EmploymentDetails details = details(id, employer, plan, there);
        if (there.isPresent()) {
            employments
                    .change(employee, there.get().id(), details, plan.version())
                    .orThrow();
        } else {
            employments.add(employee, details).orThrow();
        }
    }

    /** @throws RowRefusedException with what is other than it was when the row was checked */
    private Known unchanged(Plan.OfEmployee plan) {
        Known known = employees
                .find(plan.employer(), plan.number())
                .filter(one -> one.employee().id().equals(plan.employee()))
                .orElseThrow(() ->
                        new RowRefusedException(Problem.of("organisation.imports.problem.employeeGone", List.of())));
        Optional<Problem> changed = changed(plan, known);
        if (changed.isPresent()) {
            throw new RowRefusedException(changed.get());
        }
        return known;
    }

    private Optional<Problem> changed(Plan.OfEmployee plan, Known known) {
        Employee employee = known.employee();
        boolean same = plan.person() == null || employee.version() == plan.version();
        List<FieldChange> changes = new ArrayList<>(
                same ? List.of() : PlanEmployees.differences(plan.seen(), PlanEmployees.seen(employee)));
        Plan.@Nullable OfEmployment work = plan.employment();
        if (work != null) {
            boolean sameOnes =
                    known.employments().stream().map(Employment::id).toList().equals(plan.employments());
            Optional<Employment> there = known.employments().stream()
                    .filter(one -> one.id().equals(work.employment()))
                    .findFirst();
            boolean sameOne =
                    there.filter(one -> one.version() != work.version()).isEmpty();
            same &= sameOnes && sameOne;
            if (!sameOne) {
                changes.addAll(PlanEmployees.differences(
                        work.seen(),
                        PlanEmployment.fields(
                                EmploymentForm.of(there.orElseThrow().details(), 0))));
            }
        }
        return same
                ? Optional.empty()
                : Optional.of(new Problem("", "", "organisation.imports.problem.changed", List.of(), changes));
    }

    private EmployeeDetails details(Plan.OfEmployee plan, Optional<EmployeeDetails> before) {
        EmployeeForm form =
                PlanEmployees.form(Optional.ofNullable(plan.person()).orElseThrow());
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "person");
        return form.details(
                        errors,
                        time.today(),
                        before.flatMap(EmployeeDetails::bsn),
                        languages.choosable(before.flatMap(EmployeeDetails::language)))
                .orElseThrow(() -> wrong(errors));
    }

    private EmploymentDetails details(UUID id, UUID employer, Plan.OfEmployment plan, Optional<Employment> there) {
        Function<PlannedTree.@Nullable Ref, String> place =
                ref -> ref == null ? "" : node(id, ref).toString();
        EmploymentForm form = new EmploymentForm(
                plan.moves()
                        ? place.apply(plan.establishment())
                        : text(there.flatMap(one -> one.details().establishment())),
                plan.moves()
                        ? place.apply(plan.department())
                        : text(there.flatMap(one -> one.details().department())),
                plan.function().isEmpty()
                        ? text(there.flatMap(one -> one.details().jobFunction()))
                        : function(employer, plan).toString(),
                plan.number(),
                plan.start(),
                plan.end(),
                plan.partTime(),
                0L);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "employment");
        return form.details(errors).orElseThrow(() -> wrong(errors));
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    /** What was right when it was checked may not be any more. */
    private static RowRefusedException wrong(BeanPropertyBindingResult errors) {
        return new RowRefusedException(Problem.of(
                errors.getFieldErrors().stream()
                        .findFirst()
                        .map(error -> Optional.ofNullable(error.getCode()).orElse(""))
                        .orElse("organisation.imports.problem.broken"),
                List.of("")));
    }

    private UUID function(UUID employer, Plan.OfEmployment plan) {
        return jobFunctions.of(employer).stream()
                .filter(function -> function.name().equalsIgnoreCase(plan.function()))
                .findFirst()
                .map(JobFunction::id)
                .orElseGet(() -> jobFunctions
                        .add(employer, plan.function(), Optional.of(plan.functionCode()))
                        .orThrow()
                        .id());
    }

    /** What is other than when the row was checked, as far as the actor may see. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Problem overtaken(Plan plan) {
        return switch (plan) {
            case Plan.OfPart part -> Problem.of("organisation.imports.problem.partChanged", List.of(part.name()));
            case Plan.OfEmployee employee ->
                employees
                        .find(employee.employer(), employee.number())
                        .flatMap(known -> changed(employee, known))
                        .orElseGet(() -> Problem.of("organisation.imports.problem.employeeGone", List.of()));
        };
    }
}
