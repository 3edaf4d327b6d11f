package io.traject.organisation.employees;

import static io.traject.testing.TestEmployees.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Reach;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.kernel.Bsn;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.RefusedException;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.testing.Acting;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/** Who finds which employees, and how that follows from where they work. */
@TrajectTest
class EmployeesTest {

    private static final Bsn BSN = new Bsn("123456782");

    @Autowired
    TestEmployees employees;

    @Autowired
    EmployeeList list;

    @Autowired
    EmployeeFiles files;

    @Autowired
    AddEmployee addEmployee;

    @Autowired
    ChangeEmployee changeEmployee;

    @Autowired
    ArchiveEmployee archiveEmployee;

    @Autowired
    KeepEmployments employments;

    @Autowired
    KeepJobFunctions jobFunctions;

    @Autowired
    MedicalNotes medicalNotes;

    @Autowired
    FindByBsn findByBsn;

    @Autowired
    Tree tree;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private UUID bakery;
    private UUID utrecht;
    private UUID ovens;
    private UUID shop;
    private UUID shipyard;
    private UUID welding;

    @BeforeEach
    void plant() {
        provider = employees.provider();
        UUID folder = employees.node(NodeKind.FOLDER, provider, "North");
        bakery = employees.node(NodeKind.EMPLOYER, folder, "Bakery");
        utrecht = employees.node(NodeKind.ESTABLISHMENT, bakery, "Utrecht");
        ovens = employees.node(NodeKind.DEPARTMENT, utrecht, "Ovens");
        shop = employees.node(NodeKind.DEPARTMENT, bakery, "Shop");
        shipyard = employees.node(NodeKind.EMPLOYER, folder, "Shipyard");
        welding = employees.node(NodeKind.DEPARTMENT, shipyard, "Welding");
    }

    @AfterEach
    void theRowsAreWhatIsDue() {
        assertThat(database.sql("""
                        with due as (select employee_id, node_id, until, direct_until from organisation_employee_due_place),
                            place as (select employee_id, node_id, until, direct_until from organisation_employee_place)
                        (table due except table place) union all (table place except table due)
                        """).query().listOfRows()).isEmpty();
        assertThat(database.sql("""
                        with due as (select distinct id, word, archived_at is not null, number, name
                                from organisation_employee, unnest(words) word),
                            held as (select employee_id, word, archived, number, name from organisation_employee_word)
                        (table due except table held) union all (table held except table due)
                        """).query().listOfRows()).isEmpty();
    }

    @Test
    void shouldShowThoseWhoWorkWithinReach() throws Exception {
        UUID baker = employees.add(ovens, "1", "Baker").id();
        UUID seller = employees.add(shop, "2", "Seller").id();
        employees.add(welding, "1", "Welder");
        employees.add(utrecht, "3", "Concierge");

        assertThat(names(below(provider))).containsExactly("Baker", "Concierge", "Seller", "Welder");
        assertThat(names(below(bakery))).containsExactly("Baker", "Concierge", "Seller");
        assertThat(names(below(utrecht))).containsExactly("Baker", "Concierge");
        assertThat(names(alone(utrecht))).containsExactly("Concierge");
        assertThat(names(alone(bakery))).isEmpty();
        assertThat(names(below(ovens))).containsExactly("Baker");
        assertThat(names(Reach.NOWHERE)).isEmpty();
        assertThat(names(below(employees.provider()))).isEmpty();
        assertThat(as(below(ovens), () -> files.get(baker)).employee().id()).isEqualTo(baker);
        assertThatThrownBy(() -> as(below(ovens), () -> files.get(seller))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(below(ovens), () -> list.find(at(shop), first(9))))
                .isInstanceOf(NotFoundException.class);
        assertThat(as(below(ovens), () -> list.find(at(bakery), first(9))).items())
                .hasSize(1);
    }

