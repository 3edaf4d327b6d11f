package io.traject.organisation.imports;

import io.traject.kernel.Bsn;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Languages;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmployeesByNumber;
import io.traject.organisation.employees.EmployeesByNumber.Known;
import io.traject.organisation.employees.Employment;
import io.traject.organisation.employees.forms.EmployeeForm;
import io.traject.organisation.imports.PlanEmployment.Work;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;

/** Finds out what the rows about employees would do, by the rules of the form in which people are entered one by one. */
final class PlanEmployees {

    private final PlanContext context;
    private final EmployeesByNumber employees;
    private final FormMistakes mistakes;
    private final PlanEmployment employment;
    private final BusinessTime time;
    private final Languages languages;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> bsns = new HashMap<>();
    private int seq;

    PlanEmployees(
            PlanContext context,
            EmployeesByNumber employees,
            Validator validator,
            BusinessTime time,
            Languages languages,
            int first) {
        this.context = context;
        this.employees = employees;
        this.mistakes = new FormMistakes(validator);
        this.employment = new PlanEmployment(context, mistakes, time);
        this.time = time;
        this.languages = languages;
        this.seq = first;
    }

    /** Of one employer: who has the numbers and the BSNs that rows name. */
    private record There(EmployeesByNumber.Found found, Map<String, UUID> bsns) {}

