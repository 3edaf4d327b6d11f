package io.traject.organisation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Actor;
import io.traject.access.Actors;
import io.traject.access.StandardRole;
import io.traject.kernel.Ids;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast a file of employees is checked, and how fast it is carried out. Bare for the check is fastexcel that reads the
 * same file into strings; bare for carrying out is JDBC that inserts the same employees and employments, in batches and
 * transactions of the same size, without checks, places, words, events and audit. {@code -Dbench.rows=1000,20000} chooses
 * the sizes.
 */
@TrajectTest
class OrganisationImportBench {

    private static final int DEPARTMENTS = 40;

    @Autowired
    Imports imports;

    @Autowired
    CheckImport checkImport;

    @Autowired
    ApplyImport applyImport;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource dataSource;

    @TempDir
    Path folder;

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void rowsPerSecond() throws Exception {
        measure(200, false);
        System.out.printf("figure | ours | bare | ratio%n");
        for (String size : System.getProperty("bench.rows", "1000,5000,20000").split(",")) {
            measure(Integer.parseInt(size), true);
        }
    }

    private void measure(int rows, boolean print) throws Exception {
        UUID provider = employees.provider();
        UUID employer = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        UUID neighbour = employees.node(NodeKind.EMPLOYER, provider, "Molen");
        List<UUID> departments = IntStream.range(0, DEPARTMENTS)
                .mapToObj(number -> employees.node(NodeKind.DEPARTMENT, employer, "Afdeling " + number))
                .toList();
        List<UUID> others = IntStream.range(0, DEPARTMENTS)
                .mapToObj(number -> employees.node(NodeKind.DEPARTMENT, neighbour, "Afdeling " + number))
                .toList();
        assertThat(departments).hasSize(DEPARTMENTS);
        Actor actor = actors.find(
                        accounts.user(StandardRole.ADMINISTRATOR, provider).id())
                .orElseThrow();
        Path file = write(rows);
        UUID id = imports.keep(provider, actor, "a.xlsx", UUID.randomUUID().toString(), Files.readAllBytes(file))
                .orElseThrow();

        double bareReading = seconds(() -> read(file));
        double checking = seconds(() -> checkImport.check(id));
        assertThat(imports.counts(id).planned()).isEqualTo(rows);
        transaction.executeWithoutResult(status -> imports.begin(id, actor));
        double bareInserting = seconds(() -> insert(provider, neighbour, others, rows));
        double applying = seconds(() -> {
            boolean more = true;
            while (more) {
                more = applyImport.applySome(id);
            }
        });
        assertThat(imports.counts(id).done()).isEqualTo(rows);
        if (print) {
            print("rows read and checked per second, %,d rows".formatted(rows), rows / checking, rows / bareReading);
            print("rows carried out per second, %,d rows".formatted(rows), rows / applying, rows / bareInserting);
        }
    }

    private static void print(String figure, double ours, double bare) {
        System.out.printf(Locale.ROOT, "%s | %,.0f | %,.0f | %.3f%n", figure, ours, bare, ours / bare);
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private Path write(int rows) throws IOException {
        Path file = folder.resolve(rows + ".xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SheetKind.EMPLOYEES.title());
            EmployeeColumn[] columns = EmployeeColumn.values();
            for (EmployeeColumn column : columns) {
                sheet.value(0, column.ordinal(), column.header());
            }
            for (int row = 0; row < rows; row++) {
                for (EmployeeColumn column : columns) {
                    sheet.value(row + 1, column.ordinal(), text(column, row));
                }
            }
        }
        return file;
    }

    private static String text(EmployeeColumn column, int row) {
        return switch (column) {
            case EMPLOYER -> "Bakkerij";
            case NUMBER -> Integer.toString(row + 1);
            case BSN -> TestWorkbook.bsn(row);
            case LAST_NAME -> "Voorbeeld " + row % 1000;
            case WORK_EMAIL, PRIVATE_EMAIL -> "e" + row + "@example.org";
            case PART -> "Afdeling " + row % DEPARTMENTS;
            case FUNCTION, FUNCTION_CODE -> "Functie " + row % 20;
            case EMPLOYMENT_NUMBER -> "d" + row;
            default -> column.example();
        };
    }

    private static void read(Path file) throws IOException {
        long characters = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (Cell cell : row) {
                    characters += cell == null ? 0 : cell.getText().length();
                }
            }
        }
        assertThat(characters).isPositive();
    }

    private void insert(UUID provider, UUID employer, List<UUID> departments, int rows) throws SQLException {
        UUID[] ids = new UUID[rows];
        Arrays.setAll(ids, row -> Ids.next());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement employee = connection.prepareStatement("""
                        insert into organisation_employee (id, organisation_id, employer_id, number, bsn, initials,
                            first_name, preferred_first_name, prefix, last_name, birth_date, gender, language,
                            private_email, work_email, private_phone, work_phone, street, house_number, postcode, city,
                            country, created_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                        """);
                PreparedStatement employment = connection.prepareStatement("""
                        insert into organisation_employment (id, organisation_id, employee_id, department_id, number,
                            starts_on, ends_on, part_time, created_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, 80, ?, 0)
                        """)) {
            connection.setAutoCommit(false);
            OffsetDateTime now = OffsetDateTime.now();
            for (int row = 0; row < rows; row++) {
                List<Object> person = List.of(
                        ids[row],
                        provider,
                        employer,
                        text(EmployeeColumn.NUMBER, row),
                        text(EmployeeColumn.BSN, row),
                        "A.B.",
                        "Anna",
                        "An",
                        "van der",
                        text(EmployeeColumn.LAST_NAME, row),
                        LocalDate.of(1980, 12, 31),
                        "FEMALE",
                        "NL",
                        "e" + row + "@example.org",
                        "e" + row + "@example.org",
                        "+31612345678",
                        "+31301234567",
                        "Dorpsstraat",
                        "12 A",
                        "1234 AB",
                        "Voorbeelddam",
                        "NL",
                        now);
                for (int i = 0; i < person.size(); i++) {
                    employee.setObject(i + 1, person.get(i));
                }
                employee.addBatch();
                List<Object> work = List.of(
                        Ids.next(),
                        provider,
                        ids[row],
                        departments.get(row % departments.size()),
                        "d" + row,
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(2030, 12, 31),
                        now);
                for (int i = 0; i < work.size(); i++) {
                    employment.setObject(i + 1, work.get(i));
                }
                employment.addBatch();
                if ((row + 1) % ApplyImport.SLICE == 0 || row == rows - 1) {
                    employee.executeBatch();
                    employment.executeBatch();
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        }
    }
}