    @Test
    void shouldMergeThePartsOfAReachInOrder() throws Exception {
        for (String name : List.of("Aarts", "Dam", "Gerritsen")) {
            employees.add(ovens, name, name);
        }
        for (String name : List.of("Bos", "Ebbers")) {
            employees.add(shop, name, name);
        }
        for (String name : List.of("Cohen", "Fox")) {
            employees.add(welding, name, name);
        }
        Employee both = employees.add(ovens, "Hart", "Hart");
        as(below(provider), () -> employments.add(both.id(), employees.at(shop, Optional.empty())))
                .orThrow();
        Reach reach = new Reach(
                Set.of(new Part(ovens, true), new Part(shop, false), new Part(welding, true), new Part(utrecht, true)));

        Slice<EmployeeSummary> page = read(reach, new From.Offset(0), false);
        StringBuilder all = new StringBuilder(initials(page));
        while (page.hasNext()) {
            page = read(reach, new From.After(page.items().getLast().id()), false);
            all.append(initials(page));
        }

        assertThat(all).hasToString("ABCDEFGH");
        assertThat(page.counted()).isEqualTo(8);
        assertThat(initials(read(reach, new From.End(), false))).isEqualTo("FGH");
        assertThat(initials(read(reach, new From.Before(page.items().getFirst().id()), false)))
                .isEqualTo("DEF");
        assertThat(initials(read(reach, new From.Offset(0), true))).isEqualTo("HGF");
        assertThat(initials(read(reach, new From.Offset(3), true))).isEqualTo("EDC");
        UUID welder = read(below(welding), new From.Offset(0), false)
                .items()
                .getFirst()
                .id();
        assertThatThrownBy(() -> read(below(ovens), new From.After(welder), false))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void shouldFollowAnEmployment() throws Exception {
        Employee baker = employees.add(ovens, "1", "Baker");
        Employment job = as(below(provider), () -> files.get(baker.id()))
                .employments()
                .getFirst()
                .employment();

        as(
                        below(bakery),
                        () -> employments.change(
                                baker.id(), job.id(), employees.at(shop, Optional.empty()), job.version()))
                .orThrow();

        assertThat(names(below(ovens))).isEmpty();
        assertThat(names(below(utrecht))).isEmpty();
        assertThat(names(below(shop))).containsExactly("Baker");

        Employment changed = as(below(provider), () -> files.get(baker.id()))
                .employments()
                .getFirst()
                .employment();
        as(
                        below(bakery),
                        () -> employments.change(
                                baker.id(),
                                job.id(),
                                employees.at(shop, Optional.of(time.today().minusDays(1))),
                                changed.version()))
                .orThrow();

        assertThat(names(below(shop))).isEmpty();
        assertThat(names(below(bakery))).containsExactly("Baker");
        assertThatThrownBy(() -> as(below(shop), () -> files.get(baker.id()))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void shouldFollowAMovedPartOfTheOrganisation() throws Exception {
        employees.add(ovens, "1", "Baker");

        tree.move(ovens, bakery, tree.get(ovens).version()).orThrow();
        assertThat(names(below(utrecht))).isEmpty();
        assertThat(names(below(ovens))).containsExactly("Baker");

        UUID south = employees.node(NodeKind.FOLDER, provider, "South");
        tree.move(bakery, south, tree.get(bakery).version()).orThrow();
        assertThat(names(below(south))).containsExactly("Baker");
    }

    @Test
    void shouldRefuseToMoveADepartmentToAnotherEmployerWithItsPeople() throws Exception {
        employees.add(ovens, "1", "Baker");

        assertThatThrownBy(() ->
                        tree.move(ovens, shipyard, tree.get(ovens).version()).orThrow())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("node-other-employer"));
        assertThat(names(below(utrecht))).containsExactly("Baker");
    }

    @Test
    void shouldFindByTheBeginningsOfNamesAndNumbers() throws Exception {
        employees.add(ovens, "A-1042", "Öztürk");
        employees.add(shop, "A-1043", "Jansen");
        employees.add(welding, "A-1044", "Jansen");

        assertThat(found(below(provider), "jans")).containsExactly("Jansen", "Jansen");
        assertThat(found(below(bakery), "jans")).containsExactly("Jansen");
        assertThat(found(below(bakery), "öz an")).containsExactly("Öztürk");
        assertThat(found(below(bakery), "1043")).containsExactly("Jansen");
        assertThat(found(below(ovens), "jans")).isEmpty();
        assertThat(found(below(bakery), "ansen")).isEmpty();
        assertThat(found(below(bakery), "--")).isEmpty();
        assertThat(found(below(bakery), "' or 1=1 --")).isEmpty();
    }

    @Test
    void shouldSortNumbersAsNumbers() throws Exception {
        for (String number : List.of("10", "9", "A2", "A10", "100")) {
            employees.add(ovens, number, "Jansen");
        }

        List<String> numbers = as(
                        below(ovens),
                        () -> list.find(
                                new EmployeeFilter(Optional.empty(), false, Optional.empty()),
                                new Portion("number", false, 9, new From.Offset(0))))
                .items()
                .stream()
                .map(EmployeeSummary::number)
                .toList();

        assertThat(numbers).containsExactly("9", "10", "100", "A2", "A10");
    }

    @Test
    void shouldFindByTheWholeBsnOnlyAndWriteItDown() throws Exception {
        UUID baker =
                employees.add(ovens, details("1", "Baker", Optional.of(BSN))).id();

        assertThat(as(below(ovens), () -> findByBsn.find(BSN))).containsExactly(baker);
        assertThat(as(below(welding), () -> findByBsn.find(BSN))).isEmpty();
        assertThat(found(below(provider), BSN.value())).isEmpty();
        assertThat(found(below(provider), "1234")).isEmpty();
        assertThatThrownBy(() ->
                        Acting.as(StandardRole.EMPLOYER_USER, provider, below(provider), () -> findByBsn.find(BSN)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(database.sql("""
                        select count(*) from events_domain_event
                        where type = 'employee.sought-by-bsn' and organisation_id = ? and facts::text not like '%123456782%'
                        """).param(provider).query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void shouldPutAFileAwayAndBringItBack() throws Exception {
        Employee baker = employees.add(ovens, "1", "Baker");

        Employee archived = as(below(ovens), () -> archiveEmployee.archive(baker.id(), baker.version()))
                .orThrow();

        assertThat(names(below(ovens))).isEmpty();
        assertThat(as(
                                below(ovens),
                                () -> list.find(new EmployeeFilter(Optional.empty(), true, Optional.empty()), first(9)))
                        .items())
                .hasSize(1);
        as(below(ovens), () -> archiveEmployee.restore(baker.id(), archived.version()))
                .orThrow();
        assertThat(names(below(ovens))).containsExactly("Baker");
    }

    @Test
    void shouldRefuseWhatCannotBe() throws Exception {
        Employee baker = employees.add(ovens, details("1", "Baker", Optional.of(BSN)));
        Employee seller = employees.add(shop, "2", "Seller");
        UUID welder = as(below(provider), () -> jobFunctions.add(shipyard, "Welder", Optional.empty()))
                .orThrow()
                .id();

        assertThat(refusal(below(ovens), "1", Optional.empty())).isEqualTo("employee-number-taken");
        assertThat(refusal(below(ovens), "3", Optional.of(BSN))).isEqualTo("employee-bsn-taken");
        assertThatThrownBy(() -> refusal(below(shop), "3", Optional.empty())).isInstanceOf(NotFoundException.class);
        assertThat(code(as(
                        below(provider), () -> employments.add(baker.id(), employees.at(welding, Optional.empty())))))
                .isEqualTo("employment-elsewhere");
        assertThat(code(as(below(provider), () -> employments.add(baker.id(), as(welder)))))
                .isEqualTo("job-function-elsewhere");
        assertThat(code(as(below(provider), () -> jobFunctions.add(shipyard, "WELDER", Optional.of("W")))))
                .isEqualTo("job-function-name-taken");
        assertThat(code(as(below(provider), () -> jobFunctions.add(shipyard, "Foreman", Optional.of("welder")))))
                .isEqualTo("job-function-code-taken");
        assertThatThrownBy(() ->
                        as(below(ovens), () -> employments.add(baker.id(), employees.at(shop, Optional.empty()))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        as(below(ovens), () -> changeEmployee.change(seller.id(), seller.details(), seller.version())))
                .isInstanceOf(NotFoundException.class);
        as(below(ovens), () -> changeEmployee.change(baker.id(), baker.details(), baker.version()))
                .orThrow();
        assertThatThrownBy(() -> as(below(ovens), () -> {
                    changeEmployee.change(baker.id(), details("7", "Baker", Optional.empty()), baker.version());
                    return changeEmployee.change(baker.id(), details("8", "Baker", Optional.empty()), baker.version());
                }))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @Test
    void shouldOpenAMedicalNoteToPractitionersOnly() throws Exception {
        Employee baker = employees.add(ovens, "1", "Baker");
        Acting.as(StandardRole.PRACTITIONER, provider, below(ovens), () -> {
            medicalNotes.write(baker.id(), Optional.of("Back pain"), baker.version());
            return true;
        });

        assertThat(Acting.as(StandardRole.PRACTITIONER, provider, below(ovens), () -> medicalNotes.read(baker.id())))
                .contains("Back pain");
        assertThatThrownBy(() -> Acting.as(
                        StandardRole.PRACTITIONER, provider, below(shop), () -> medicalNotes.read(baker.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Acting.as(
                        StandardRole.EMPLOYER_USER, provider, below(provider), () -> medicalNotes.read(baker.id())))
                .isInstanceOf(AccessDeniedException.class);
        EmployeeFiles.File file =
                Acting.as(StandardRole.EMPLOYER_USER, provider, below(provider), () -> files.get(baker.id()));
        assertThat(file.employee().medicalNote()).hasToString("(medical)");
    }

    private static Reach below(UUID node) {
        return new Reach(Set.of(new Part(node, true)));
    }

    private static Reach alone(UUID node) {
        return new Reach(Set.of(new Part(node, false)));
    }

    private static EmployeeFilter at(UUID node) {
        return new EmployeeFilter(Optional.of(node), false, Optional.empty());
    }

    private static Portion first(int size) {
        return new Portion("name", false, size, new From.Offset(0));
    }

    private EmploymentDetails as(UUID jobFunction) {
        return new EmploymentDetails(
                Optional.empty(),
                Optional.empty(),
                Optional.of(jobFunction),
                Optional.empty(),
                TestEmployees.START,
                Optional.empty(),
                PartTime.FULL);
    }

    private <T> T as(Reach reach, Callable<T> work) throws Exception {
        return Acting.as(StandardRole.CASE_WORKER, provider, reach, work);
    }

    private Slice<EmployeeSummary> read(Reach reach, From from, boolean descending) throws Exception {
        var filter = new EmployeeFilter(Optional.empty(), false, Optional.empty());
        return as(reach, () -> list.find(filter, new Portion("name", descending, 3, from)));
    }

    private static String initials(Slice<EmployeeSummary> slice) {
        return slice.items().stream()
                .map(one -> one.name().lastName().substring(0, 1))
                .collect(Collectors.joining());
    }

    private List<String> names(Reach reach) throws Exception {
        return lastNames(reach, Optional.empty());
    }

    private List<String> found(Reach reach, String text) throws Exception {
        return lastNames(reach, Optional.of(text));
    }

    private List<String> lastNames(Reach reach, Optional<String> text) throws Exception {
        return as(reach, () -> list.find(new EmployeeFilter(Optional.empty(), false, text), first(20))).items().stream()
                .map(one -> one.name().lastName())
                .toList();
    }

    private String refusal(Reach reach, String number, Optional<Bsn> bsn) throws Exception {
        return code(as(
                reach,
                () -> addEmployee.add(
                        bakery, details(number, "Somebody", bsn), Optional.of(employees.at(ovens, Optional.empty())))));
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "";
    }
}
