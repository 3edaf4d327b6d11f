package io.traject.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.traject.organisation.imports.TestWorkbook.aWorkbook;
import static io.traject.testing.TestBrowser.assertAccessible;
import static io.traject.testing.TestBrowser.shoot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An administrator who brings an organisation from a spreadsheet, on pages and over REST. */
@TrajectTest
class ImportStoryTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String IMPORTS = "/api/v1/organisation-imports";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    private UUID provider;
    private UUID ovens;

    @BeforeEach
    void open() {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij Korenbloem");
        UUID utrecht = employees.node(NodeKind.ESTABLISHMENT, bakery, "Utrecht");
        ovens = employees.node(NodeKind.DEPARTMENT, utrecht, "Ovens");
    }

    private static byte[] file(String name) {
        var workbook = aWorkbook()
                .part("Bakkerij Korenbloem", "AFDELING", "Utrecht", "Winkel", "40")
                .part("Bakkerij Korenbloem", "KAMER", "", "Zolder", "")
                .employee("Bakkerij Korenbloem", "1", "VOORLETTERS", "", "ACHTERNAAM", name, "ONDERDEEL", "40")
                .employee("Bakkerij Korenbloem", "2", "BSN", "123456789", "EMAIL_WERK", "an");
        IntStream.range(10, 40)
                .forEach(number -> workbook.employee(
                        "Bakkerij Korenbloem",
                        Integer.toString(number),
                        "ACHTERNAAM",
                        "<b>Visser</b>",
                        "ONDERDEEL",
                        "Utrecht > Ovens",
                        "FUNCTIE",
                        "Bakker",
                        "IN_DIENST",
                        "01-03-2024"));
        return workbook.bytes();
    }

    @Test
    void shouldShowWhatWouldHappenAndThenDoIt() throws Exception {
        TestUser user = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider);
        for (int width : List.of(1280, 390)) {
            String number = "1";
            if (width == 1280) {
                employees.add(ovens, number, "Jansen");
            }
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = signedIn(visitor, user);
                page.navigate(at("/employees"));
                page.locator("main")
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Importeren"))
                        .click();
                look(page, "import-list-" + width);
                page.navigate(at("/organisation/imports/new"));
                look(page, "import-new-" + width);
                Download template = page.waitForDownload(() -> page.getByRole(
                                AriaRole.LINK, new Page.GetByRoleOptions().setName("XLSX-sjabloon downloaden"))
                        .click());
                try (XSSFWorkbook workbook = new XSSFWorkbook(template.createReadStream())) {
                    Assertions.assertThat(workbook.getSheet("Medewerkers")
                                    .getRow(0)
                                    .getCell(1)
                                    .getStringCellValue())
                            .isEqualTo("PERSONEELSNUMMER");
                }
                page.locator("input[type=file]")
                        .setInputFiles(new FilePayload("organisatie.xlsx", XLSX, file("Bakker" + width)));
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Uploaden en controleren"))
                        .click();
                assertThat(page.locator("body")).containsText("Wat er gaat gebeuren");
                assertThat(page.locator("body")).containsText("<b>Visser</b>");
                assertThat(page.locator("body")).containsText("C3 BSN");
                look(page, "import-preview-" + width);
                page.getByLabel("Toon", new Page.GetByLabelOptions().setExact(true))
                        .selectOption("refused");
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter"))
                        .first()
                        .click();
                look(page, "import-refused-" + width);
                Download report = page.waitForDownload(() -> page.getByRole(
                                AriaRole.LINK, new Page.GetByRoleOptions().setName("Download wat er mis is"))
                        .click());
                try (XSSFWorkbook workbook = new XSSFWorkbook(report.createReadStream())) {
                    Assertions.assertThat(workbook.getSheetAt(0).getLastRowNum())
                            .isEqualTo(3);
                }
                String preview = page.url();
                page.navigate(preview.replaceFirst("\\?.*", "") + "/cancellation");
                look(page, "import-cancel-" + width);
                page.navigate(preview);
                page.locator("input[name=agreed]").check();
                page.locator("form.agreement button").click();
                assertThat(page.locator("body")).containsText("zijn verwerkt");
                look(page, "import-result-" + width);
            }
        }
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider));
            page.navigate(at("/organisation/imports"));
            assertThat(page.locator("tbody tr")).hasCount(2);
            page.navigate(at("/organisation"));
            assertThat(page.locator("main").getByText("Importeren")).isVisible();
        }
    }

    @Test
    void shouldShowWhyAFileCannotBeImported() {
        try (BrowserContext visitor = TestBrowser.visitor(390, ColorScheme.DARK)) {
            Page page = signedIn(visitor, accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider));
            page.navigate(at("/organisation/imports/new"));
            page.locator("input[type=file]").setInputFiles(new FilePayload("a.xlsx", XLSX, new byte[] {1, 2, 3}));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Uploaden en controleren"))
                    .click();
            assertThat(page.locator("body")).containsText("Dit is geen Excel-bestand");
            look(page, "import-unreadable-390");
        }
    }

    @Test
    void shouldBeDoneOverRestToo() {
        RestCaller caller = new RestCaller(port, accounts.accessToken(provider, Permission.values()));
        employees.add(ovens, "1", "Jansen");
        JsonNode uploaded = RestCaller.json(caller.upload(IMPORTS, "file", "a.xlsx", file("Bakker")));
        String path = IMPORTS + "/" + uploaded.get("id").asString();
        await(caller, path, "checked");
        JsonNode rows = RestCaller.json(caller.get(path + "/rows?what=moved"));
        Assertions.assertThat(rows.at("/items/0/changes/0/field").asString()).isEqualTo("lastName");
        Assertions.assertThat(rows.at("/items/0/changes/0/from").asString()).isEqualTo("Jansen");
        Assertions.assertThat(RestCaller.json(caller.get(path + "/rows?what=refused"))
                        .at("/items/1/problems/0/code")
                        .asString())
                .isNotEmpty();
        Assertions.assertThat(caller.get(path + "/rows?what=x").statusCode()).isEqualTo(400);
        Assertions.assertThat(caller.post(path + "/confirmation", "{}").statusCode())
                .isEqualTo(202);
        Assertions.assertThat(caller.post(path + "/confirmation", "{}").statusCode())
                .isEqualTo(202);
        await(caller, path, "done");
        Assertions.assertThat(RestCaller.problem(caller.delete(path))).isEqualTo("import-begun");
        Assertions.assertThat(RestCaller.json(caller.get(path + "/rows?what=added"))
                        .at("/items/1/resultId")
                        .asString())
                .isNotEmpty();
        String other = RestCaller.json(caller.upload(IMPORTS, "file", "a.xlsx", file("Anders")))
                .get("id")
                .asString();
        Assertions.assertThat(caller.delete(IMPORTS + "/" + other).statusCode()).isEqualTo(204);
        Assertions.assertThat(RestCaller.json(caller.get(IMPORTS)).get("total").asInt())
                .isEqualTo(2);
        Assertions.assertThat(caller.get("/v3/api-docs").body()).contains(IMPORTS);
    }

    private static void await(RestCaller caller, String path, String state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> RestCaller.json(caller.get(path))
                        .get("state")
                        .asString()
                        .equals(state));
    }

    private static void look(Page page, String name) {
        shoot(page, name);
        assertAccessible(page);
    }

    private Page signedIn(BrowserContext visitor, TestUser user) {
        Page page = visitor.newPage();
        page.navigate(at("/sign-in"));
        page.locator("input[name=username]").fill(user.username());
        page.locator("input[name=password]").fill(user.password());
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(at("/"));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
