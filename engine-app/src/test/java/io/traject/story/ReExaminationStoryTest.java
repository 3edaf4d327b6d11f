package io.traject.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.traject.testing.ApiClient;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A case worker turns a spreadsheet into cases, mails and letters, and decides on what comes back. */
class ReExaminationStoryTest {

    private static final int RESIDENTS = 10;

    @TempDir
    static Path home;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.start(home, Map.of("TRAJECT_DEMO", "true")).awaitReady();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void shouldLeadFromASpreadsheetToADecision(@TempDir Path files) throws Exception {
        try (Desk casper = Desk.of(application, home, "casper")) {
            refuseWhatIsNoSpreadsheet(casper, files);
            showMistakes(casper, files);
            String batch = uploadAndCreate(casper, files);
            dispatch(casper, batch);

            ApiClient api = ApiClient.signIn(application::address, home);
            assertLetters(api, batch);
            JsonNode invited = api.get("/api/v1/cases?batch=" + batch + "&sort=number")
                    .get("items")
                    .get(0);
            String caseId = invited.get("id").asString();
            api.post("/api/v1/cases/" + caseId + "/supplied-data", "{\"data\":{\"inkomen\":\"1.250,00\"}}");
            assess(casper, invited.get("number").asString());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> api.get("/api/v1/cases/" + caseId)
                            .get("state")
                            .asString()
                            .equals("closed"));
            casper.look("/cases/" + caseId, "case");
        }
        assertMailsWereCaught();
    }

    private static void refuseWhatIsNoSpreadsheet(Desk casper, Path files) throws IOException {
        casper.upload(Files.writeString(files.resolve("residents.xlsx"), "BSN;VOORLETTERS"));
        assertThat(casper.page().getByRole(AriaRole.ALERT)).containsText("geen leesbaar Excel-bestand");
    }

    private static void showMistakes(Desk casper, Path files) throws IOException {
        Page page = casper.page();
        Path wrong = SampleResidents.writeTo(files.resolve("met-fouten.xlsx"), RESIDENTS);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(wrong)));
                FileOutputStream out = new FileOutputStream(wrong.toFile())) {
            workbook.getSheetAt(0).getRow(3).getCell(0).setCellValue("123456789");
            workbook.write(out);
        }
        casper.upload(wrong);
        assertThat(page.locator("td.cell-danger")).containsText("123456789");
        assertThat(page.getByText("Rij 4, BSN:")).isVisible();
        assertThat(page.getByText("Maak 10 dossiers aan")).hasCount(0);
        casper.look("rejected");
        casper.link("Probeer opnieuw").click();
        assertThat(page).hasURL(application.address("/re-examinations/new").toString());
    }

    private static String uploadAndCreate(Desk casper, Path files) throws IOException {
        Page page = casper.page();
        casper.upload(SampleResidents.writeTo(files.resolve("goed.xlsx"), RESIDENTS));
        casper.look("checked");
        page.getByLabel("Ik ga akkoord met de inhoud van dit bestand").check();
        casper.press("Maak 10 dossiers aan");
        assertThat(page.getByText("Er zijn 10 dossiers aangemaakt.")).isVisible();
        casper.look("created");
        String address = page.url();
        // The same file again is the same batch.
        casper.upload(files.resolve("goed.xlsx"));
        assertThat(page).hasURL(address);
        assertThat(page.getByText("Dit bestand was al geüpload.")).isVisible();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void dispatch(Desk casper, String batch) {
        Page page = casper.page();
        casper.link("Ga verder").click();
        assertThat(page.getByText("Samen 8 mails en 4 brieven.")).isVisible();
        Locator letter = page.locator(".letter-preview img");
        assertThat(letter).isVisible();
        await().until(() -> letter.evaluate("image => image.complete && image.naturalWidth > 0")
                .equals(true));
        casper.look("communication");
        page.getByLabel("Ik ga akkoord met de aantallen").check();
        casper.press("Akkoord en verzend");
        assertThat(page.getByText("10 inwoners zijn uitgenodigd.")).isVisible();
        casper.look("dispatched");
        // Going back and agreeing once more sends nothing twice.
        casper.go("/re-examinations/" + batch + "/communication");
        assertThat(page.getByText("10 inwoners zijn uitgenodigd.")).isVisible();
    }

    private static void assertLetters(ApiClient api, String batch) throws Exception {
        String letters = "/api/v1/re-examination-batches/" + batch + "/letters";
        try (PDDocument volume = Loader.loadPDF(api.download(letters + ".pdf?volume=1"))) {
            String text = new PDFTextStripper().getText(volume);
            for (int lettered : List.of(3, 4, 8, 9)) {
                Map<String, String> resident = SampleResidents.resident(lettered);
                assertThat(text).contains(resident.get("ACHTERNAAM"), resident.get("POSTCODE"));
            }
            assertThat(volume.getNumberOfPages())
                    .as("each letter on a new sheet")
                    .isEqualTo(8);
        }
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(api.download(letters + ".zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).hasSize(4).allMatch(name -> name.matches("HO-\\d\\d-\\d{7}\\.pdf"));
    }

    private static void assess(Desk casper, String number) {
        Page page = casper.page();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> casper.go("/tasks").getByText(number).count() > 0);
        casper.look("tasks");
        page.locator("tr", new Page.LocatorOptions().setHasText(number))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(page.getByText("1.250,00").first()).isVisible();
        casper.look("task");
        page.locator("input[name=outcome][value=continue]").check();
        casper.press("Rond de taak af");
        assertThat(page).hasURL(application.address("/tasks").toString());
    }

    private static void assertMailsWereCaught() throws IOException {
        try (Desk beheer = Desk.of(application, home, "beheer")) {
            Page page = beheer.go("/operations/mail-catcher");
            assertThat(page.getByText("inwoner1@example.org").first()).isVisible();
            assertThat(page.getByText("De uitnodigingen voor het heronderzoek zijn klaar"))
                    .isVisible();
            beheer.look("mail-catcher");
        }
    }
}