    /** @param rows some that follow one another, looked up together */
    List<PlannedRow> plan(List<SourceRow<EmployeeColumn>> rows) {
        Map<SourceRow<EmployeeColumn>, UUID> employers = new LinkedHashMap<>();
        rows.forEach(row ->
                context.employer(row, EmployeeColumn.EMPLOYER).ifPresent(employer -> employers.put(row, employer)));
        Map<UUID, There> there = employers.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> lookUp(each.getKey(), each.getValue())));
        return rows.stream()
                .map(row -> {
                    @Nullable UUID employer = employers.get(row);
                    @Nullable There found = employer == null ? null : there.get(employer);
                    return employer == null || found == null ? refused(row) : plan(row, employer, found);
                })
                .toList();
    }

    private There lookUp(UUID employer, List<SourceRow<EmployeeColumn>> rows) {
        Set<String> wanted =
                rows.stream().map(row -> row.text(EmployeeColumn.NUMBER)).collect(Collectors.toSet());
        Set<String> wantedBsns = rows.stream()
                .map(PlanEmployees::bsn)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
        return new There(
                context.mayEditEmployees()
                        ? employees.find(employer, wanted)
                        : new EmployeesByNumber.Found(Map.of(), Set.of()),
                employees.withBsn(employer, wantedBsns));
    }

    /** The nine digits, also when the spreadsheet program has dropped a zero in front. */
    private static String bsn(SourceRow<EmployeeColumn> row) {
        String text = row.text(EmployeeColumn.BSN).replaceAll("[ .]", "");
        return text.length() == Bsn.LENGTH - 1 && Bsn.parse('0' + text).isPresent() ? '0' + text : text;
    }

    private PlannedRow plan(SourceRow<EmployeeColumn> row, UUID employer, There there) {
        String number = row.text(EmployeeColumn.NUMBER);
        @Nullable Known known = there.found().known().get(number);
        unique(row, employer, number);
        if (!context.mayEditEmployees()) {
            row.add(Problem.of("organisation.imports.problem.mayNotEditEmployees", List.of()));
        } else if (there.found().others().contains(number)) {
            row.add(EmployeeColumn.NUMBER, "refusal.employee-number-taken", List.of(number));
        } else if (known != null && known.employee().isArchived()) {
            row.add(
                    EmployeeColumn.NUMBER,
                    "refusal.employee-archived",
                    List.of(known.employee().name().full()));
        }
        String bsn = bsn(row);
        UUID whose = there.bsns().get(bsn);
        if (whose != null && (known == null || !whose.equals(known.employee().id()))) {
            row.add(EmployeeColumn.BSN, "refusal.employee-bsn-taken", List.of());
        }
        Optional<EmployeeDetails> before =
                Optional.ofNullable(known).map(one -> one.employee().details());
        EmployeeForm form = form(row, bsn, before.map(details -> EmployeeForm.of(details, false, 0)));
        Optional<EmployeeDetails> after = details(row, form, before);
        Work work = employment.plan(row, employer, Optional.ofNullable(known));
        return row.isRight() ? planned(row, employer, known, form, after.orElseThrow(), work) : refused(row);
    }

    private void unique(SourceRow<EmployeeColumn> row, UUID employer, String number) {
        if (!number.isEmpty()) {
            Integer first = numbers.putIfAbsent(employer + " " + number, row.number());
            if (first != null) {
                row.wrong(EmployeeColumn.NUMBER, "duplicate", first);
            }
        }
        String bsn = bsn(row);
        if (!bsn.isEmpty()) {
            Integer first = bsns.putIfAbsent(employer + " " + bsn, row.number());
            if (first != null) {
                row.wrong(EmployeeColumn.BSN, "duplicateBsn", first);
            }
        }
    }

    /** What the row says, and beside that what was there: an empty cell leaves things as they are. */
    private static EmployeeForm form(SourceRow<EmployeeColumn> row, String bsn, Optional<EmployeeForm> before) {
        Map<String, String> fields =
                new HashMap<>(before.orElse(EmployeeForm.BLANK).fields());
        for (EmployeeColumn column : EmployeeColumn.values()) {
            row.given(column).ifPresent(text -> fields.put(column.field(), text));
        }
        fields.put("bsn", bsn);
        row.given(EmployeeColumn.GENDER).ifPresent(text -> fields.put("gender", gender(text)));
        return form(fields);
    }

    static EmployeeForm form(Map<String, String> fields) {
        return new EmployeeForm(
                text(fields, "number"),
                text(fields, "bsn"),
                text(fields, "initials"),
                text(fields, "firstName"),
                text(fields, "preferredFirstName"),
                text(fields, "prefix"),
                text(fields, "lastName"),
                text(fields, "birthDate"),
                text(fields, "gender"),
                text(fields, "language"),
                text(fields, "privateEmail"),
                text(fields, "workEmail"),
                text(fields, "privatePhone"),
                text(fields, "workPhone"),
                text(fields, "street"),
                text(fields, "houseNumber"),
                text(fields, "postcode"),
                text(fields, "city"),
                text(fields, "country"),
                0L);
    }

    private static String text(Map<String, String> fields, String field) {
        return fields.getOrDefault(field, "");
    }

    private static String gender(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "V", "VROUW", "F" -> "FEMALE";
            case "M", "MAN" -> "MALE";
            case "X", "ANDERS" -> "OTHER";
            case "O", "ONBEKEND" -> "UNKNOWN";
            default -> text;
        };
    }

    private Optional<EmployeeDetails> details(
            SourceRow<EmployeeColumn> row, EmployeeForm form, Optional<EmployeeDetails> before) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "person");
        if (!mistakes.none(row, form)) {
            // What else is wrong with it is told all the same.
            errors.reject("incomplete");
        }
        Optional<EmployeeDetails> details = form.details(
                errors,
                time.today(),
                before.flatMap(EmployeeDetails::bsn),
                languages.choosable(before.flatMap(EmployeeDetails::language)));
        FormMistakes.tell(row, errors);
        return details;
    }

    private PlannedRow planned(
            SourceRow<EmployeeColumn> row,
            UUID employer,
            @Nullable Known known,
            EmployeeForm form,
            EmployeeDetails after,
            Work work) {
        Optional<Employee> before = Optional.ofNullable(known).map(Known::employee);
        Map<String, String> seen = before.map(PlanEmployees::seen).orElse(Map.of());
        List<FieldChange> ofPerson = new ArrayList<>(differences(
                before.isPresent() ? seen : EmployeeForm.BLANK.fields(),
                EmployeeForm.of(after, false, 0).fields()));
        if (!before.map(Employee::details).flatMap(EmployeeDetails::bsn).equals(after.bsn())) {
            ofPerson.add(FieldChange.masked("bsn"));
        }
        List<FieldChange> ofWork =
                work.form().isEmpty() ? List.of() : employment.differences(work, context.tree(employer));
        boolean moves = ofWork.stream().anyMatch(change -> change.field().equals("part"));
        List<FieldChange> changes = new ArrayList<>(ofPerson);
        changes.addAll(ofWork);
        RowAction action = before.isEmpty()
                ? RowAction.ADD
                : changes.isEmpty()
                        ? RowAction.KEEP
                        : moves && work.there().isPresent() ? RowAction.MOVE : RowAction.CHANGE;
        Plan plan = new Plan.OfEmployee(
                employer,
                after.number(),
                before.map(Employee::id).orElse(null),
                before.map(Employee::version).orElse(0L),
                before.isEmpty() || !ofPerson.isEmpty() ? form.fields() : null,
                seen,
                known == null
                        ? List.of()
                        : known.employments().stream().map(Employment::id).toList(),
                ofWork.isEmpty() && before.isPresent() ? null : work.plan());
        return new PlannedRow(
                seq++,
                SheetKind.EMPLOYEES,
                row.number(),
                after.number() + " · " + after.name().full(),
                action,
                action == RowAction.KEEP ? null : plan,
                changes,
                List.of());
    }

    /** What an employee's file says, without what not everybody sees. */
    static Map<String, String> seen(Employee employee) {
        Map<String, String> fields = new LinkedHashMap<>(
                EmployeeForm.of(employee.details(), false, 0).fields());
        fields.remove("bsn");
        return fields;
    }

    static List<FieldChange> differences(Map<String, String> from, Map<String, String> to) {
        return to.entrySet().stream()
                .filter(field -> !field.getKey().equals("bsn"))
                .filter(field -> !field.getValue().equals(from.getOrDefault(field.getKey(), "")))
                .map(field -> FieldChange.of(field.getKey(), from.getOrDefault(field.getKey(), ""), field.getValue()))
                .toList();
    }

    private PlannedRow refused(SourceRow<EmployeeColumn> row) {
        String label = "%s · %s".formatted(row.text(EmployeeColumn.NUMBER), row.text(EmployeeColumn.LAST_NAME));
        return new PlannedRow(
                seq++, SheetKind.EMPLOYEES, row.number(), label, RowAction.NONE, null, List.of(), row.problems());
    }
}
