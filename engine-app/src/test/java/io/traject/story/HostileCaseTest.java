package io.traject.story;

import static io.traject.testing.RestCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.communication.InstallStandardTemplates;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestMunicipalities;
import io.traject.testing.TrajectTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Residents whose names are meant to do harm: whatever comes out of them, on pages, in mails, letters and files, is text. */
@TrajectTest
class HostileCaseTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LONGEST_NAME = 100;

    /** As surnames, one for each resident. */
    private static final List<String> NAMES = List.of(
            "<script>alert(1)</script><img src=x onerror=alert(2)>",
            "{{resident.supplyLink}}[[${1317*7919}]]${1317*7919}#{1317*7919}",
            "=HYPERLINK(\"http://evil.example\")",
            "../../../../etc/passwd.pdf",
            "[klik](javascript:alert(3)) **vet** <b>&amp;",
            "\u202eolleh\u202c שלום العربية",
            "W".repeat(LONGEST_NAME),
            "Regel\r\nBcc: ander@evil.example",
            "@SUM(1+1)|cmd' /C calc'!A0",
            "Robert'); drop table cases_case;--");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestMunicipalities municipalities;

    @Autowired
    InstallStandardTemplates templates;

    @Autowired
    JdbcClient database;

    @TempDir
    Path files;

    private UUID municipality;
    private RestCaller caller;
    private Browser browser;
    private TestUser user;

    @BeforeEach
    void signIn() {
        municipality = municipalities.register().id();
        SystemActor.run(() -> templates.install(municipality));
        caller = new RestCaller(
                port, accounts.accessToken(municipality, Permission.CASES_VIEW, Permission.RE_EXAMINATION_RUN));
        user = accounts.user(StandardRole.CASE_WORKER, municipality);
        browser = new Browser(port).signedIn(user);
    }

    @Test
    void shouldRefuseWhatFitsNoEnvelope() throws IOException {
        JsonNode refused = upload(workbook(List.of("X".repeat(200))));

        assertThat(refused.get("state").asString()).isEqualTo("rejected");
        assertThat(refused.get("errors").get(0).get("code").asString()).isEqualTo("TOO_LONG");
        assertThat(refused.get("errors").get(0).get("column").asString()).isEqualTo("ACHTERNAAM");
        assertThat(refused.get("errors").get(0).get("row").asInt()).isEqualTo(2);
    }

    @Test
    void shouldTakeEveryNameAsText() throws Exception {
        JsonNode uploaded = upload(workbook(NAMES));
        assertThat(uploaded.get("state").asString()).as(uploaded.toString()).isEqualTo("checked");
        String batch = "/api/v1/re-examination-batches/" + uploaded.get("id").asString();
        agree(batch + "/confirmation");
        awaitState(batch, "created");
        agree(batch + "/dispatch");
        awaitState(batch, "dispatched");

        assertPagesShowText(batch.substring(batch.lastIndexOf('/') + 1));
        assertLettersHoldText();
        assertMailsHoldText(batch.substring(batch.lastIndexOf('/') + 1));
        assertThat(browser.get("/cases/export.csv").body())
                .contains("drop table cases_case")
                .doesNotContain(";=", ";@", ";\"=", ";\"@");
    }

    private void assertPagesShowText(String batch) {
        List<String> dialogs = new ArrayList<>();
        try (BrowserContext visitor = TestBrowser.visitor(390, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            page.navigate("http://localhost:" + port + "/sign-in");
            page.locator("input[name=username]").fill(user.username());
            page.locator("input[name=password]").fill(user.password());
            page.keyboard().press("Enter");
            page.waitForURL(address -> !address.contains("/sign-in"));
            List<String> addresses =
                    new ArrayList<>(List.of("/cases", "/tasks", "/re-examinations", "/re-examinations/" + batch));
            caseIds(batch).forEach(id -> addresses.add("/cases/" + id));
            for (String address : addresses) {
                page.navigate("http://localhost:" + port + address);
                TestBrowser.assertAccessible(page);
                assertThat(page.locator("main img[src=x], main script:not([src]), main b")
                                .count())
                        .as(address)
                        .isZero();
                assertThat(page.locator("main a[href^='javascript:']").count()).isZero();
            }
            page.navigate("http://localhost:" + port + "/cases?size=50");
            TestBrowser.shoot(page, "hostile-cases-390");
            assertThat(page.locator("main").innerText())
                    .contains(
                            "<script>alert(1)</script>",
                            "[[${1317*7919}]]${1317*7919}#{1317*7919}",
                            "drop table cases_case");
        }
        assertThat(dialogs).isEmpty();
    }

    private void assertLettersHoldText() throws IOException {
        String batch = database.sql("select batch_id from cases_case where organisation_id = ? limit 1")
                .param(municipality)
                .query(String.class)
                .single();
        try (PDDocument volume = Loader.loadPDF(browser.getBytes("/re-examinations/" + batch + "/letters.pdf?volume=1")
                .body())) {
            String text = new PDFTextStripper().getText(volume);
            assertThat(text).contains("../../../../etc/passwd", "[klik](javascript:alert(3)) **vet** <b>&amp;");
            assertThat(volume.getDocumentCatalog().getOpenAction()).isNull();
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(
                browser.getBytes("/re-examinations/" + batch + "/letters.zip").body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).matches("HO-\\d\\d-\\d{7}\\.pdf");
            }
        }
    }

    private void assertMailsHoldText(String batch) {
        List<Map<String, Object>> mails = database.sql(
                        "select to_address, subject, text, html from mail_outbox where group_id = ?")
                .param(UUID.fromString(batch))
                .query()
                .listOfRows();
        assertThat(mails).isNotEmpty().allSatisfy(mail -> {
            assertThat((String) mail.get("to_address")).doesNotContain("evil");
            assertThat((String) mail.get("subject")).doesNotContain("\r", "\n");
            assertThat((String) mail.get("html"))
                    .doesNotContain("<script>alert", "<img src=x", "href=\"javascript:", "<b>", "10429323");
        });
        assertThat(mails)
                .anySatisfy(mail -> assertThat((String) mail.get("html")).contains("&lt;script&gt;"));
    }

    private void agree(String path) {
        var answer = caller.post(path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private List<String> caseIds(String batch) {
        return json(caller.get("/api/v1/cases?batch=" + batch)).get("items").findValuesAsString("id");
    }

    private void awaitState(String batch, String state) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(json(caller.get(batch)).get("state").asString())
                                .isEqualTo(state));
    }

    private JsonNode upload(Path file) throws IOException {
        return json(
                caller.upload("/api/v1/re-examination-batches", "file", "../../evil.xlsx", Files.readAllBytes(file)));
    }

    /** Sample residents with these surnames. */
    private Path workbook(List<String> surnames) throws IOException {
        Path file = SampleResidents.writeTo(Files.createTempFile(files, "residents", ".xlsx"), surnames.size());
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)));
                var out = new ByteArrayOutputStream()) {
            int column = SampleResidents.HEADERS.indexOf("ACHTERNAAM");
            for (int i = 0; i < surnames.size(); i++) {
                Row row = workbook.getSheetAt(0).getRow(i + 1);
                row.getCell(column).setCellValue(surnames.get(i));
            }
            workbook.write(out);
            Files.write(file, out.toByteArray());
        }
        return file;
    }
}
