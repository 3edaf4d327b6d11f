package io.traject.organisation.employees;

import io.traject.events.MergeSource;
import io.traject.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What texts may say of an employee: name, the name by which to speak to them, and number. */
@Component
class EmployeeTexts implements MergeSource {

    private static final String NAME = "employee.name";
    private static final String FIRST_NAME = "employee.firstName";
    private static final String NUMBER = "employee.number";

    private final Employees employees;

    EmployeeTexts(Employees employees) {
        this.employees = employees;
    }

    @Override
    public String kind() {
        return EmployeeFacts.KIND;
    }

    @Override
    public List<String> keys() {
        return List.of(NAME, FIRST_NAME, NUMBER);
    }

    @Override
    public Optional<Map<String, String>> values(UUID id, Language language) {
        return employees.findById(id).map(employee -> {
            PersonName name = employee.name();
            return Map.of(
                    NAME,
                    name.full(),
                    FIRST_NAME,
                    name.preferredFirstName().or(name::firstName).orElse(name.initials()),
                    NUMBER,
                    employee.details().number());
        });
    }
}
