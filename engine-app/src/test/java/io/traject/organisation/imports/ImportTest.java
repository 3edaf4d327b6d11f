package io.traject.organisation.imports;

import static io.traject.organisation.imports.TestWorkbook.aWorkbook;
import static io.traject.organisation.imports.TestWorkbook.bsn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.traject.access.Actor;
import io.traject.access.Actors;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.kernel.Bsn;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.RefusedException;
import io.traject.organisation.employees.ChangeEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeesByNumber;
import io.traject.organisation.employees.EmployeesByNumber.Known;
import io.traject.organisation.employees.KeepEmployments;
import io.traject.organisation.tree.AddNode;
import io.traject.organisation.tree.ArchiveNode;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** From a spreadsheet to an organisation: what is found wrong, what is shown before anything happens, and what is done. */
@TrajectTest
class ImportTest {

    private static final Locale DUTCH = Locale.of("nl");

    @Autowired
    UploadOrganisation uploadOrganisation;

    @Autowired
    ConfirmImport confirmImport;

    @Autowired
    CancelImport cancelImport;

    @Autowired
    ImportDirectory directory;

    @Autowired
    ImportTexts texts;

    @Autowired
    ApplyImport applyImport;

    @Autowired
    ForgetImports forgetImports;

    @Autowired
    ImportSchedule.Starter starter;

    @Autowired
    TestEmployees employees;

    @Autowired
    EmployeesByNumber byNumber;

    @Autowired
    ChangeEmployee changeEmployee;

    @Autowired
    KeepEmployments employments;

    @Autowired
    AddNode addNode;

    @Autowired
    ArchiveNode archiveNode;

    @Autowired
    Tree tree;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    BusinessTime time;

    @TempDir
    Path folder;

    private UUID provider;
    private UUID bakery;
    private UUID utrecht;
    private UUID ovens;
    private Actor administrator;

    @BeforeEach
    void plant() {
        provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        utrecht = employees.node(NodeKind.ESTABLISHMENT, bakery, "Utrecht");
        ovens = employees.node(NodeKind.DEPARTMENT, utrecht, "Ovens");
        administrator = actor(StandardRole.ADMINISTRATOR);
    }

    private Actor actor(StandardRole role, Part... reach) {
        TestAccounts.TestUser user =
                reach.length == 0 ? accounts.user(role, provider) : accounts.user(role, provider, reach);
        return actors.find(user.id()).orElseThrow();
    }

