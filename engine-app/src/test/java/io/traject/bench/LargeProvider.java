package io.traject.bench;

import io.traject.kernel.Bsn;
import io.traject.kernel.Ids;
import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A provider whose employers each have 1,000 employees in 20 departments of two establishments, as the application would
 * have left them: written straight into the database with COPY, the same at every run but for the ids. Half of the employees
 * bear one of 50 surnames, the others one of 8,400.
 */
public final class LargeProvider {

    public static final int FOLDERS = 10;

    private static final int PER_DEPARTMENT = 50;
    private static final int PER_ESTABLISHMENT = 500;
    private static final int PER_EMPLOYER = 1_000;
    private static final int ROWS_AT_ONCE = 20_000;
    private static final String NOW = "2026-01-01";
    private static final String ALWAYS = "infinity";

    private static final List<String> SURNAMES = List.of(
            "Aalbers",
            "Bakker",
            "Beek",
            "Berg",
            "Boer",
            "Bos",
            "Brouwer",
            "Deckers",
            "Dijk",
            "Dijkstra",
            "Öztürk",
            "Graaf",
            "Groot",
            "Haan",
            "Hendriks",
            "Hermans",
            "Hoekstra",
            "Jacobs",
            "Jansen",
            "Janssen",
            "Jong",
            "Koster",
            "Kramer",
            "Kuipers",
            "Leeuwen",
            "Linden",
            "Meer",
            "Meijer",
            "Mulder",
            "Nguyễn",
            "Peters",
            "Post",
            "Prins",
            "Schouten",
            "Smit",
            "Smits",
            "Veenstra",
            "Verhoeven",
            "Vermeulen",
            "Visser",
            "Vliet",
            "Vos",
            "Vries",
            "Wal",
            "Wit",
            "Yılmaz",
            "Zand",
            "Amrani",
            "Ardenne",
            "Voorbeeld");

    /** Names that few have are put together of these. */
    private static final List<List<String>> SYLLABLES = List.of(
            List.of(
                    "Aa", "Ba", "Be", "Bo", "Da", "De", "Do", "En", "Fa", "Ga", "Go", "Ha", "He", "Ho", "Ja", "Ka",
                    "Ko", "La", "Le", "Ma", "Me", "Mo", "Na", "Ol", "Pa", "Po", "Ra", "Ro", "Sa", "Sto"),
            List.of("ker", "lde", "mst", "nde", "rda", "sse", "tte", "vel", "wen", "zer", "rin", "lan", "bri", "gge"),
            List.of(
                    "ra", "man", "sen", "ma", "stra", "berg", "hof", "dijk", "huis", "veld", "inga", "er", "en", "ers",
                    "link", "s", "a", "broek", "horst", "kamp"));

    private static final List<String> FIRST_NAMES =
            List.of("Jan", "Anna", "Mohammed", "Sophie", "Peter", "Fatima", "Kees", "Ingrid", "Daan", "Lotte");

    private static final Bsn BSN = new Bsn(SampleResidents.bsns(1).getFirst());

    private final UUID root = Ids.next();
    private final List<UUID> folders;
    private final List<UUID> employers;
    private final List<UUID> establishments;
    private final List<UUID> departments;

    private LargeProvider(int employees) {
        this.folders = ids(FOLDERS);
        this.employers = ids(employees / PER_EMPLOYER);
        this.establishments = ids(employees / PER_ESTABLISHMENT);
        this.departments = ids(employees / PER_DEPARTMENT);
    }

    public static LargeProvider load(Connection database, int employees) throws SQLException, IOException {
        var provider = new LargeProvider(employees);
        CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
        provider.copyTree(copy);
        try (var statement = database.createStatement()) {
            Map<String, String> indexes = indexes(statement);
            for (String index : indexes.keySet()) {
                statement.execute("drop index " + index);
            }
            provider.copyEmployees(copy, employees);
            statement.execute("set maintenance_work_mem = '512MB'");
            for (String definition : indexes.values()) {
                statement.execute(definition);
            }
            statement.execute("vacuum analyze organisation_node, organisation_node_above, organisation_employee,"
                    + " organisation_employment, organisation_employee_place, organisation_employee_word");
        }
        return provider;
    }

    /** Those that are quicker made anew than kept while a million rows come in; by name, how each is made. */
    private static Map<String, String> indexes(Statement statement) throws SQLException {
        Map<String, String> indexes = new HashMap<>();
        try (ResultSet row = statement.executeQuery("""
                select indexname, indexdef from pg_indexes i
                where tablename in ('organisation_employee', 'organisation_employee_place', 'organisation_employee_word')
                    and not exists (select from pg_constraint where conname = i.indexname)""")) {
            while (row.next()) {
                indexes.put(row.getString(1), row.getString(2));
            }
        }
        return indexes;
    }

    public UUID root() {
        return root;
    }

    public UUID folder(int index) {
        return folders.get(index);
    }

    public UUID employer(int index) {
        return employers.get(index);
    }

    public UUID establishment(int index) {
        return establishments.get(index);
    }

    public UUID department(int index) {
        return departments.get(index);
    }

    public int departments() {
        return departments.size();
    }

    /** Of the first employee; the others have none. */
    public Bsn bsn() {
        return BSN;
    }

    public String number(int employee) {
        return Integer.toString(1_000_000 + employee);
    }

