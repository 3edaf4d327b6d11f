package io.traject.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.traject.kernel.BusinessTime;
import io.traject.testing.ApiClient;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens to ten residents in the fifteen days after their invitation, on a clock that is moved. */
class FifteenDaysStoryTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern SUPPLY_LINK = Pattern.compile("/supply/[A-Za-z0-9_-]+");

    /** Of the ten, these want letters only; the others are mailed. */
    private static final int LETTERED = 2;

    private static final int RESIDENTS = 10;
    private static final int DAYS_TO_THE_FINAL_DATE = 14;

    @TempDir
    static Path home;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(home, Map.of("TRAJECT_DEMO", "true", "TRAJECT_REHEARSAL", "true"))
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void shouldRemindWhoIsSilentAndAskWhatToDoInTheEnd(@TempDir Path files) throws Exception {
        try (Desk casper = Desk.of(application, home, "casper");
                Desk fatima = Desk.of(application, home, "fatima");
                Desk beheer = Desk.of(application, home, "beheer")) {
            String batch = invite(casper, files);
            ApiClient api = ApiClient.signIn(application::address, home);

            move(beheer, "5 dagen verder");
            assertThat(reminders(api, batch)).isEqualTo(Map.of(0, LETTERED, 1, RESIDENTS - LETTERED));
            casper.look("/cases/" + caseNamed(api, batch, "A.A. Voorbeeld"), "reminded");

            supplyByLink(linkOfTheNewestMail(beheer));

            move(beheer, "5 dagen verder");
            assertThat(reminders(api, batch)).isEqualTo(Map.of(0, LETTERED, 1, 1, 2, RESIDENTS - LETTERED - 1));

            switchRemindersOff(fatima);
            move(beheer, "5 dagen verder");
            assertThat(reminders(api, batch)).isEqualTo(Map.of(0, LETTERED, 1, 1, 2, RESIDENTS - LETTERED - 1));

            decide(casper, api, batch);
        }
    }

    private static String invite(Desk casper, Path files) throws IOException {
        LocalDate finalDate = LocalDate.now(BusinessTime.ZONE).plusDays(DAYS_TO_THE_FINAL_DATE);
        Page page = casper.page();
        casper.upload(SampleResidents.writeTo(files.resolve("inwoners.xlsx"), RESIDENTS, finalDate));
        page.getByLabel("Ik ga akkoord met de inhoud van dit bestand").check();
        casper.press("Maak 10 dossiers aan");
        assertThat(page.getByText("Er zijn 10 dossiers aangemaakt.")).isVisible();
        String batch = page.url().substring(page.url().lastIndexOf('/') + 1);
        casper.link("Ga verder").click();
        page.getByLabel("Ik ga akkoord met de aantallen").check();
        casper.press("Akkoord en verzend");
        assertThat(page.getByText("10 inwoners zijn uitgenodigd.")).isVisible();
        return batch;
    }

    /** By the buttons that stand on every page of a rehearsal. */
    private static void move(Desk beheer, String button) {
        beheer.go("/");
        beheer.press(button);
        beheer.page().locator("#fell-due").waitFor(new WaitForOptions().setTimeout(LIMIT.toMillis()));
        assertThat(beheer.page().getByText("De klok is niet zo ver verzet als gevraagd"))
                .hasCount(0);
        beheer.look("clock-moved");
    }

    /** How many residents got how many reminders, as their files say. */
    private static Map<Integer, Integer> reminders(ApiClient api, String batch) throws Exception {
        Map<Integer, Integer> residents = new TreeMap<>();
        for (JsonNode one : cases(api, batch)) {
            JsonNode communications = api.get("/api/v1/cases/" + one.get("id").asString() + "/communications");
            int reminders = (int) stream(communications)
                    .filter(sent -> sent.get("kind").asString().equals("reminder-mail"))
                    .filter(sent -> sent.get("state").asString().equals("sent"))
                    .count();
            residents.merge(reminders, 1, Integer::sum);
        }
        return residents;
    }

    private static String linkOfTheNewestMail(Desk beheer) {
        Page page = beheer.go("/operations/mail-catcher");
        page.locator("tbody tr a").first().click();
        page.waitForLoadState();
        Matcher link = SUPPLY_LINK.matcher(page.locator(".mail-text").innerText());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static void supplyByLink(String link) {
        try (Desk resident = Desk.onAPhone(application)) {
            Page page = resident.go(link);
            resident.look("supply");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "loonstrook.pdf",
                            "application/pdf",
                            "%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
                                    .getBytes(StandardCharsets.ISO_8859_1)));
            page.locator("textarea[name=remark]").fill("Ik werk sinds mei 20 uur.");
            page.locator("button[type=submit].button-primary").click();
            assertThat(page.getByText("loonstrook")).hasCount(0);
            assertThat(page.locator("dl.key-values")).isVisible();
            resident.look("supply-receipt");

            assertThat(resident.go(link).locator("input[type=file]")).hasCount(0);
            resident.look("supply-ended");
        }
    }

    private static void switchRemindersOff(Desk fatima) {
        fatima.go("/admin/general");
        fatima.look("general");
        fatima.press("Zet herinneringen uit");
        assertThat(fatima.page().getByText("Herinneringen staan uit.")).isVisible();
    }

    /** The final date has passed: everybody who was silent is on the list, those with letters too. */
    private static void decide(Desk casper, ApiClient api, String batch) throws Exception {
        await().atMost(LIMIT)
                .until(() -> openTasks(api, "follow-up-missing-data").size() == RESIDENTS - 1
                        && openTasks(api, "assess-supplied-data").size() == 1);
        casper.look("/tasks", "after-the-final-date");
        List<JsonNode> silent = openTasks(api, "follow-up-missing-data");

        follow(casper, silent.get(0), "extend", LocalDate.now(BusinessTime.ZONE).plusDays(60));
        follow(casper, silent.get(1), "letter", LocalDate.now(BusinessTime.ZONE).plusDays(60));
        follow(casper, silent.get(2), "close", null);

        String written = silent.get(1).get("caseId").asString();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(stream(api.get("/api/v1/cases/" + written + "/communications")))
                        .anyMatch(sent -> sent.get("kind").asString().equals("follow-up-letter")));
        casper.look("/cases/" + written, "follow-up-letter");

        String closed = silent.get(2).get("caseId").asString();
        await().atMost(LIMIT).until(() -> state(api, closed).equals("closed"));
        casper.go("/cases/" + closed + "/reopening");
        casper.look("reopening");
        casper.press("Heropen dit dossier");
        await().atMost(LIMIT)
                .until(() -> openTasks(api, "assess-supplied-data").stream()
                        .anyMatch(task -> task.get("caseId").asString().equals(closed)));
        assertThat(state(api, closed)).isEqualTo("open");
        assertThat(cases(api, batch)).hasSize(RESIDENTS);
    }

    private static void follow(Desk casper, JsonNode task, String outcome, LocalDate date) {
        Page page = casper.go("/tasks/" + task.get("id").asString());
        page.locator("input[name=outcome][value=" + outcome + "]").check();
        if (date != null) {
            page.locator("input[name=date]").fill(date.toString());
        }
        casper.look("follow-up-" + outcome);
        casper.press("Rond de taak af");
        // To the list, or to the case where the letter is.
        page.waitForURL(address -> !address.contains(task.get("id").asString()));
    }

    private static List<JsonNode> openTasks(ApiClient api, String type) throws Exception {
        return stream(api.get("/api/v1/tasks?size=100").get("items"))
                .filter(task -> task.get("type").asString().equals(type))
                .filter(task -> task.get("state").asString().equals("open"))
                .toList();
    }

    private static List<JsonNode> cases(ApiClient api, String batch) throws Exception {
        return stream(api.get("/api/v1/cases?batch=" + batch).get("items")).toList();
    }

    private static String caseNamed(ApiClient api, String batch, String subject) throws Exception {
        return cases(api, batch).stream()
                .filter(one -> one.get("subject").asString().equals(subject))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String state(ApiClient api, String caseId) throws Exception {
        return api.get("/api/v1/cases/" + caseId).get("state").asString();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return (list.has("items") ? list.get("items") : list).valueStream();
    }
}
