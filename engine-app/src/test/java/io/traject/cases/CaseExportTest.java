package io.traject.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.StandardRole;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The case list as a file: what the list shows and nothing else, and nothing in it that calculates. */
@TrajectTest
class CaseExportTest {

    private static final List<String> HEADERS =
            List.of("Dossier", "Naam", "Status", "Fase", "Uiterste datum", "Aangemaakt");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private UUID municipality;
    private Browser browser;

    @BeforeEach
    void signIn() {
        municipality = cases.municipality();
        browser = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
    }

    @Test
    void shouldHoldWhatTheListShows() throws IOException {
        OpenedCase one = cases.open(municipality, "A. Eigen");
        cases.open(municipality, "B. Gefilterd");
        cases.open(cases.municipality(), "A. Eigen van een ander");

        List<List<String>> rows = rows(browser.getBytes("/cases/export.xlsx?q=eigen"));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).isEqualTo(HEADERS);
        assertThat(rows.getLast()).startsWith(one.number(), "A. Eigen", "Loopt");
        assertThat(database.sql("select facts ->> 'cases' from events_domain_event where type = 'cases.exported' and"
                                + " organisation_id = ?")
                        .param(municipality)
                        .query(String.class)
                        .list())
                .containsExactly("1");
    }

    @Test
    void shouldHoldMoreCasesThanAreReadAtOnce() throws IOException {
        int many = 4_500;
        database.sql("""
                        insert into cases_case (id, number, type, organisation_id, subject, state, stage, due_at,
                            opened_at, version)
                        select gen_random_uuid(), 'EX-' || :municipality || '-' || lpad(n::text, 7, '0'), 'RE_EXAMINATION',
                            :municipality::uuid, 'Inwoner ' || n, 'OPEN', 'CREATED', now() + interval '30 days', now(), 0
                        from generate_series(1, :many) n
                        """)
                .param("municipality", municipality.toString())
                .param("many", many)
                .update();

        List<List<String>> rows = rows(browser.getBytes("/cases/export.xlsx?sort=number"));

        assertThat(rows).hasSize(many + 1);
        assertThat(rows.stream().skip(1).map(row -> row.get(1)).toList())
                .startsWith("Inwoner 1", "Inwoner 2")
                .endsWith("Inwoner 4500")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldCalculateNothing() throws IOException {
        cases.open(municipality, "=HYPERLINK(\"http://evil.example\";\"klik\")");
        cases.open(municipality, "@SUM(1+1)|cmd");
        cases.open(municipality, "+31 6 \"; \r\n=1+1");

        String csv = browser.get("/cases/export.csv?sort=number").body();
        try (Workbook workbook = WorkbookFactory.create(
                new ByteArrayInputStream(browser.getBytes("/cases/export.xlsx").body()))) {
            assertThat(workbook.getSheetAt(0))
                    .allSatisfy(row -> assertThat(row)
                            .allSatisfy(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
        }

        assertThat(csv)
                .startsWith("\ufeff\"Dossier\";\"Naam\"")
                .contains(
                        "\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"klik\"\")\"",
                        "\"'@SUM(1+1)|cmd\"",
                        "\"'+31 6 \"\"; \r\n=1+1\"");
    }

    @Test
    void shouldHandNothingToOneWhoSeesNoCases() {
        Browser administrator = new Browser(port).signedIn(accounts.installationAdministrator());

        assertThat(administrator.get("/cases/export.csv").statusCode()).isEqualTo(403);
    }

    private static List<List<String>> rows(HttpResponse<byte[]> file) throws IOException {
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"dossiers.xlsx\"");
        List<List<String>> rows = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file.body()))) {
            Sheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(
                        cell.getCellType() == CellType.NUMERIC
                                ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                                : cell.getStringCellValue()));
                rows.add(cells);
            }
        }
        return rows;
    }
}