    private void copyTree(CopyManager copy) throws SQLException, IOException {
        var nodes = new Rows(copy, "organisation_node (id, root_id, parent_id, kind, name, created_at, version)");
        var above = new Rows(copy, "organisation_node_above (node_id, ancestor_id, distance)", nodes::flush);
        nodes.add(root, root, "\\N", "PROVIDER", "Provider " + root, NOW, 0);
        above.add(root, root, 0);
        for (int i = 0; i < folders.size(); i++) {
            node(nodes, above, "FOLDER", i, folders, List.of(root));
        }
        for (int i = 0; i < employers.size(); i++) {
            node(nodes, above, "EMPLOYER", i, employers, List.of(folderOf(i), root));
        }
        for (int i = 0; i < establishments.size(); i++) {
            int employer = i * PER_ESTABLISHMENT / PER_EMPLOYER;
            node(
                    nodes,
                    above,
                    "ESTABLISHMENT",
                    i,
                    establishments,
                    List.of(employers.get(employer), folderOf(employer), root));
        }
        for (int i = 0; i < departments.size(); i++) {
            node(
                    nodes,
                    above,
                    "DEPARTMENT",
                    i,
                    departments,
                    over(i * PER_DEPARTMENT).subList(1, 5));
        }
        nodes.flush();
        above.flush();
    }

    private static void node(Rows nodes, Rows above, String kind, int index, List<UUID> of, List<UUID> ancestors)
            throws SQLException, IOException {
        UUID id = of.get(index);
        nodes.add(id, ancestors.getLast(), ancestors.getFirst(), kind, kind + " " + index, NOW, 0);
        above.add(id, id, 0);
        for (int distance = 1; distance <= ancestors.size(); distance++) {
            above.add(id, ancestors.get(distance - 1), distance);
        }
    }

    private void copyEmployees(CopyManager copy, int count) throws SQLException, IOException {
        var employees = new Rows(copy, """
                organisation_employee (id, organisation_id, employer_id, number, bsn, initials, first_name, prefix, last_name,
                    birth_date, gender, created_at, version)""");
        var employments = new Rows(copy, """
                organisation_employment (id, organisation_id, employee_id, establishment_id, department_id, starts_on, part_time, created_at,
                    version)""");
        var places = new Rows(copy, """
                organisation_employee_place (employee_id, node_id, until, direct_until, archived, number, name)""");
        var words = new Rows(copy, """
                organisation_employee_word (employee_id, word, organisation_id, archived, number, name)""");
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            UUID id = Ids.next();
            String initials = (char) ('A' + random.nextInt(26)) + "." + (char) ('A' + random.nextInt(26)) + ".";
            String prefix = random.nextInt(4) == 0 ? "van der" : "\\N";
            String lastName = random.nextBoolean() ? one(SURNAMES, random) : composed(random);
            String firstName = one(FIRST_NAMES, random);
            LocalDate born = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(16_000));
            String name = lastName + ", " + initials + (prefix.startsWith("v") ? " " + prefix : "");
            List<UUID> over = over(i);
            String bsn = i == 0 ? BSN.value() : "\\N";
            employees.add(
                    id,
                    root,
                    over.get(2),
                    number(i),
                    bsn,
                    initials,
                    firstName,
                    prefix,
                    lastName,
                    born,
                    "UNKNOWN",
                    NOW,
                    0);
            employments.add(Ids.next(), root, id, over.get(1), over.getFirst(), "2020-01-01", 100, NOW, 0);
            for (UUID node : over) {
                places.add(id, node, ALWAYS, node.equals(over.getFirst()) ? ALWAYS : "\\N", "f", number(i), name);
            }
            for (String word : words(number(i), initials, prefix, lastName, firstName)) {
                words.add(id, word, root, "f", number(i), name);
            }
        }
        employees.flush();
        employments.flush();
        places.flush();
        words.flush();
    }

    private static String composed(Random random) {
        return SYLLABLES.stream().map(syllables -> one(syllables, random)).collect(Collectors.joining());
    }

    private static String one(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    private static Set<String> words(String... texts) {
        return Stream.of(texts)
                .filter(text -> !text.equals("\\N"))
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[. ]")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The department of an employee and what lies above it, up to the root. */
    private List<UUID> over(int employee) {
        int employer = employee / PER_EMPLOYER;
        return List.of(
                departments.get(employee / PER_DEPARTMENT),
                establishments.get(employee / PER_ESTABLISHMENT),
                employers.get(employer),
                folderOf(employer),
                root);
    }

    private UUID folderOf(int employer) {
        return folders.get(employer % FOLDERS);
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> Ids.next()).toList();
    }

    /** Rows of one table on their way. */
    private static final class Rows {

        private final CopyManager copy;
        private final String into;
        private final Flush referred;
        private final List<String> waiting = new ArrayList<>();

        Rows(CopyManager copy, String into) {
            this(copy, into, () -> {});
        }

        /** @param referred writes the rows that these refer to */
        Rows(CopyManager copy, String into, Flush referred) {
            this.copy = copy;
            this.into = into;
            this.referred = referred;
        }

        private interface Flush {

            void run() throws SQLException, IOException;
        }

        void add(Object... values) throws SQLException, IOException {
            waiting.add(
                    String.join("\t", Stream.of(values).map(Object::toString).toList()));
            if (waiting.size() == ROWS_AT_ONCE) {
                flush();
            }
        }

        void flush() throws SQLException, IOException {
            if (waiting.isEmpty()) {
                return;
            }
            referred.run();
            copy.copyIn("copy " + into + " from stdin", new StringReader(String.join("\n", waiting) + "\n"));
            waiting.clear();
        }
    }
}
