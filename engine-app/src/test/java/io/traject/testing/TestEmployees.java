package io.traject.testing;

import io.traject.access.SystemActor;
import io.traject.kernel.Bsn;
import io.traject.kernel.Country;
import io.traject.kernel.Ids;
import io.traject.organisation.employees.AddEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.Gender;
import io.traject.organisation.employees.PartTime;
import io.traject.organisation.employees.PersonName;
import io.traject.organisation.employers.AddEmployer;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.organisation.employers.RegistrationItem;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes providers with employers and their employees, each for one test. */
@Component
public class TestEmployees {

    public static final LocalDate START = LocalDate.of(2020, 1, 1);

    private final Tree tree;
    private final AddEmployer addEmployer;
    private final AddEmployee addEmployee;

    TestEmployees(Tree tree, AddEmployer addEmployer, AddEmployee addEmployee) {
        this.tree = tree;
        this.addEmployer = addEmployer;
        this.addEmployee = addEmployee;
    }

    public UUID provider() {
        return tree.plant(NodeKind.PROVIDER, Ids.next(), "Provider " + UUID.randomUUID())
                .orThrow()
                .id();
    }

    public UUID node(NodeKind kind, UUID parent, String name) {
        return kind == NodeKind.EMPLOYER
                ? employer(parent, name)
                : tree.add(kind, parent, Ids.next(), name).orThrow().id();
    }

    /** One that is registered and published. */
    private UUID employer(UUID place, String name) {
        Map<RegistrationItem, String> items = Map.of(
                RegistrationItem.VISITING_STREET, "Dorpsstraat",
                RegistrationItem.VISITING_HOUSE_NUMBER, "1",
                RegistrationItem.VISITING_POSTCODE, "1234 AB",
                RegistrationItem.VISITING_CITY, "Voorbeeld",
                RegistrationItem.EMAIL, "info@employer.example");
        return SystemActor.call(
                        () -> addEmployer.add(place, new EmployerRegistration(name, Country.NETHERLANDS, items)))
                .orThrow()
                .id();
    }

    /** Somebody of a number and a last name who works at an establishment, in a department or for the employer itself. */
    public Employee add(UUID workplace, String number, String lastName) {
        return add(workplace, details(number, lastName, Optional.empty()));
    }

    public Employee add(UUID workplace, EmployeeDetails details) {
        UUID employer = tree.path(workplace).stream()
                .filter(node -> node.kind() == NodeKind.EMPLOYER)
                .map(Node::id)
                .findFirst()
                .orElseThrow();
        return SystemActor.call(() ->
                        addEmployee.add(employer, details, Optional.of(at(tree.get(workplace), Optional.empty()))))
                .orThrow();
    }

    public static EmployeeDetails details(String number, String lastName, Optional<Bsn> bsn) {
        return new EmployeeDetails(
                number,
                bsn,
                new PersonName("A.B.", Optional.of("Anna"), Optional.of("An"), Optional.of("van der"), lastName),
                Optional.of(LocalDate.of(1980, 2, 29)),
                Gender.FEMALE,
                Optional.empty(),
                EmployeeDetails.Contact.NONE,
                Optional.empty());
    }

    public EmploymentDetails at(UUID workplace, Optional<LocalDate> end) {
        return at(tree.get(workplace), end);
    }

    private static EmploymentDetails at(Node workplace, Optional<LocalDate> end) {
        Optional<UUID> id = Optional.of(workplace.id());
        return new EmploymentDetails(
                id.filter(node -> workplace.kind() == NodeKind.ESTABLISHMENT),
                id.filter(node -> workplace.kind() == NodeKind.DEPARTMENT),
                Optional.empty(),
                Optional.empty(),
                START,
                end,
                PartTime.FULL);
    }
}
