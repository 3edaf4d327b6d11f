package io.traject.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.testing.ApiClient;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestBrowser;
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
import tools.jackson.databind.json.JsonMapper;

/** A case worker turns a spreadsheet into cases, mails and letters, and decides on what comes back. */
class ReExaminationStoryTest {

    private static final int RESIDENTS = 10;
    private static final double PATIENCE = 60_000;

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
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.setDefaultTimeout(PATIENCE);
            signIn(page, "casper");

            refuseWhatIsNoSpreadsheet(page, files);
            showMistakes(page, files);
            String batch = uploadAndCreate(page, files);
            dispatch(page, batch);

            ApiClient api = ApiClient.signIn(application::address, home);
            assertLetters(api, batch);
            JsonNode invited = api.get("/api/v1/cases?batch=" + batch + "&sort=number")
                    .get("items")
                    .get(0);
            String caseId = invited.get("id").asString();
            api.post("/api/v1/cases/" + caseId + "/supplied-data", "{\"data\":{\"inkomen\":\"1.250,00\"}}");
            assess(page, invited.get("number").asString());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> api.get("/api/v1/cases/" + caseId)
                            .get("state")
                            .asString()
                            .equals("closed"));
            look(page, "/cases/" + caseId, "case");
        }
        assertMailsWereCaught();
    }

    private static void refuseWhatIsNoSpreadsheet(Page page, Path files) throws IOException {
        Path text = Files.writeString(files.resolve("residents.xlsx"), "BSN;VOORLETTERS");
        upload(page, text);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("geen leesbaar Excel-bestand");
    }

    private static void showMistakes(Page page, Path files) throws IOException {
        Path wrong = SampleResidents.writeTo(files.resolve("met-fouten.xlsx"), RESIDENTS);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(wrong)));
                FileOutputStream out = new FileOutputStream(wrong.toFile())) {
            workbook.getSheetAt(0).getRow(3).getCell(0).setCellValue("123456789");
            workbook.write(out);
        }
        upload(page, wrong);
        assertThat(page.locator("td.cell-danger")).containsText("123456789");
        assertThat(page.getByText("Rij 4, BSN:")).isVisible();
        assertThat(page.getByText("Maak 10 dossiers aan")).hasCount(0);
        look(page, "rejected");
        page.getByRole(AriaRole.LINK, named("Probeer opnieuw")).click();
        assertThat(page).hasURL(application.address("/re-examinations/new").toString());
    }

    private static String uploadAndCreate(Page page, Path files) throws IOException {
        upload(page, SampleResidents.writeTo(files.resolve("goed.xlsx"), RESIDENTS));
        look(page, "checked");
        page.getByLabel("Ik ga akkoord met de inhoud van dit bestand").check();
        page.getByRole(AriaRole.BUTTON, named("Maak 10 dossiers aan")).click();
        assertThat(page.getByText("Er zijn 10 dossiers aangemaakt.")).isVisible();
        look(page, "created");
        String address = page.url();
        // The same file again is the same batch.
        upload(page, files.resolve("goed.xlsx"));
        assertThat(page).hasURL(address);
        assertThat(page.getByText("Dit bestand was al geüpload.")).isVisible();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void dispatch(Page page, String batch) {
        page.getByRole(AriaRole.LINK, named("Ga verder")).click();
        assertThat(page.getByText("Samen 8 mails en 4 brieven.")).isVisible();
        Locator letter = page.locator(".letter-preview img");
        assertThat(letter).isVisible();
        await().until(() -> letter.evaluate("image => image.complete && image.naturalWidth > 0")
                .equals(true));
        look(page, "communication");
        page.getByLabel("Ik ga akkoord met de aantallen").check();
        page.getByRole(AriaRole.BUTTON, named("Akkoord en verzend")).click();
        assertThat(page.getByText("10 inwoners zijn uitgenodigd.")).isVisible();
        look(page, "dispatched");
        // Going back and agreeing once more sends nothing twice.
        page.navigate(application
                .address("/re-examinations/" + batch + "/communication")
                .toString());
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

    private static void assess(Page page, String number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            page.navigate(application.address("/tasks").toString());
            return page.getByText(number).count() > 0;
        });
        look(page, "tasks");
        page.locator("tr", new Page.LocatorOptions().setHasText(number))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(page.getByText("1.250,00").first()).isVisible();
        look(page, "task");
        page.locator("input[name=outcome][value=continue]").check();
        page.getByRole(AriaRole.BUTTON, named("Rond de taak af")).click();
        assertThat(page).hasURL(application.address("/tasks").toString());
    }

    private static void assertMailsWereCaught() throws IOException {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.setDefaultTimeout(PATIENCE);
            signIn(page, "beheer");
            page.navigate(application.address("/operations/mail-catcher").toString());
            assertThat(page.getByText("inwoner1@example.org").first()).isVisible();
            assertThat(page.getByText("De uitnodigingen voor het heronderzoek zijn klaar"))
                    .isVisible();
            look(page, "mail-catcher");
        }
    }

    private static void upload(Page page, Path file) {
        page.navigate(application.address("/re-examinations/new").toString());
        page.locator("input[type=file]").setInputFiles(file);
        page.getByRole(AriaRole.BUTTON, named("Upload en ga verder")).click();
        page.waitForLoadState();
    }

    private static void signIn(Page page, String username) throws IOException {
        page.navigate(application.address("/").toString());
        look(page, "sign-in");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password(username));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, named("Dashboard")).first()).isVisible();
        look(page, "dashboard");
    }

    private static String password(String username) throws IOException {
        for (JsonNode user : new JsonMapper()
                .readTree(Files.readString(home.resolve("demo-credentials.json")))
                .get("users")) {
            if (user.get("username").asString().equals(username)) {
                return user.get("password").asString();
            }
        }
        throw new IllegalStateException(username);
    }

    private static void look(Page page, String path, String name) {
        page.navigate(application.address(path).toString());
        look(page, name);
    }

    /** On a desk and on a phone; without anything that axe objects to. */
    private static void look(Page page, String name) {
        TestBrowser.shoot(page, "story-" + name + "-1280");
        TestBrowser.assertAccessible(page);
        page.setViewportSize(390, 844);
        TestBrowser.shoot(page, "story-" + name + "-390");
        TestBrowser.assertAccessible(page);
        page.setViewportSize(1280, 900);
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
