package io.traject.tasks;

import static io.traject.testing.RestCaller.json;
import static io.traject.testing.TestBrowser.assertAccessible;
import static io.traject.testing.TestBrowser.shoot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.communication.InstallStandardTemplates;
import io.traject.testing.RestCaller;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The pages of cases and tasks in a real browser, wide and narrow. */
@TrajectTest
class CaseAndTaskPagesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @TempDir
    Path folder;

    @Test
    void shouldBeAccessibleAndFitTheScreen() throws Exception {
        UUID municipality = cases.municipality();
        SystemActor.run(() -> installStandardTemplates.install(municipality));
        RestCaller caller = new RestCaller(
                port,
                accounts.accessToken(
                        municipality,
                        Permission.CASES_VIEW,
                        Permission.CASES_EDIT,
                        Permission.TASKS_WORK,
                        Permission.RE_EXAMINATION_RUN));
        String batch = aBatch(caller);
        String about = json(caller.get("/api/v1/cases?batch=" + batch))
                .at("/items/0/id")
                .asString();
        caller.upload(
                "/api/v1/cases/" + about + "/supplied-data",
                "files",
                "Loonstrook mei.pdf",
                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                "data",
                RestCaller.json(Map.of("income", 1200, "remark", "Verhuisd op 1 mei.\nZie de loonstrook.")));
        String task = await().atMost(PATIENCE)
                .until(() -> json(caller.get("/api/v1/tasks")).at("/items/0/id").asString(""), id -> !id.isEmpty());
        TestUser user = accounts.user(StandardRole.CASE_WORKER, municipality);
        Map<String, String> pages = Map.of(
                "cases",
                "/cases",
                "cases-of-batch",
                "/cases?batch=" + batch + "&q=v",
                "cases-none",
                "/cases?q=nobody",
                "case",
                "/cases/" + about,
                "case-cancellation",
                "/cases/" + about + "/cancellation",
                "case-supply",
                "/cases/" + about + "/supplied-data",
                "tasks",
                "/tasks",
                "tasks-mine",
                "/tasks?of=mine",
                "task",
                "/tasks/" + task,
                "dashboard",
                "/");

        for (int width : List.of(1280, 390)) {
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = visitor.newPage();
                signIn(page, user);
                pages.forEach((name, path) -> {
                    page.navigate("http://localhost:" + port + path);
                    shoot(page, name + "-" + width);
                    assertAccessible(page);
                });
            }
        }
    }

    @Test
    void shouldAskForADateOnlyWhereAnOutcomeNeedsOne() {
        UUID municipality = cases.municipality();
        var about = cases.open(
                municipality, "A. de Vries", UUID.randomUUID(), Instant.now().minus(Duration.ofHours(1)));
        cases.invite(about.id());
        RestCaller caller = new RestCaller(port, accounts.accessToken(municipality, Permission.TASKS_WORK));
        String task = await().atMost(PATIENCE)
                .until(() -> json(caller.get("/api/v1/tasks")).at("/items/0/id").asString(""), id -> !id.isEmpty());

        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            signIn(page, accounts.user(StandardRole.CASE_WORKER, municipality));
            page.navigate("http://localhost:" + port + "/tasks/" + task);
            assertThat(page.isVisible("#date")).isFalse();
            page.check("input[value=extend]");
            assertThat(page.isVisible("#date")).isTrue();
            page.fill("#date", "2020-01-01");
            page.fill("#remark", "Op vakantie");
            page.click("form.outcomes button[type=submit]");
            assertThat(page.textContent(".error-summary")).contains("toekomst");
            assertThat(page.inputValue("#remark")).isEqualTo("Op vakantie");
            assertThat(page.inputValue("#date")).isEqualTo("2020-01-01");
            shoot(page, "task-refused-1280");
            assertAccessible(page);
            page.fill("#date", "2099-01-01");
            page.click("form.outcomes button[type=submit]");
            assertThat(page.textContent(".flash")).contains("afgerond");
        }
    }

    private void signIn(Page page, TestUser user) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.fill("#username", user.username());
        page.fill("#password", user.password());
        page.click("main button[type=submit]");
    }

    private String aBatch(RestCaller caller) throws Exception {
        Path sheet = SampleResidents.writeTo(folder.resolve("Heronderzoek voorjaar.xlsx"), 12);
        String batches = "/api/v1/re-examination-batches";
        String id = json(caller.upload(batches, "file", sheet.getFileName().toString(), Files.readAllBytes(sheet)))
                .get("id")
                .asString();
        caller.post(batches + "/" + id + "/confirmation", "");
        await().atMost(PATIENCE)
                .until(
                        () -> json(caller.get(batches + "/" + id)),
                        (JsonNode batch) -> batch.get("state").asString().equals("created"));
        return id;
    }
}
