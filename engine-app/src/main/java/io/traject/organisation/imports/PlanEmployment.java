package io.traject.organisation.imports;

import io.traject.kernel.BusinessTime;
import io.traject.organisation.employees.EmployeesByNumber.Known;
import io.traject.organisation.employees.Employment;
import io.traject.organisation.employees.JobFunction;
import io.traject.organisation.employees.forms.EmploymentForm;
import io.traject.organisation.imports.PlannedTree.Part;
import io.traject.organisation.tree.NodeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;

/** Finds out what a row about an employee would do to one employment, by the rules of its form. */
final class PlanEmployment {

    private final PlanContext context;
    private final FormMistakes mistakes;
    private final BusinessTime time;

    PlanEmployment(PlanContext context, FormMistakes mistakes, BusinessTime time) {
        this.context = context;
        this.mistakes = mistakes;
        this.time = time;
    }

    /**
     * What the row says of the employment.
     *
     * @param there the one that it changes, if any
     * @param seen what that was
     * @param form what it becomes; empty when the row says nothing about it
     * @param part where it is; null for where it was
     */
    record Work(
            Optional<Employment> there,
            Optional<EmploymentForm> seen,
            Optional<EmploymentForm> form,
            @Nullable Part part,
            Optional<PlanContext.Functions.Named> function) {

        static final Work NONE = new Work(Optional.empty(), Optional.empty(), Optional.empty(), null, Optional.empty());

        /** Null when there is nothing to do. */
        Plan.@Nullable OfEmployment plan() {
            if (form.isEmpty()) {
                return null;
            }
            EmploymentForm becomes = form.get();
            return new Plan.OfEmployment(
                    there.map(Employment::id).orElse(null),
                    there.map(Employment::version).orElse(0L),
                    ref(part, NodeKind.ESTABLISHMENT),
                    ref(part, NodeKind.DEPARTMENT),
                    part != null,
                    function.map(PlanContext.Functions.Named::name).orElse(""),
                    function.map(PlanContext.Functions.Named::code).orElse(""),
                    becomes.employmentNumber(),
                    becomes.start(),
                    becomes.end(),
                    becomes.partTime(),
                    seen.map(PlanEmployment::fields).orElse(Map.of()));
        }
    }

