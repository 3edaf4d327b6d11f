package io.traject.organisation.demo;

import static io.traject.organisation.demo.DemoPerson.man;
import static io.traject.organisation.demo.DemoPerson.woman;

import io.traject.access.SystemActor;
import io.traject.kernel.DemoContribution;
import io.traject.organisation.DemoTree;
import io.traject.organisation.employers.LegalForm;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Three employers of the demo's provider with everything that is kept of them, and some thirty people who work there. */
@Component
@Order(120)
class DemoEmployers implements DemoContribution {

    private static final UUID LARGE = id(0x101);
    private static final UUID SMALL = id(0x102);

    /** The demo users of an employer's side reach these two; the access room names them too. */
    private static final UUID METALWORKS = id(0x201);

    private static final UUID WELDING = id(0x204);

    private static final UUID HOME_CARE = id(0x211);
    private static final UUID PRINTER = id(0x221);

    private final Tree tree;
    private final DemoEmployment employment;

    DemoEmployers(Tree tree, DemoEmployment employment) {
        this.tree = tree;
        this.employment = employment;
    }

    @Override
    @Transactional
    public void load() {
        if (tree.find(DemoTree.PROVIDER).isPresent() && tree.find(METALWORKS).isEmpty()) {
            SystemActor.run(() -> {
                metalworks();
                homeCare();
                printer();
            });
        }
    }

    private void metalworks() {
        employment.employer(
                LARGE,
                METALWORKS,
                new DemoEmployment.Business(
                        "Metaalwerken Zuid B.V.",
                        LegalForm.BV,
                        "90000011",
                        "Industrieweg",
                        "metaalwerkenzuid.example",
                        "Ellen Kramer",
                        List.of("Lasser", "Monteur", "Planner", "Administratief medewerker")));
        UUID hall = part(NodeKind.ESTABLISHMENT, METALWORKS, 0x202, "Hal Noord");
        UUID office = part(NodeKind.ESTABLISHMENT, METALWORKS, 0x203, "Kantoor");
        part(NodeKind.DEPARTMENT, hall, 0x204, "Lashal");
        UUID assembly = part(NodeKind.DEPARTMENT, hall, 0x205, "Montage");
        UUID administration = part(NodeKind.DEPARTMENT, office, 0x206, "Administratie");
        employment.books(hall, "D-2001", "KP-10");
        employment.books(office, "D-2001", "KP-20");
        employment.people(
                METALWORKS,
                WELDING,
                man(1, "Jan", "de", "Boer", "1968-03-14", "Lasser", "100"),
                man(2, "Ahmed", "", "Yilmaz", "1985-11-02", "Lasser", "100"),
                woman(3, "Sanne", "van der", "Meer", "1992-06-21", "Lasser", "80"),
                man(4, "Piotr", "", "Kowalski", "1979-01-30", "Lasser", "100"),
                man(5, "Henk", "", "Postma", "1962-09-09", "Lasser", "60"));
        employment.people(
                METALWORKS,
                assembly,
                man(6, "Kees", "", "Vos", "1974-12-24", "Monteur", "100"),
                woman(7, "Fatima", "el", "Idrissi", "1990-04-05", "Monteur", "100"),
                man(8, "Ruben", "", "Dekker", "1999-08-17", "Monteur", "100"),
                woman(9, "Marieke", "", "Hoekstra", "1983-02-11", "Monteur", "50"),
                man(10, "Dave", "", "Lieveld", "1988-10-01", "Planner", "100"));
        employment.people(
                METALWORKS,
                administration,
                woman(11, "Ingrid", "van", "Dam", "1971-05-28", "Administratief medewerker", "60"),
                woman(12, "Chantal", "", "Willems", "1986-07-07", "Administratief medewerker", "80"),
                man(13, "Bas", "", "Hendriks", "1995-01-19", "Planner", "100"));
    }

    private void homeCare() {
        employment.employer(
                LARGE,
                HOME_CARE,
                new DemoEmployment.Business(
                        "Thuiszorg De Linde",
                        LegalForm.FOUNDATION,
                        "90000012",
                        "Singel",
                        "thuiszorgdelinde.example",
                        "Monique Jacobs",
                        List.of("Wijkverpleegkundige", "Verzorgende", "Teamleider")));
        UUID district = part(NodeKind.ESTABLISHMENT, HOME_CARE, 0x212, "Wijkkantoor Oost");
        employment.books(district, "D-2002", "KP-31");
        employment.people(
                HOME_CARE,
                part(NodeKind.DEPARTMENT, district, 0x213, "Wijkteam Oost"),
                woman(14, "Els", "", "Bosman", "1966-10-13", "Teamleider", "90"),
                woman(15, "Noor", "", "Verhoeven", "1994-03-03", "Wijkverpleegkundige", "70"),
                woman(16, "Gülay", "", "Demir", "1987-12-12", "Verzorgende", "60"),
                man(17, "Joost", "", "Kuiper", "1991-09-25", "Wijkverpleegkundige", "100"),
                woman(18, "Wilma", "van den", "Berg", "1963-06-06", "Verzorgende", "50"),
                woman(19, "Aïcha", "", "Bouzid", "1998-02-27", "Verzorgende", "80"));
        employment.people(
                HOME_CARE,
                part(NodeKind.DEPARTMENT, district, 0x214, "Wijkteam West"),
                woman(20, "Petra", "", "Molenaar", "1975-08-08", "Teamleider", "80"),
                woman(21, "Lotte", "de", "Graaf", "1996-11-16", "Wijkverpleegkundige", "90"),
                man(22, "Stefan", "", "Peeters", "1984-04-22", "Verzorgende", "70"),
                woman(23, "Joyce", "", "Sarpong", "1989-07-31", "Verzorgende", "100"),
                woman(24, "Trudy", "", "Schouten", "1961-01-04", "Verzorgende", "40"));
    }

    private void printer() {
        employment.employer(
                SMALL,
                PRINTER,
                new DemoEmployment.Business(
                        "Drukkerij Letterpers",
                        LegalForm.SOLE_PROPRIETORSHIP,
                        "90000013",
                        "Marktplein",
                        "letterpers.example",
                        "Gijs Letterman",
                        List.of("Drukker", "Vormgever")));
        UUID works = part(NodeKind.ESTABLISHMENT, PRINTER, 0x222, "Drukkerij");
        employment.books(works, "D-2003", "KP-1");
        employment.people(
                PRINTER,
                works,
                man(25, "Gijs", "", "Letterman", "1969-05-15", "Drukker", "100"),
                woman(26, "Yara", "", "Janssen", "1997-10-10", "Vormgever", "80"),
                man(27, "Theo", "", "Brand", "1977-03-29", "Drukker", "100"),
                woman(28, "Mila", "", "Novak", "1993-12-01", "Vormgever", "60"),
                man(29, "Wout", "", "Timmer", "2001-06-18", "Drukker", "100"),
                woman(30, "Esther", "", "Cohen", "1981-09-02", "Vormgever", "50"));
    }

    private UUID part(NodeKind kind, UUID parent, int number, String name) {
        return tree.add(kind, parent, id(number), name).orThrow().id();
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-7000-8000-%012x".formatted(number));
    }
}
