package io.traject.reexamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.communication.InstallStandardTemplates;
import io.traject.communication.TemplateKind;
import io.traject.kernel.Language;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Without a template for the invitations an upload can't be completed (C2). */
@TrajectTest
class UploadWithoutTemplatesTest {

    private static final String API = "/api/v1/re-examination-batches";
    private static final String BUTTON = "href=\"/communication/templates\">Naar templatebeheer";
    private static final String AGREEMENT = "name=\"agreed\"";

    @LocalServerPort
    int port;

    @TempDir
    Path files;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases municipalities;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @Autowired
    JdbcClient database;

    private UUID municipality;
    private TestUser worker;
    private Browser browser;
    private RestCaller program;

    @BeforeEach
    void aMunicipalityWithoutTemplates() {
        municipality = municipalities.municipality();
        worker = accounts.user(StandardRole.CASE_WORKER, municipality);
        browser = new Browser(port).signedIn(worker);
        program = new RestCaller(port, accounts.accessToken(municipality, Permission.RE_EXAMINATION_RUN));
    }

    @Test
    void shouldRefuseToCreateCasesUntilTheTemplatesAreThere() throws Exception {
        String batch = upload(5);
        String page = "/re-examinations/" + batch;

        assertThat(browser.get("/re-examinations/new").body())
                .contains("Er is nog geen sjabloon voor de uitnodiging", "Uitnodiging per brief", BUTTON);
        assertThat(browser.get(page).body())
                .contains("Uitnodiging per e-mail", "Uitnodiging per brief", "opnieuw uploaden hoeft niet", BUTTON)
                .doesNotContain(AGREEMENT);
        browser.post(page + "/confirmation", "agreed", "true");
        HttpResponse<String> refused = program.post(API + "/" + batch + "/confirmation", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(RestCaller.problem(refused)).isEqualTo("template-missing");
        assertThat(state(batch)).isEqualTo("checked");

        install(TemplateKind.INVITATION_MAIL);
        install(TemplateKind.INVITATION_LETTER);

        assertThat(browser.get("/re-examinations/new").body()).doesNotContain(BUTTON);
        assertThat(browser.get(page).body()).contains(AGREEMENT).doesNotContain(BUTTON);
        browser.post(page + "/confirmation", "agreed", "true");
        await().atMost(Duration.ofMinutes(2)).until(() -> state(batch).equals("created"));
    }

    /** The first three residents of the sample want mail. */
    @Test
    void shouldAskForNoOtherTemplatesThanTheBatchNeeds() throws Exception {
        String batch = upload(3);
        install(TemplateKind.INVITATION_LETTER);
        assertThat(browser.get("/re-examinations/" + batch).body())
                .contains("Uitnodiging per e-mail", BUTTON)
                .doesNotContain("Uitnodiging per brief", AGREEMENT);

        database.sql("delete from communication_template_version where template_id in"
                        + " (select id from communication_template where municipality_id = ?)")
                .param(municipality)
                .update();
        database.sql("delete from communication_template where municipality_id = ?")
                .param(municipality)
                .update();
        install(TemplateKind.INVITATION_MAIL);

        assertThat(browser.get("/re-examinations/new").body()).contains("Uitnodiging per brief", BUTTON);
        assertThat(browser.get("/re-examinations/" + batch).body())
                .contains(AGREEMENT)
                .doesNotContain(BUTTON);
        assertThat(program.post(API + "/" + batch + "/confirmation", "{}").statusCode())
                .isEqualTo(202);
    }

    @Test
    void shouldTellWhomToAskToWhoMayNotWriteTemplates() throws Exception {
        String batch = upload(3);
        UUID role = accounts.role(municipality, StandardRole.CASE_WORKER);
        database.sql("update access_role set edited = true where id = ?")
                .param(role)
                .update();
        database.sql("delete from access_role_permission where role_id = ?")
                .param(role)
                .update();
        database.sql("insert into access_role_permission (role_id, permission) values (?, 'RE_EXAMINATION_RUN')")
                .param(role)
                .update();
        Browser without = new Browser(port).signedIn(worker);

        for (String page : List.of("/re-examinations/new", "/re-examinations/" + batch)) {
            assertThat(without.get(page).body())
                    .contains("Er is nog geen sjabloon voor de uitnodiging", "Vraag het uw functioneel beheerder")
                    .doesNotContain("/communication/templates", AGREEMENT);
        }
    }

    @Test
    void shouldBeAccessibleAndFitTheScreen() throws Exception {
        String batch = upload(5);
        for (int width : List.of(1280, 390)) {
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = visitor.newPage();
                page.navigate("http://localhost:" + port + "/sign-in");
                page.fill("#username", worker.username());
                page.fill("#password", worker.password());
                page.click("main button[type=submit]");
                page.navigate("http://localhost:" + port + "/re-examinations/" + batch);
                TestBrowser.assertAccessible(page);
                TestBrowser.shoot(page, "check-without-templates-" + width);
            }
        }
    }

    private String upload(int residents) throws Exception {
        byte[] sheet = Files.readAllBytes(SampleResidents.writeTo(files.resolve("a.xlsx"), residents));
        return RestCaller.json(program.upload(API, "file", "a.xlsx", sheet))
                .get("id")
                .asString();
    }

    private String state(String batch) {
        return RestCaller.json(program.get(API + "/" + batch)).get("state").asString();
    }

    private void install(TemplateKind kind) {
        SystemActor.run(() -> installStandardTemplates.install(municipality, kind, Language.NL));
    }
}
