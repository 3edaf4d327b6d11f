package io.traject.communication.languages;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.organisation.contacts.ContactPerson;
import io.traject.organisation.contacts.KeepContactPersons;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmployeeDetails.Contact;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The language of the e-mail addresses of employees and contact persons: who sees and sets it where (A4). */
@TrajectTest
class PeopleAddressLanguageTest {

    private static final String CONTROL = "Taal van mails";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    KeepContactPersons contactPersons;

    @Autowired
    MailLanguages mailLanguages;

    private UUID provider;
    private UUID bakery;
    private UUID forge;

    @BeforeEach
    void twoEmployers() {
        provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        forge = employees.node(NodeKind.EMPLOYER, provider, "Smederij");
    }

    @Test
    void shouldSetTheLanguageOfTheWorkAndThePrivateAddressOfAnEmployeeApart() {
        EmailAddress work = anAddress();
        EmailAddress atHome = anAddress();
        UUID employee = employee(atHome, work);
        Browser planner = user(StandardRole.PLANNER);
        String page = "/employees/" + employee;
        assertThat(planner.get(page).body())
                .contains(
                        work.value(),
                        atHome.value(),
                        "/mail-addresses/%s/language?whose=employee-work".formatted(employee),
                        "/mail-addresses/%s/language?whose=employee-private".formatted(employee));

        assertThat(location(set(planner, employee, "employee-work"))).isEqualTo(page);

        assertThat(language(work)).isEqualTo(Language.EN);
        assertThat(language(atHome)).isEqualTo(Language.NL);
        assertThat(location(set(planner, employee, "employee-private"))).isEqualTo(page);
        assertThat(language(atHome)).isEqualTo(Language.EN);
        assertThat(planner.get(page).body()).contains("ingesteld door Test User");
    }

    @Test
    void shouldSetTheLanguageOfTheAddressOfAContactPerson() {
        EmailAddress address = anAddress();
        UUID person = contactPerson(address);
        Browser functional = user(StandardRole.FUNCTIONAL_ADMINISTRATOR);
        String page = "/contact-persons/" + person;
        assertThat(functional.get(page).body()).contains(CONTROL, "whose=contact-person");

        assertThat(location(set(functional, person, "contact-person"))).isEqualTo(page);

        assertThat(language(address)).isEqualTo(Language.EN);
        assertThat(functional.get(page).body()).contains("ingesteld door Test User");
    }

    @Test
    void shouldAskForThePermission() {
        EmailAddress address = anAddress();
        UUID employee = employee(address, address);
        UUID person = contactPerson(address);
        Browser practitioner = user(StandardRole.PRACTITIONER);
        Browser ofTheEmployer = user(StandardRole.EMPLOYER_USER, new Part(bakery, true));

        assertThat(practitioner.get("/employees/" + employee).body())
                .contains(address.value())
                .doesNotContain(CONTROL, "/mail-addresses/");
        for (Browser somebody : new Browser[] {practitioner, ofTheEmployer}) {
            assertNobody(somebody, employee, person, 403);
        }
        assertThat(language(address)).isEqualTo(Language.NL);
    }

    @Test
    void shouldEndWhereTheReachEnds() {
        EmailAddress address = anAddress();
        UUID employee = employee(address, address);
        UUID person = contactPerson(address);
        Browser here = user(StandardRole.FUNCTIONAL_ADMINISTRATOR, new Part(bakery, true));
        Browser elsewhere = user(StandardRole.FUNCTIONAL_ADMINISTRATOR, new Part(forge, true));
        Browser stranger = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, employees.provider()));

        for (Browser somebody : new Browser[] {elsewhere, stranger}) {
            assertNobody(somebody, employee, person, 404);
        }
        assertThat(language(address)).isEqualTo(Language.NL);
        assertThat(here.get(control(person, "contact-person")).statusCode()).isEqualTo(200);
        assertThat(location(set(here, employee, "employee-private"))).isEqualTo("/employees/" + employee);
        assertThat(language(address)).isEqualTo(Language.EN);
    }

    @Test
    void shouldNotTakeAnEmployeeForAnotherKindOfPersonNorOneWithoutAnAddress() {
        UUID employee = employee(anAddress(), anAddress());
        UUID without = employees.add(bakery, "2", "Zonder").id();
        Browser administrator = user(StandardRole.ADMINISTRATOR);

        assertThat(administrator.get(control(employee, "contact-person")).statusCode())
                .isEqualTo(404);
        assertThat(administrator.get(control(employee, "user")).statusCode()).isEqualTo(404);
        assertThat(administrator.get(control(without, "employee-work")).statusCode())
                .isEqualTo(404);
        assertThat(administrator.get("/employees/" + without).body()).doesNotContain(CONTROL);
    }

    /** Neither looks nor sets. */
    private void assertNobody(Browser somebody, UUID employee, UUID person, int status) {
        somebody.get("/");
        for (String kind : new String[] {"employee-work", "employee-private", "contact-person"}) {
            UUID whose = kind.equals("contact-person") ? person : employee;
            assertThat(somebody.get(control(whose, kind)).statusCode()).as(kind).isEqualTo(status);
            assertThat(set(somebody, whose, kind).statusCode()).as(kind).isEqualTo(status);
        }
    }

    private UUID employee(EmailAddress atHome, EmailAddress work) {
        EmployeeDetails plain = TestEmployees.details("1", "Jansen", Optional.empty());
        return employees
                .add(
                        bakery,
                        new EmployeeDetails(
                                plain.number(),
                                plain.bsn(),
                                plain.name(),
                                plain.birthDate(),
                                plain.gender(),
                                plain.language(),
                                new Contact(Optional.of(atHome), Optional.of(work), Optional.empty(), Optional.empty()),
                                plain.address()))
                .id();
    }

    private UUID contactPerson(EmailAddress address) {
        return SystemActor.call(() -> contactPersons.add(
                        bakery,
                        new ContactPerson.Details(
                                "C. Persoon",
                                Optional.empty(),
                                Optional.of(address),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true)))
                .orThrow()
                .id();
    }

    private static EmailAddress anAddress() {
        return new EmailAddress("mens-" + UUID.randomUUID() + "@voorbeeld.example");
    }

    private Browser user(StandardRole role) {
        return new Browser(port).signedIn(accounts.user(role, provider));
    }

    private Browser user(StandardRole role, Part part) {
        return new Browser(port).signedIn(accounts.user(role, provider, part));
    }

    private Language language(EmailAddress address) {
        return mailLanguages.of(address, Optional.of(provider), Optional.empty());
    }

    private static String control(UUID whose, String kind) {
        return "/mail-addresses/" + whose + "/language?whose=" + kind;
    }

    private static HttpResponse<String> set(Browser by, UUID whose, String kind) {
        return by.post("/mail-addresses/" + whose + "/language", "whose", kind, "language", "en", "version", "0");
    }
}