    /** What the row would do; what is wrong with it stands at its cells. */
    Work plan(SourceRow<EmployeeColumn> row, UUID employer, Optional<Known> known) {
        boolean says = EmployeeColumn.OF_EMPLOYMENT.stream()
                .anyMatch(column -> row.given(column).isPresent());
        PlannedTree tree = context.tree(employer);
        if (!says) {
            if (known.isEmpty() && !tree.root().reachable()) {
                row.wrong(EmployeeColumn.PART, "partRequired");
            }
            return Work.NONE;
        }
        Optional<Employment> there = known.flatMap(one -> match(row, one.employments()));
        @Nullable Part part = part(row, tree, there.isPresent());
        Optional<PlanContext.Functions.Named> function = function(row, employer);
        Optional<EmploymentForm> seen = there.map(one -> EmploymentForm.of(one.details(), one.version()));
        if (!row.isRight() && seen.isEmpty() && row.given(EmployeeColumn.START).isEmpty()) {
            return Work.NONE;
        }
        EmploymentForm form = new EmploymentForm(
                "",
                "",
                "",
                row.given(EmployeeColumn.EMPLOYMENT_NUMBER)
                        .or(() -> seen.map(EmploymentForm::employmentNumber))
                        .orElse(""),
                row.given(EmployeeColumn.START)
                        .or(() -> seen.map(EmploymentForm::start))
                        .orElse(""),
                row.given(EmployeeColumn.END)
                        .or(() -> seen.map(EmploymentForm::end))
                        .orElse(""),
                row.given(EmployeeColumn.PART_TIME)
                        .or(() -> seen.map(EmploymentForm::partTime))
                        .orElse("100"),
                0L);
        if (mistakes.none(row, form)) {
            BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "employment");
            form.details(errors);
            FormMistakes.tell(row, errors);
        }
        return new Work(there, seen, Optional.of(form), part, function);
    }

    /** By its number, otherwise by its first day, otherwise the only one. */
    private Optional<Employment> match(SourceRow<EmployeeColumn> row, List<Employment> all) {
        Optional<String> number = row.given(EmployeeColumn.EMPLOYMENT_NUMBER);
        Optional<String> start = row.given(EmployeeColumn.START);
        if (number.isPresent()) {
            Optional<Employment> numbered = all.stream()
                    .filter(one -> one.details().number().equals(number))
                    .findFirst();
            if (numbered.isPresent()) {
                return numbered;
            }
        }
        if (start.isPresent()) {
            return all.stream()
                    .filter(one -> one.details().start().toString().equals(start.get()))
                    .filter(one -> number.isEmpty() || one.details().number().isEmpty())
                    .findFirst();
        }
        List<Employment> current =
                all.stream().filter(one -> !one.hasEnded(time.today())).toList();
        if (number.isEmpty() && current.size() > 1) {
            row.wrong(EmployeeColumn.START, "whichEmployment");
        }
        return number.isEmpty() && current.size() == 1 ? Optional.of(current.getFirst()) : Optional.empty();
    }

    private static @Nullable Part part(SourceRow<EmployeeColumn> row, PlannedTree tree, boolean kept) {
        Optional<String> text = row.given(EmployeeColumn.PART);
        if (text.isEmpty()) {
            if (!kept && !tree.root().reachable()) {
                row.wrong(EmployeeColumn.PART, "partRequired");
            }
            return kept ? null : tree.root();
        }
        List<Part> found = tree.find(text.get());
        if (found.size() != 1) {
            row.wrong(EmployeeColumn.PART, found.isEmpty() ? "partUnknown" : "partAmbiguous");
            return null;
        }
        if (!found.getFirst().reachable()) {
            row.wrong(EmployeeColumn.PART, "partOutside");
        }
        return found.getFirst();
    }

    private Optional<PlanContext.Functions.Named> function(SourceRow<EmployeeColumn> row, UUID employer) {
        Optional<String> name = row.given(EmployeeColumn.FUNCTION);
        Optional<String> code = row.given(EmployeeColumn.FUNCTION_CODE);
        if (name.isEmpty() && code.isEmpty()) {
            return Optional.empty();
        }
        PlanContext.Functions functions = context.functions(employer);
        Optional<PlanContext.Functions.Named> coded = code.flatMap(functions::coded);
        Optional<PlanContext.Functions.Named> named = name.flatMap(functions::named);
        if (coded.isPresent()) {
            if (name.filter(given -> !given.equalsIgnoreCase(coded.get().name()))
                    .isPresent()) {
                row.wrong(
                        EmployeeColumn.FUNCTION,
                        "functionOtherName",
                        coded.get().code(),
                        coded.get().name());
            }
            return coded;
        }
        if (named.isPresent()) {
            if (code.isPresent()) {
                row.wrong(
                        EmployeeColumn.FUNCTION_CODE,
                        "functionOtherCode",
                        named.get().name(),
                        named.get().code());
            }
            return named;
        }
        if (name.isEmpty() || !functions.mayAdd()) {
            row.wrong(name.isEmpty() ? EmployeeColumn.FUNCTION_CODE : EmployeeColumn.FUNCTION, "functionUnknown");
        } else if (name.get().length() > JobFunction.MAX_LENGTH) {
            row.wrong(EmployeeColumn.FUNCTION, "tooLong", JobFunction.MAX_LENGTH);
        } else if (code.filter(given -> given.length() > JobFunction.MAX_LENGTH).isPresent()) {
            row.wrong(EmployeeColumn.FUNCTION_CODE, "tooLong", JobFunction.MAX_LENGTH);
        } else if (row.isRight()) {
            return Optional.of(functions.add(name.get(), code.orElse(name.get())));
        }
        return Optional.empty();
    }

    /** What would be different then. */
    List<FieldChange> differences(Work work, PlannedTree tree) {
        EmploymentForm form = work.form().orElseThrow();
        Map<String, String> from = work.seen().map(PlanEmployment::fields).orElse(Map.of());
        List<FieldChange> changes = new ArrayList<>();
        if (work.part() != null) {
            Optional<Part> former =
                    work.there().map(one -> tree.at(one.details().workplace()));
            if (former.filter(work.part()::equals).isEmpty()) {
                String path = work.part().path();
                if (former.isPresent() || !path.isEmpty()) {
                    changes.add(FieldChange.of("part", former.map(Part::path).orElse(""), path));
                }
            }
        }
        work.function().ifPresent(function -> {
            String former = work.there()
                    .flatMap(one -> one.details().jobFunction())
                    .flatMap(context::functionName)
                    .orElse("");
            if (!former.equalsIgnoreCase(function.name())) {
                changes.add(FieldChange.of("function", former, function.name()));
            }
        });
        changes.addAll(PlanEmployees.differences(from, fields(form)));
        return changes;
    }

    static Map<String, String> fields(EmploymentForm form) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("employmentNumber", form.employmentNumber());
        fields.put("start", form.start());
        fields.put("end", form.end());
        fields.put("partTime", form.partTime().replace(',', '.'));
        return fields;
    }

    private static PlannedTree.@Nullable Ref ref(@Nullable Part part, NodeKind kind) {
        return part == null ? null : part.nearest(kind).map(Part::ref).orElse(null);
    }
}
