package io.traject.organisation.demo;

import io.traject.kernel.Country;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.PhoneNumber;
import io.traject.organisation.contacts.ContactPerson;
import io.traject.organisation.contacts.KeepContactPersons;
import io.traject.organisation.employees.AddEmployee;
import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.JobFunction;
import io.traject.organisation.employees.KeepJobFunctions;
import io.traject.organisation.employees.PartTime;
import io.traject.organisation.employers.AddEmployer;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.organisation.employers.LegalForm;
import io.traject.organisation.employers.RegistrationItem;
import io.traject.organisation.finances.FinancialData;
import io.traject.organisation.finances.FinancialRegister;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes employers and their people of the demo, by the use cases that everybody uses. */
@Component
class DemoEmployment {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 9, 1);

    private final Tree tree;
    private final AddEmployer addEmployer;
    private final KeepContactPersons contactPersons;
    private final KeepJobFunctions jobFunctions;
    private final FinancialRegister finances;
    private final AddEmployee addEmployee;

    DemoEmployment(
            Tree tree,
            AddEmployer addEmployer,
            KeepContactPersons contactPersons,
            KeepJobFunctions jobFunctions,
            FinancialRegister finances,
            AddEmployee addEmployee) {
        this.tree = tree;
        this.addEmployer = addEmployer;
        this.contactPersons = contactPersons;
        this.jobFunctions = jobFunctions;
        this.finances = finances;
        this.addEmployee = addEmployee;
    }

    /**
     * An employer.
     *
     * @param domain of its mail
     * @param contact whom to turn to
     * @param jobs names of its job functions, by which people of the demo name theirs
     */
    record Business(
            String name,
            LegalForm legalForm,
            String kvkNumber,
            String street,
            String domain,
            String contact,
            List<String> jobs) {}

    void employer(UUID folder, UUID id, Business business) {
        Map<RegistrationItem, String> items = Map.of(
                RegistrationItem.LEGAL_FORM,
                business.legalForm().name(),
                RegistrationItem.KVK_NUMBER,
                business.kvkNumber(),
                RegistrationItem.VISITING_STREET,
                business.street(),
                RegistrationItem.VISITING_HOUSE_NUMBER,
                "1",
                RegistrationItem.VISITING_POSTCODE,
                "1234 AB",
                RegistrationItem.VISITING_CITY,
                "Waterdam",
                RegistrationItem.EMAIL,
                "personeelszaken@" + business.domain());
        addEmployer
                .add(id, folder, new EmployerRegistration(business.name(), Country.NETHERLANDS, items))
                .orThrow();
        contactPersons
                .add(
                        id,
                        new ContactPerson.Details(
                                business.contact(),
                                Optional.of("Personeelszaken"),
                                Optional.of(new EmailAddress("personeelszaken@" + business.domain())),
                                PhoneNumber.parse("020 123 4567", Country.NETHERLANDS),
                                Optional.empty(),
                                Optional.empty(),
                                true))
                .orThrow();
        business.jobs()
                .forEach(job -> jobFunctions.add(id, job, Optional.empty()).orThrow());
    }

    void books(UUID establishment, String debtorNumber, String costCentre) {
        finances.change(establishment, new FinancialData(debtorNumber, costCentre, "", "", FinancialData.UNKNOWN));
    }

    /** People of an employer who work at an establishment or in a department. */
    void people(UUID employer, UUID workplace, DemoPerson... people) {
        Map<String, UUID> jobs =
                jobFunctions.of(employer).stream().collect(Collectors.toMap(JobFunction::name, JobFunction::id));
        Node place = tree.get(workplace);
        for (DemoPerson person : people) {
            int n = person.number();
            Optional<UUID> at = Optional.of(workplace);
            addEmployee
                    .add(
                            employer,
                            person.details(),
                            Optional.of(new EmploymentDetails(
                                    at.filter(node -> place.kind() == NodeKind.ESTABLISHMENT),
                                    at.filter(node -> place.kind() == NodeKind.DEPARTMENT),
                                    Optional.ofNullable(jobs.get(person.job())),
                                    Optional.empty(),
                                    FIRST_DAY.plusMonths(n),
                                    Optional.empty(),
                                    PartTime.parse(person.partTime()).orElseThrow())))
                    .orThrow();
        }
    }
}
