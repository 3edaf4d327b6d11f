package io.traject.organisation;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Re-examination is a product that a municipality has or not (C9). */
@TrajectTest
class ProductsTest {

    @LocalServerPort
    int port;

    @TempDir
    Path files;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    private UUID municipality;
    private TestUser administrator;
    private Browser installation;
    private Browser worker;
    private RestCaller program;

    @BeforeEach
    void signIn() {
        municipality = cases.municipality();
        SystemActor.run(() -> installStandardTemplates.install(municipality));
        administrator = accounts.installationAdministrator();
        installation = new Browser(port).signedIn(administrator);
        worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
        program = new RestCaller(port, accounts.accessToken(municipality, Permission.values()));
    }

    @Test
    void shouldHideThePagesAndRefuseNewBatchesWhileItIsOff() throws Exception {
        byte[] sheet = Files.readAllBytes(SampleResidents.writeTo(files.resolve("a.xlsx"), 3));
        String batch = RestCaller.json(upload(sheet)).get("id").asString();

        turn(false);

        assertThat(worker.get("/").body()).doesNotContain("/re-examinations");
        assertThat(worker.get("/re-examinations").statusCode()).isEqualTo(404);
        assertThat(worker.get("/re-examinations/new").statusCode()).isEqualTo(404);
        assertThat(upload(Files.readAllBytes(SampleResidents.writeTo(files.resolve("b.xlsx"), 4)))
                        .body())
                .contains("urn:traject:problem:product-off");
        HttpResponse<String> confirmed =
                program.post("/api/v1/re-examination-batches/" + batch + "/confirmation", "{}");
        assertThat(confirmed.statusCode()).isEqualTo(409);
        assertThat(RestCaller.problem(confirmed)).isEqualTo("product-off");

        turn(true);

        assertThat(worker.get("/").body()).contains("/re-examinations");
        assertThat(worker.get("/re-examinations/" + batch).statusCode()).isEqualTo(200);
        assertThat(program.post("/api/v1/re-examination-batches/" + batch + "/confirmation", "{}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void shouldLetRunningCasesGoOnAndSayHowMany() {
        var running = cases.open(municipality, "A. Loopt");
        cases.invite(running.id());
        assertThat(installation.get(page()).body()).contains("Eén lopend dossier gaat gewoon door");

        turn(false);

        assertThat(worker.get("/cases/" + running.id()).statusCode()).isEqualTo(200);
        assertThat(program.post("/api/v1/cases/" + running.id() + "/supplied-data", "{\"data\":{\"a\":1}}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldBeSwitchedByTheInstallationsAdministratorOnly() {
        Browser own = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        assertThat(own.get(page()).statusCode()).isEqualTo(403);
        own.get("/cases");
        assertThat(own.post(page() + "/re-examination", "on", "false").statusCode())
                .isEqualTo(403);
        installation.get("/admin/municipalities");
        assertThat(installation.post(page() + "/nothing", "on", "false").statusCode())
                .isEqualTo(404);
        assertThat(installation
                        .post("/admin/municipalities/" + UUID.randomUUID() + "/products/re-examination", "on", "false")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void shouldLookRight(int width) {
        cases.invite(cases.open(municipality, "A. Loopt").id());
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            Page look = visitor.newPage();
            look.navigate("http://localhost:" + port + "/sign-in");
            look.fill("#username", administrator.username());
            look.fill("#password", administrator.password());
            look.click("main button[type=submit]");
            look.navigate("http://localhost:" + port + page());
            TestBrowser.assertAccessible(look);
            TestBrowser.shoot(look, "products-" + width);
        }
    }

    private void turn(boolean on) {
        installation.get(page());
        assertThat(Browser.location(installation.post(page() + "/re-examination", "on", Boolean.toString(on))))
                .isEqualTo(page());
    }

    private HttpResponse<String> upload(byte[] sheet) {
        return program.upload("/api/v1/re-examination-batches", "file", "a.xlsx", sheet);
    }

    private String page() {
        return "/admin/municipalities/" + municipality + "/products";
    }
}
