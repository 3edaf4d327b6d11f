package io.traject.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.traject.testing.ApiClient;
import io.traject.testing.RunningApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Somebody adds an employer, leaves it, is reminded of it, completes it and gives it its place (A13). */
class EmployerRegistrationStoryTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String NAME = "Bakkerij Jansen";

    @TempDir
    static Path home;

    @Test
    void shouldLeadFromADraftToAPublishedEmployer() throws Exception {
        RunningApplication application = start();
        addForLater(application);
        ApiClient api = ApiClient.signIn(application::address, home);
        String other = api.post("/api/v1/employers", "{\"name\":\"Van der Berg\",\"country\":\"BE\"}")
                .get("id")
                .asString();
        // Killed between the commit of the draft and the command to the engine.
        application.kill();

        application = start();
        api = api.at(application::address);
        awaitTasks(api, "complete-registration", 2);
        rest(api);
        try (Desk fatima = Desk.of(application, home, "fatima")) {
            complete(fatima);
            publish(fatima);
            cancel(fatima);
        }
        ApiClient afterwards = api;
        await().atMost(LIMIT).until(() -> tasks(afterwards).isEmpty());
        assertThat(api.get("/api/v1/employers/" + other).get("state").asString())
                .isEqualTo("cancelled");
        assertMailsWereCaught(application);
        application.close();
    }

    private static RunningApplication start() {
        return RunningApplication.start(home, Map.of("TRAJECT_DEMO", "true", "TRAJECT_REHEARSAL", "true"))
                .awaitReady();
    }

    private static void addForLater(RunningApplication application) throws Exception {
        try (Desk fatima = Desk.of(application, home, "fatima")) {
            Page page = fatima.go("/employers/new");
            fatima.press("Opslaan voor later");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Vul een naam in");
            fatima.look("employer-new");
            page.getByLabel("Naam").fill(NAME);
            fatima.press("Opslaan voor later");
            assertThat(page.getByText(NAME + " is toegevoegd als concept.")).isVisible();
            assertThat(page.getByText("Fatima Yildiz").first()).isVisible();
            fatima.look("employer-drafts");
        }
    }

    /** Nobody works on them for two weeks, and for two more. */
    private static void rest(ApiClient api) throws Exception {
        for (int reminder = 1; reminder <= 2; reminder++) {
            JsonNode moved = api.post("/api/v1/rehearsal/clock", "{\"advance\":\"P15D\"}");
            assertThat(moved.get("fellDue").valueStream())
                    .filteredOn(due -> due.get("name").asString().equals("employer-registration.AwaitRest"))
                    .isNotEmpty();
        }
    }

    private static void complete(Desk fatima) {
        Page page = fatima.go("/tasks");
        fatima.look("employer-tasks");
        page.locator("tr", new Page.LocatorOptions().setHasText(NAME))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(page.getByText("E-mailadres: vul dit in")).isVisible();
        page.getByLabel("KvK-nummer").fill("1234 5678");
        page.locator("#email").fill("info@jansen");
        fatima.press("Opslaan");
        assertThat(page.getByText("E-mailadres: dit klopt niet")).isVisible();
        fatima.look("employer-incomplete");
        page.locator("#visitingStreet").fill("Dorpsstraat");
        page.locator("#visitingHouseNumber").fill("12 a");
        page.locator("#visitingPostcode").fill("1234ab");
        page.locator("#visitingCity").fill("Waterdam");
        page.locator("#email").fill("info@jansen.example");
        fatima.press("Opslaan");
        assertThat(page.getByText("De registratie is volledig.").first()).isVisible();
        fatima.look("employer-complete");
    }

    private static void publish(Desk fatima) {
        Page page = fatima.page();
        fatima.link("Publiceren").click();
        assertThat(page.getByText("De werkgever krijgt een welkomstmail")).isVisible();
        fatima.look("employer-publication");
        fatima.press("Publiceren");
        assertThat(page.getByText(NAME + " is gepubliceerd.")).isVisible();
        fatima.look("employer-published");
    }

    private static void cancel(Desk fatima) {
        Page page = fatima.go("/employers/drafts");
        assertThat(page.getByText(NAME)).hasCount(0);
        fatima.link("Annuleren: Van der Berg").click();
        fatima.look("employer-cancellation");
        fatima.press("Deze werkgever annuleren");
        assertThat(page.getByText("Van der Berg is geannuleerd.")).isVisible();
    }

    private static void assertMailsWereCaught(RunningApplication application) throws Exception {
        try (Desk beheer = Desk.of(application, home, "beheer")) {
            Page page = beheer.go("/operations/mail-catcher");
            assertThat(page.getByText("Wacht nog op u: de registratie van " + NAME))
                    .hasCount(2);
            await().atMost(LIMIT)
                    .until(() -> beheer.go("/operations/mail-catcher")
                                    .getByText("info@jansen.example")
                                    .count()
                            == 1);
            assertThat(page.getByText("Welkom bij").first()).isVisible();
        }
    }

    private static void awaitTasks(ApiClient api, String type, int count) {
        await().atMost(LIMIT)
                .until(() -> tasks(api).stream()
                                .filter(task -> task.get("type").asString().equals(type))
                                .count()
                        == count);
    }

    private static List<JsonNode> tasks(ApiClient api) throws Exception {
        return api.get("/api/v1/tasks").get("items").valueStream().toList();
    }
}
