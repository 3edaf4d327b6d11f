package io.traject.organisation.employees;

import io.traject.access.Permission;
import io.traject.events.FactSource.Choice;
import io.traject.events.SettableField;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The language of an employee, as triggers may set it. */
@Component
class EmployeeLanguage implements SettableField {

    private final EmployeeDirectory directory;
    private final ChangeEmployee change;
    private final Languages languages;

    EmployeeLanguage(EmployeeDirectory directory, ChangeEmployee change, Languages languages) {
        this.directory = directory;
        this.change = change;
        this.languages = languages;
    }

    @Override
    public String kind() {
        return EmployeeFacts.KIND;
    }

    @Override
    public String key() {
        return EmployeeFacts.LANGUAGE;
    }

    @Override
    public List<Choice> choices(Language language) {
        return languages.offered().stream()
                .map(each -> new Choice(each.code(), each.ownName()))
                .toList();
    }

    @Override
    public Set<String> raises() {
        return Set.of("employee.changed");
    }

    @Override
    public Outcome<?> set(UUID id, String value) {
        Employee employee = directory.get(Permission.EMPLOYEES_EDIT, id);
        Optional<Language> chosen = Optional.of(Language.ofCode(value));
        EmployeeDetails details = employee.details();
        return details.language().equals(chosen)
                ? Outcome.done(employee)
                : change.change(id, details.in(chosen), employee.version());
    }
}