    @Test
    void shouldShowEverythingFirstAndThenDoIt() throws Exception {
        Employee jansen = employees.add(ovens, "1", "Jansen");
        Employee visser = employees.add(ovens, "2", "Visser");
        employees.add(utrecht, "3", "Mulder");
        Import one = checked(aWorkbook()
                .part("bakkerij", "AFDELING", "Utrecht > Winkel", "Kassa", "41")
                .part("Bakkerij", "afdeling", "utrecht", "Winkel", "40")
                .part("Bakkerij", "VESTIGING", "", "Utrecht", "")
                .part("Bakkerij", "VESTIGING", "", "Zeist", "")
                .employee("Bakkerij", "1", "VOORLETTERS", "", "ACHTERNAAM", "Bakker", "EMAIL_WERK", "b@example.org")
                .employee("Bakkerij", "2", "VOORLETTERS", "", "ACHTERNAAM", "", "ONDERDEEL", "41")
                .employee("Bakkerij", "3", "ACHTERNAAM", "Mulder", "ONDERDEEL", "Utrecht")
                .employee(
                        "Bakkerij",
                        "04",
                        "BSN",
                        bsn(4),
                        "GESLACHT",
                        "v",
                        "ONDERDEEL",
                        "Utrecht > Winkel > Kassa",
                        "FUNCTIE",
                        "Verkoper",
                        "FUNCTIECODE",
                        "VK",
                        "IN_DIENST",
                        "01-03-2024",
                        "DEELTIJD",
                        "62,5"));

        assertThat(rows(one))
                .extracting(ImportRow::label, ImportRow::number, ImportRow::action, ImportRow::state)
                .containsExactly(
                        tuple("Utrecht > Winkel", 3, RowAction.ADD, RowState.PLANNED),
                        tuple("Utrecht", 4, RowAction.KEEP, RowState.DONE),
                        tuple("Zeist", 5, RowAction.ADD, RowState.PLANNED),
                        tuple("Utrecht > Winkel > Kassa", 2, RowAction.ADD, RowState.PLANNED),
                        tuple("1 · A.B. van der Bakker", 2, RowAction.CHANGE, RowState.PLANNED),
                        tuple("2 · A.B. van der Visser", 3, RowAction.MOVE, RowState.PLANNED),
                        tuple("3 · A.B. van der Mulder", 4, RowAction.KEEP, RowState.DONE),
                        tuple("04 · A.B. Voorbeeld", 5, RowAction.ADD, RowState.PLANNED));
        assertThat(changes(one, 4))
                .containsExactly("Achternaam: Jansen → Bakker", "E-mailadres werk:  → b@example.org");
        assertThat(changes(one, 5)).containsExactly("Werkt bij: Utrecht > Ovens → Utrecht > Winkel > Kassa");
        assertThat(changes(one, 7))
                .contains("Personeelsnummer:  → 04", "Geslacht: Onbekend → Vrouw", "Functie:  → Verkoper")
                .contains("Eerste dag:  → 01-03-2024", "Deeltijd:  → 62.5 %", "BSN: ***");
        assertThat(known("1").employee().details().name().lastName()).isEqualTo("Jansen");
        assertThat(tree.children(bakery)).extracting(Node::name).containsExactly("Utrecht");

        Import done = applied(one);

        assertThat(rows(done)).extracting(ImportRow::state).containsOnly(RowState.DONE);
        assertThat(known("1").employee().details().name().lastName()).isEqualTo("Bakker");
        assertThat(known("1").employee().id()).isEqualTo(jansen.id());
        UUID shop = child(utrecht, "Winkel").id();
        UUID till = child(shop, "Kassa").id();
        assertThat(child(bakery, "Zeist").kind()).isEqualTo(NodeKind.ESTABLISHMENT);
        Known moved = known("2");
        assertThat(moved.employee().id()).isEqualTo(visser.id());
        assertThat(moved.employments()).hasSize(1);
        assertThat(moved.employments().getFirst().details().department()).contains(till);
        assertThat(moved.employments().getFirst().details().establishment()).contains(utrecht);
        Known added = known("04");
        assertThat(added.employee().details().bsn()).contains(new Bsn(bsn(4)));
        assertThat(added.employments().getFirst().details().start()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(added.employments().getFirst().details().jobFunction()).isPresent();
        assertThat(rows(done).getLast().result()).contains(added.employee().id());
        assertThat(events("employee.added", added.employee().id())).isOne();
        assertThat(audited(added.employee().id())).isEqualTo("Test User");
    }

    @Test
    void shouldLeaveEverythingAsItIsTheSecondTime() throws Exception {
        TestWorkbook workbook = aWorkbook()
                .part("Bakkerij", "AFDELING", "", "Winkel", "40")
                .employee(
                        "Bakkerij",
                        "1",
                        "ONDERDEEL",
                        "40",
                        "IN_DIENST",
                        "01-01-2024",
                        "FUNCTIE",
                        "Bakker",
                        "STRAAT",
                        "Kade",
                        "HUISNUMMER",
                        "1",
                        "POSTCODE",
                        "1234ab",
                        "WOONPLAATS",
                        "Zeist",
                        "TELEFOON_WERK",
                        "030-1234567");
        byte[] file = workbook.bytes();
        applied(checked(file));
        Import again = checked(file);

        assertThat(rows(again)).extracting(ImportRow::action).containsOnly(RowAction.KEEP);
        assertThatThrownBy(() -> as(
                        administrator, () -> confirmImport.confirm(again.id()).orThrow()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("import-nothing-to-do");
    }

    @Test
    void shouldRenameAndMovePartsByTheirCode() throws Exception {
        UUID shop = as(administrator, () -> addNode.add(NodeKind.DEPARTMENT, utrecht, "Winkel", Optional.of("40")))
                .orThrow()
                .id();
        employees.add(shop, "1", "Jansen");
        Import one = checked(aWorkbook()
                .part("Bakkerij", "AFDELING", "", "Verkoop", "40")
                .employee("Bakkerij", "2", "ONDERDEEL", "Verkoop", "IN_DIENST", "01-01-2024"));

        assertThat(rows(one)).extracting(ImportRow::action).containsExactly(RowAction.MOVE, RowAction.ADD);
        assertThat(changes(one, 0)).containsExactly("Naam: Winkel → Verkoop", "Valt onder: Utrecht → ");
        applied(one);

        assertThat(tree.get(shop).name()).isEqualTo("Verkoop");
        assertThat(tree.get(shop).parent()).contains(bakery);
        assertThat(known("2").employments().getFirst().details().department()).contains(shop);
    }

    @Test
    void shouldSayWhatIsWrongWithEachCell() throws Exception {
        employees.add(ovens, TestEmployees.details("8", "Jansen", Optional.of(new Bsn(bsn(9)))));
        employees.node(NodeKind.EMPLOYER, provider, "Dubbel");
        employees.node(NodeKind.EMPLOYER, provider, "Dubbel");
        Import one = checked(aWorkbook()
                .part("Elders", "AFDELING", "", "Winkel", "")
                .part("Dubbel", "AFDELING", "", "Winkel", "")
                .part("Bakkerij", "KAMER", "Nergens", "", "x".repeat(51))
                .part("Bakkerij", "VESTIGING", "Utrecht", "Zeist", "")
                .part("Bakkerij", "AFDELING", "Utrecht", "Winkel", "1")
                .part("Bakkerij", "AFDELING", "Utrecht", "winkel", "1")
                .part("Bakkerij", "AFDELING", "Utrecht > Ovens", "Ovens", "")
                .employee("", "")
                .employee(
                        "Bakkerij",
                        "1",
                        "VOORLETTERS",
                        "",
                        "ACHTERNAAM",
                        "x".repeat(101),
                        "BSN",
                        "123456789",
                        "GEBOORTEDATUM",
                        "31-12-2999",
                        "GESLACHT",
                        "Z",
                        "TAAL",
                        "FR",
                        "EMAIL_WERK",
                        "an",
                        "TELEFOON_PRIVE",
                        "12",
                        "STRAAT",
                        "Kade",
                        "LAND",
                        "XX")
                .employee(
                        "Bakkerij",
                        "2",
                        "ONDERDEEL",
                        "Nergens",
                        "IN_DIENST",
                        "30-02-2024",
                        "UIT_DIENST",
                        "x",
                        "DEELTIJD",
                        "101")
                .employee("Bakkerij", "3", "ONDERDEEL", "Utrecht", "FUNCTIECODE", "??")
                .employee("Bakkerij", "4", "BSN", bsn(4))
                .employee("Bakkerij", "4", "BSN", bsn(4))
                .employee("Bakkerij", "5", "BSN", bsn(9))
                .employee("Bakkerij", "6", "IN_DIENST", "02-02-2024", "UIT_DIENST", "01-02-2024")
                .change(workbook -> workbook.getSheet("Medewerkers")
                        .getRow(5)
                        .getCell(3, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .setCellErrorValue(FormulaError.REF.getCode())));

        assertThat(wrong(one))
                .containsExactlyInAnyOrder(
                        "Onderdelen A2 WERKGEVER Er is geen werkgever “Elders” die u mag zien. Schrijf de naam of de code zoals in de organisatie.",
                        "Onderdelen A3 WERKGEVER Er zijn meer werkgevers “Dubbel”. Schrijf de code.",
                        "Onderdelen B4 SOORT “KAMER” is geen soort onderdeel. Kies VESTIGING of AFDELING.",
                        "Onderdelen D4 NAAM Deze cel is leeg. Vul haar in.",
                        "Onderdelen E4 CODE Gebruik hoogstens 50 tekens.",
                        "Onderdelen C4 VALT_ONDER Er is geen onderdeel “Nergens”. Schrijf de namen van boven naar beneden met > ertussen, of de code.",
                        "Onderdelen C5 VALT_ONDER " + refusal("node-not-here", "Zeist", "Utrecht"),
                        "Onderdelen D7 NAAM “winkel” staat ook in rij 6. Laat één van beide staan.",
                        "Medewerkers A2 WERKGEVER Deze cel is leeg. Vul haar in.",
                        "Medewerkers D3 VOORLETTERS Vul de voorletters in.",
                        "Medewerkers H3 ACHTERNAAM Gebruik hoogstens 100 tekens.",
                        "Medewerkers C3 BSN Dit is geen BSN. Het zijn negen cijfers; controleer of er een verkeerd staat.",
                        "Medewerkers I3 GEBOORTEDATUM Deze datum ligt in de toekomst.",
                        "Medewerkers J3 GESLACHT Kies een van de aangeboden waarden.",
                        "Medewerkers K3 TAAL Kies een van de aangeboden waarden.",
                        "Medewerkers L3 EMAIL_WERK Vul een e-mailadres in zoals naam@voorbeeld.nl.",
                        "Medewerkers O3 TELEFOON_PRIVE Vul een telefoonnummer in zoals 020 123 4567, of met een landnummer: +32 2 123 45 67.",
                        "Medewerkers Q3 HUISNUMMER Vul het hele adres in, of niets ervan.",
                        "Medewerkers R3 POSTCODE Vul het hele adres in, of niets ervan.",
                        "Medewerkers S3 WOONPLAATS Vul het hele adres in, of niets ervan.",
                        "Medewerkers T3 LAND Kies een land.",
                        "Medewerkers U4 ONDERDEEL Er is geen onderdeel “Nergens”. Schrijf de namen van boven naar beneden met > ertussen, of de code.",
                        "Medewerkers Y4 IN_DIENST Vul een datum in, zoals 31-12-2026.",
                        "Medewerkers Z4 UIT_DIENST Vul een datum in, zoals 31-12-2026.",
                        "Medewerkers AA4 DEELTIJD Vul een percentage in boven 0 en tot en met 100, met hoogstens twee decimalen.",
                        "Medewerkers W5 FUNCTIECODE Er is geen functie “??”, en zo kan zij niet worden toegevoegd. Schrijf ook de naam, of vraag wie de hele werkgever beheert.",
                        "Medewerkers B7 PERSONEELSNUMMER “4” staat ook in rij 6. Laat één van beide staan.",
                        "Medewerkers C7 BSN Dit BSN staat ook in rij 6. Laat één van beide staan.",
                        "Medewerkers C8 BSN Deze werkgever heeft al een werknemer met dit BSN, misschien bij de gearchiveerde dossiers.",
                        "Medewerkers D6 VOORLETTERS “#REF!” is geen gewone waarde maar een fout of een formule zonder uitkomst. Vul een gewone waarde in.",
                        "Medewerkers Z9 UIT_DIENST De laatste dag ligt vóór de eerste.");
        assertThat(directory(one).failed()).isZero();
    }

    @Test
    void shouldSayWhatIsWrongWithTheFile() throws Exception {
        assertThat(unreadable("text".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("Dit is geen Excel-bestand");
        assertThat(unreadable(aWorkbook()
                        .sheet("Blad1", List.of("WERKGEVER"), List.of())
                        .bytes()))
                .singleElement()
                .asString()
                .startsWith("Er staan geen rijen");
        assertThat(unreadable(aWorkbook()
                        .sheet("Medewerkers", List.of("WERKGEVER", "SALARIS"), List.of(List.of("a", "b")))
                        .bytes()))
                .containsExactly(
                        "In tabblad Medewerkers hoort kolom B (“SALARIS”) niet thuis, of zij staat er twee keer in. Verwijder de kolom.",
                        "In tabblad Medewerkers ontbreekt kolom PERSONEELSNUMMER. Neem de kolomnamen in de eerste rij over uit de sjabloon.");
    }

    @Test
    void shouldTakeTextsAsTexts() throws Exception {
        String name = "<script>alert(1)</script>";
        Import one = applied(checked(aWorkbook()
                .employee("Bakkerij", "=1+1", "ACHTERNAAM", name, "VOORNAAM", "+31")
                .change(workbook ->
                        workbook.getSheet("Medewerkers").getRow(1).createCell(5).setCellFormula("1+1"))));

        assertThat(rows(one)).extracting(ImportRow::state).containsOnly(RowState.REFUSED);
        assertThat(wrong(one)).singleElement().asString().contains("F2 ROEPNAAM");
        Import right = applied(checked(aWorkbook().employee("Bakkerij", "=1+1", "ACHTERNAAM", name)));
        assertThat(rows(right)).extracting(ImportRow::state).containsOnly(RowState.DONE);
        assertThat(known("=1+1").employee().details().name().lastName()).isEqualTo(name);
    }

    @Test
    void shouldRefuseWhatIsOutsideTheReach() throws Exception {
        employees.add(utrecht, "1", "Jansen");
        UUID shop = employees.node(NodeKind.DEPARTMENT, bakery, "Winkel");
        Actor keeper = actor(StandardRole.FUNCTIONAL_ADMINISTRATOR, new Part(shop, true));
        employees.node(NodeKind.EMPLOYER, provider, "Werf");
        administrator = keeper;
        Import one = checked(aWorkbook()
                .part("Bakkerij", "AFDELING", "", "Nieuw", "")
                .part("Bakkerij", "AFDELING", "Winkel", "Kassa", "")
                .part("Werf", "AFDELING", "", "Lassen", "")
                .employee("Bakkerij", "1", "ACHTERNAAM", "Anders")
                .employee("Bakkerij", "2", "ONDERDEEL", "Utrecht", "IN_DIENST", "01-01-2024")
                .employee("Bakkerij", "3")
                .employee("Bakkerij", "4", "ONDERDEEL", "Winkel > Kassa", "IN_DIENST", "01-01-2024", "FUNCTIE", "Nieuw")
                .employee("Bakkerij", "5", "ONDERDEEL", "Winkel > Kassa", "IN_DIENST", "01-01-2024"));

        assertThat(rows(one))
                .extracting(ImportRow::action)
                .containsExactly(
                        RowAction.NONE,
                        RowAction.ADD,
                        RowAction.NONE,
                        RowAction.NONE,
                        RowAction.NONE,
                        RowAction.NONE,
                        RowAction.NONE,
                        RowAction.ADD);
        assertThat(wrong(one))
                .anyMatch(problem -> problem.contains("Er is geen werkgever “Werf” die u mag zien"))
                .anyMatch(problem -> problem.contains("Deze werkgever heeft al een werknemer met nummer 1."))
                .anyMatch(problem -> problem.contains("Onderdeel “Utrecht” valt buiten uw bereik"));
        Import done = applied(one);

        assertThat(directory(done).done()).isEqualTo(2);
        assertThat(as(keeper, () -> byNumber.find(bakery, "5"))).isPresent();
        Actor other = actor(StandardRole.FUNCTIONAL_ADMINISTRATOR, new Part(utrecht, true));
        assertThatThrownBy(() -> as(other, () -> directory.get(one.id()))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(other, () -> confirmImport.confirm(one.id())))
                .isInstanceOf(NotFoundException.class);
        Actor planner = actor(StandardRole.PLANNER);
        assertThatThrownBy(() -> as(planner, () -> directory.get(one.id()))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void shouldNotWriteOverWhatSomebodyElseChanged() throws Exception {
        Employee jansen = employees.add(ovens, "1", "Jansen");
        Employee visser = employees.add(ovens, "2", "Visser");
        employees.add(ovens, "3", "Mulder");
        Import one = checked(aWorkbook()
                .employee("Bakkerij", "1", "ACHTERNAAM", "Bakker")
                .employee("Bakkerij", "2", "ACHTERNAAM", "Visser", "ONDERDEEL", "Utrecht")
                .employee("Bakkerij", "3", "ACHTERNAAM", "Molenaar")
                .employee("Bakkerij", "4"));
        SystemActor.run(() -> {
            changeEmployee.change(jansen.id(), TestEmployees.details("1", "Klaassen", Optional.empty()), 0);
            var job = byNumberOfSystem("2").employments().getFirst();
            employments.change(
                    visser.id(), job.id(), employees.at(utrecht, Optional.of(LocalDate.of(2030, 1, 1))), job.version());
        });
        employees.add(ovens, "4", "Sneller");
        Import done = applied(one);

        assertThat(rows(done))
                .extracting(ImportRow::state)
                .containsExactly(RowState.REFUSED, RowState.REFUSED, RowState.DONE, RowState.REFUSED);
        assertThat(wrong(done))
                .anyMatch(problem -> problem.contains("Iemand anders heeft deze werknemer")
                        && problem.contains("(Achternaam: Jansen → Klaassen)"))
                .anyMatch(problem -> problem.contains("(Laatste dag: – → 01-01-2030)"))
                .anyMatch(problem -> problem.contains("heeft al een werknemer met nummer 4"));
        assertThat(known("1").employee().details().name().lastName()).isEqualTo("Klaassen");
        assertThat(known("3").employee().details().name().lastName()).isEqualTo("Molenaar");
        assertThat(known("4").employee().details().name().lastName()).isEqualTo("Sneller");
    }

    private Known byNumberOfSystem(String number) {
        return Actors.call(administrator, () -> byNumber.find(bakery, number)).orElseThrow();
    }

    @Test
    void shouldRefuseTheRowsOfAPartThatWasNotMade() throws Exception {
        Import one = checked(aWorkbook()
                .part("Bakkerij", "AFDELING", "Utrecht > Ovens", "Nacht", "")
                .employee("Bakkerij", "1", "ONDERDEEL", "Utrecht > Ovens > Nacht", "IN_DIENST", "01-01-2024")
                .employee("Bakkerij", "2"));
        as(administrator, () -> archiveNode.archive(ovens, 0)).orThrow();
        Import done = applied(one);

        assertThat(rows(done))
                .extracting(ImportRow::state)
                .containsExactly(RowState.REFUSED, RowState.REFUSED, RowState.DONE);
        assertThat(wrong(done)).anyMatch(problem -> problem.contains("is niet gemaakt"));
    }

    @Test
    void shouldDoEachRowOnceWhateverIsKilledInBetween() throws Exception {
        int rows = 2 * ApplyImport.SLICE + 20;
        TestWorkbook workbook = aWorkbook();
        IntStream.range(0, rows).forEach(row -> workbook.employee("Bakkerij", "n" + row));
        Import one = checked(workbook);
        database.sql(
                        "update organisation_import set state = 'APPLYING', confirmed_by = ?, confirmer = 'x', settled_at = null where id = ?")
                .params(administrator.id(), one.id())
                .update();

        assertThat(applyImport.applySome(one.id())).isTrue();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(applyImport.applySome(one.id())).isTrue();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(count()).isEqualTo(ApplyImport.SLICE);
        assertThat(directory(one).done()).isEqualTo(ApplyImport.SLICE);
        transaction.executeWithoutResult(status -> starter.apply(one.id()));
        transaction.executeWithoutResult(status -> starter.apply(one.id()));
        await(one.id(), ImportState.DONE);

        assertThat(count()).isEqualTo(rows);
        assertThat(directory(one).done()).isEqualTo(rows);
        assertThat(database.sql(
                                "select count(*) from events_domain_event where organisation_id = ? and type = 'employee.added'")
                        .param(provider)
                        .query(Integer.class)
                        .single())
                .isEqualTo(rows);
    }

    @Test
    void shouldConfirmOnceWhenTwoDoAtTheSameInstant() throws Exception {
        TestWorkbook workbook = aWorkbook();
        IntStream.range(0, 60).forEach(row -> workbook.employee("Bakkerij", "n" + row));
        Import one = checked(workbook);
        var start = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Import> confirm = () -> as(administrator, () -> {
                start.await();
                return confirmImport.confirm(one.id()).orThrow();
            });
            Future<Import> first = both.submit(confirm);
            Future<Import> second = both.submit(confirm);
            assertThat(List.of(first.get().state(), second.get().state()))
                    .allMatch(state -> state == ImportState.APPLYING || state == ImportState.DONE);
        }
        await(one.id(), ImportState.DONE);

        assertThat(count()).isEqualTo(60);
        assertThat(database.sql(
                                "select count(*) from access_change where object_kind = 'import' and object_id = ? and action = 'changed'")
                        .param(one.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void shouldBeTheSameImportWhileTheSameFileIsUnderWay() throws Exception {
        byte[] file = aWorkbook().employee("Bakkerij", "1").bytes();
        Import one = checked(file);
        assertThat(upload(file)).isEqualTo(one.id());
        as(administrator, () -> cancelImport.cancel(one.id())).orThrow();
        Import other = checked(file);

        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(find(one.id()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(rows(one)).isEmpty();
        assertThatThrownBy(() ->
                        as(administrator, () -> confirmImport.confirm(one.id()).orThrow()))
                .hasMessage("import-cancelled");
        applied(other);
        assertThatThrownBy(() ->
                        as(administrator, () -> cancelImport.cancel(other.id()).orThrow()))
                .hasMessage("import-begun");
    }

    @Test
    void shouldRefuseTheRestWhenWhoAgreedIsGone() throws Exception {
        Import one = checked(aWorkbook().employee("Bakkerij", "1"));
        database.sql(
                        "update organisation_import set state = 'APPLYING', confirmed_by = ?, confirmer = 'x', settled_at = null where id = ?")
                .params(UUID.randomUUID(), one.id())
                .update();
        assertThat(applyImport.applySome(one.id())).isFalse();

        assertThat(wrong(find(one.id())))
                .singleElement()
                .asString()
                .endsWith("Wie akkoord gaf, heeft geen toegang meer.");
        assertThat(count()).isZero();
    }

    @Test
    void shouldForgetEverythingAfterSevenDays() throws Exception {
        Import old = applied(checked(aWorkbook().employee("Bakkerij", "1")));
        Import waiting = checked(aWorkbook().employee("Bakkerij", "2"));
        Import recent = checked(aWorkbook().employee("Bakkerij", "3"));
        assertThat(database.sql("select content is null from organisation_import where id = ?")
                        .param(recent.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        BiConsumer<Import, Duration> settled =
                (one, ago) -> database.sql("update organisation_import set settled_at = ? where id = ?")
                        .params(time.now().minus(ago).atOffset(ZoneOffset.UTC), one.id())
                        .update();
        settled.accept(old, ForgetImports.KEPT.plusMinutes(1));
        settled.accept(waiting, ForgetImports.KEPT.plusMinutes(1));
        settled.accept(recent, ForgetImports.KEPT.minusMinutes(1));
        assertThat(forgetImports.between(time.now().minusSeconds(120), time.now()))
                .isNotEmpty();
        forgetImports.forget();

        assertThatThrownBy(() -> find(old.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> find(waiting.id())).isInstanceOf(NotFoundException.class);
        assertThat(find(recent.id()).state()).isEqualTo(ImportState.CHECKED);
        assertThat(database.sql("select count(*) from organisation_import_row where import_id = any(?)")
                        .param(new UUID[] {old.id(), waiting.id()})
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(known("1").employee().isArchived()).isFalse();
    }

    private Import checked(TestWorkbook workbook) throws Exception {
        return checked(workbook.bytes());
    }

    private Import checked(byte[] file) throws Exception {
        return await(upload(file), ImportState.CHECKED);
    }

    private List<String> unreadable(byte[] file) throws Exception {
        return await(upload(file), ImportState.UNREADABLE).problems().stream()
                .map(problem -> texts.sentence(problem, DUTCH))
                .toList();
    }

    private UUID upload(byte[] file) throws Exception {
        Path path = Files.write(folder.resolve(UUID.randomUUID() + ".xlsx"), file);
        return as(administrator, () -> uploadOrganisation.upload(path, "organisatie.xlsx"))
                .orThrow();
    }

    private Import applied(Import one) throws Exception {
        if (directory(one).planned() == 0) {
            return one;
        }
        as(administrator, () -> confirmImport.confirm(one.id())).orThrow();
        return await(one.id(), ImportState.DONE);
    }

    private Import await(UUID id, ImportState state) throws Exception {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> find(id).state() == state);
        return find(id);
    }

    private Import find(UUID id) throws Exception {
        return as(administrator, () -> directory.get(id));
    }

    private ImportCounts directory(Import one) throws Exception {
        return as(administrator, () -> directory.counts(one));
    }

    private List<ImportRow> rows(Import one) throws Exception {
        return as(administrator, () -> directory.rows(one, Optional.empty(), 0, 1000));
    }

    private List<String> changes(Import one, int seq) throws Exception {
        return texts.changes(rows(one).get(seq).changes(), DUTCH).stream()
                .map(change -> change.masked()
                        ? change.field() + ": ***"
                        : "%s: %s → %s".formatted(change.field(), change.from(), change.to()))
                .toList();
    }

    private List<String> wrong(Import one) throws Exception {
        return as(administrator, () -> texts.allProblems(one, DUTCH))
                .map(problem ->
                        String.join(" ", problem.sheet().title(), problem.cell(), problem.column(), problem.message()))
                .toList();
    }

    private String refusal(String code, String... arguments) {
        return texts.sentence(Problem.of("refusal." + code, List.of(arguments)), DUTCH);
    }

    private Known known(String number) throws Exception {
        return as(administrator, () -> byNumber.find(bakery, number)).orElseThrow();
    }

    private Node child(UUID parent, String name) {
        return tree.children(parent).stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int count() {
        return database.sql("select count(*) from organisation_employee where employer_id = ?")
                .param(bakery)
                .query(Integer.class)
                .single();
    }

    private int events(String type, UUID subject) {
        return database.sql("select count(*) from events_domain_event where type = ? and subject_id = ?")
                .params(type, subject)
                .query(Integer.class)
                .single();
    }

    private String audited(UUID employee) {
        return database.sql("select actor_name from access_change where object_id = ? and action = 'created'")
                .param(employee)
                .query(String.class)
                .single();
    }

    private static <T> T as(Actor actor, Callable<T> work) throws Exception {
        return Actors.call(actor, work::call);
    }
}
