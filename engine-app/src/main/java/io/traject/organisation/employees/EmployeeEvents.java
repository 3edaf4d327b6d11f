package io.traject.organisation.employees;

import io.traject.events.DeclaredEvent;
import io.traject.events.DomainEvent;
import io.traject.events.EventDeclarations;
import io.traject.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the log of events says of employees: ids, codes and days only. */
@Component
class EmployeeEvents implements EventDeclarations {

    static final List<String> ABOUT = List.of(EmployeeFacts.KIND, "employer");

    @Override
    public List<DeclaredEvent> declared() {
        return List.of(
                declared("employee.added"),
                declared("employee.changed").changing(EmployeeFacts.LANGUAGE),
                declared("employee.archived"),
                declared("employee.restored"),
                ofEmployment("employment.added"),
                ofEmployment("employment.changed"),
                ofEmployment("employment.removed"));
    }

    private static DeclaredEvent declared(String type) {
        return DeclaredEvent.of(type, EmployeeFacts.KIND, ABOUT);
    }

    private static DeclaredEvent ofEmployment(String type) {
        return declared(type)
                .changing(
                        EmployeeFacts.ESTABLISHMENT,
                        EmployeeFacts.DEPARTMENT,
                        EmployeeFacts.JOB_FUNCTION,
                        EmployeeFacts.EMPLOYED_FROM,
                        EmployeeFacts.EMPLOYED_UNTIL,
                        EmployeeFacts.PART_TIME);
    }

    static DomainEvent of(String type, Employee employee) {
        return event(
                type,
                employee,
                null,
                null,
                Map.of("employerId", employee.employer().toString()));
    }

    /** A change to what the employee may be known by. */
    static DomainEvent changed(Employee employee, EmployeeDetails before, EmployeeDetails after) {
        return event(
                "employee.changed",
                employee,
                language(before),
                language(after),
                Map.of("employerId", employee.employer().toString()));
    }

    private static Map<String, Object> language(EmployeeDetails details) {
        return details.language()
                .map(language -> Map.<String, Object>of(EmployeeFacts.LANGUAGE, language.code()))
                .orElse(Map.of());
    }

    /**
     * @param before empty for one that is added
     * @param after empty for one that is removed
     */
    static DomainEvent of(
            String type,
            Employee employee,
            Employment employment,
            Optional<EmploymentDetails> before,
            Optional<EmploymentDetails> after) {
        return event(
                type,
                employee,
                before.map(EmployeeFacts::of).orElse(Map.of()),
                after.map(EmployeeFacts::of).orElse(Map.of()),
                Map.of(
                        "employerId", employee.employer().toString(),
                        "employmentId", employment.id().toString()));
    }

    private static DomainEvent event(
            String type,
            Employee employee,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            Map<String, Object> facts) {
        return new DomainEvent(Ids.next(), type, employee.organisation(), employee.id(), null, before, after, facts);
    }
}
