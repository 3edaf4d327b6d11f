package io.traject.triggers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.StandardRole;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.TestTriggerRoom;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Writing triggers without JavaScript: every button sends the whole form, and nothing typed is lost. */
@TrajectTest
class TriggerEditorTest {

    private static final String NEW = "/admin/triggers/new";
    private static final String HOSTILE = "<script>alert(1)</script>\"'{{7*7}}${7*7}__${T(java.lang.Runtime)}__";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    private UUID organisation;
    private TestUser administrator;
    private Browser browser;

    @BeforeEach
    void signIn() {
        organisation = cases.municipality();
        administrator = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation);
        browser = new Browser(port).signedIn(administrator);
        browser.get(NEW);
    }

    @Test
    void shouldOfferOnlyWhatTheEventHas() {
        String body = browser.post(
                        NEW, "do", "look", "name", "Half written", "event", TestTriggerRoom.PINGED, "c.kind", "ANY")
                .body();

        assertThat(body)
                .contains("value=\"Half written\"", "event.kind", "testing-note", "value=\"add-answer:c\"")
                .doesNotContain("event.amount");
        String added = browser.post(NEW, "do", "add:c", "event", "testing.lonely", "c.kind", "ALL")
                .body();
        assertThat(added)
                .doesNotContain("testing-note", "event.kind", "add-answer")
                .contains("name=\"c.0.field\"");
    }

    @Test
    void shouldAskForValuesAsTheTypeOfTheFieldDemands() {
        String body = browser.post(
                        NEW,
                        fields(
                                "look",
                                "c.0.kind",
                                "TEST",
                                "c.0.field",
                                "event.kind",
                                "c.1.kind",
                                "TEST",
                                "c.1.field",
                                "event.amount",
                                "c.1.operator",
                                "AT_LEAST",
                                "c.1.value",
                                "12,5",
                                "c.2.kind",
                                "TEST",
                                "c.2.field",
                                "event.day",
                                "c.2.operator",
                                "BEFORE",
                                "c.3.kind",
                                "TEST",
                                "c.3.field",
                                "testing.place",
                                "c.3.operator",
                                "not:ONE_OF",
                                "c.4.kind",
                                "TEST",
                                "c.4.field",
                                "event.sure",
                                "c.4.operator",
                                "CONTAINS"))
                .body();

        assertThat(body)
                .contains(
                        "<option value=\"a\"",
                        "value=\"12,5\"",
                        "type=\"date\"",
                        "type=\"checkbox\" name=\"c.3.value\"")
                .contains("Zwolle &lt;b&gt;", "value=\"not:ONE_OF\" selected")
                .contains("value=\"BECAME\"");
        assertThat(element(body, "c-4-operator"))
                .contains("value=\"EQUALS\" selected")
                .doesNotContain("CONTAINS");
        assertThat(element(body, "c-1-operator")).doesNotContain("BECAME");
    }

    @Test
    void shouldAddMoveAndTakeOutParts() {
        String[] two = {"c.0.kind", "TEST", "c.0.field", "event.amount", "c.1.kind", "TEST", "c.1.field", "event.day"};

        assertThat(element(browser.post(NEW, fields("down:c.0", two)).body(), "c-1"))
                .contains("value=\"event.amount\" selected");
        assertThat(browser.post(NEW, fields("remove:c.0", two)).body())
                .contains("value=\"event.day\" selected")
                .doesNotContain("value=\"event.amount\" selected", "c.1.field");
        String grouped = browser.post(NEW, fields("add-group:c", two)).body();
        assertThat(grouped).contains("name=\"c.2.kind\"", "name=\"c.2.0.field\"");
        String actions = browser.post(
                        NEW,
                        fields(
                                "add:a",
                                "newAction",
                                "testing-ping",
                                "a.0.kind",
                                "testing-note",
                                "a.0.s.title",
                                "Hello"))
                .body();
        assertThat(actions).contains("name=\"a.1.kind\" value=\"testing-ping\"", "value=\"Hello\"");
        String moved = browser.post(
                        NEW,
                        fields(
                                "up:a.1",
                                "a.0.kind",
                                "testing-note",
                                "a.0.s.title",
                                "Hello",
                                "a.1.kind",
                                "testing-ping"))
                .body();
        assertThat(moved)
                .contains("name=\"a.0.kind\" value=\"testing-ping\"")
                .containsPattern("name=\"a.1.s.title\"[^>]*value=\"Hello\"");
    }

    @Test
    void shouldKeepAndMarkWhatAnotherEventDoesNotHave() {
        String body = browser.post(
                        NEW,
                        "do",
                        "look",
                        "event",
                        TestTriggerRoom.PINGED,
                        "c.kind",
                        "ALL",
                        "c.0.kind",
                        "TEST",
                        "c.0.field",
                        "event.amount",
                        "c.0.operator",
                        "AT_LEAST",
                        "c.0.value",
                        "20",
                        "a.0.kind",
                        "testing-note",
                        "a.0.s.title",
                        "About {{event.day}}")
                .body();

        assertThat(element(body, "c-0")).contains("value=\"event.amount\" selected");
        assertThat(element(body, "c-0-value")).contains("20");
        assertThat(body)
                .contains("Kies een gegeven dat bij deze gebeurtenis hoort.")
                .contains("deze gebeurtenis kent event.day niet");
    }

    @Test
    void shouldChooseQuestionnaireThenQuestionThenOption() {
        String added = browser.post(NEW, fields("add-answer:c")).body();
        assertThat(added).contains("name=\"c.0.questionnaire\"", "value=\"health\"");
        String chosen = browser.post(
                        NEW,
                        fields(
                                "look",
                                "c.0.kind",
                                "TEST",
                                "c.0.source",
                                "answer",
                                "c.0.questionnaire",
                                "health",
                                "c.0.question",
                                ""))
                .body();
        assertThat(element(chosen, "c-0-question")).contains("value=\"smoking\"");
        String question = browser.post(
                        NEW,
                        fields(
                                "look",
                                "c.0.kind",
                                "TEST",
                                "c.0.source",
                                "answer",
                                "c.0.questionnaire",
                                "health",
                                "c.0.question",
                                "smoking",
                                "c.0.operator",
                                "CONTAINS"))
                .body();
        assertThat(element(question, "c-0-value")).contains("value=\"yes\"");
        assertThat(element(question, "c-0-source")).contains("value=\"value\"");
        String value = browser.post(
                        NEW,
                        fields(
                                "look",
                                "c.0.kind",
                                "TEST",
                                "c.0.source",
                                "value",
                                "c.0.questionnaire",
                                "health",
                                "c.0.question",
                                "smoking",
                                "c.0.operator",
                                "CONTAINS"))
                .body();
        assertThat(element(value, "c-0-operator")).contains("AT_LEAST");
        String score = browser.post(NEW, fields("add-score:c")).body();
        assertThat(score).contains("name=\"c.0.source\" value=\"score\"");
    }

    @Test
    void shouldSaveADraftAndSayWhatIsToBeMended() {
        String page = save(
                "Letter",
                "c.0.kind",
                "TEST",
                "c.0.field",
                "event.amount",
                "c.0.operator",
                "AT_LEAST",
                "c.0.value",
                "many");

        assertThat(page).endsWith("/edit");
        String body = browser.get(page).body();
        assertThat(body)
                .contains("Het concept is opgeslagen. 2 punten te herstellen")
                .contains("Dit is geen getal.", "href=\"#c-0\"", "Voeg ten minste één actie toe.", "value=\"many\"");
        assertThat(browser.get("/admin/triggers").body()).contains("Letter", "Concept 1");
    }

    @Test
    void shouldAskForTheNumberOfDaysWhenTimePasses() {
        String chosen = browser.post(NEW, "do", "look", "event", "time.case.openedOn", "c.kind", "ALL")
                .body();
        assertThat(chosen).contains("<optgroup label=\"Tijd die verstrijkt\">");
        assertThat(element(chosen, "c-0")).contains("value=\"event.days\" selected");

        String atLeast = saveTime(14, "AT_LEAST");
        assertThat(browser.get(atLeast).body()).contains("href=\"#c-0\"", "Zeg hoeveel dagen:");

        assertThat(browser.get(saveTime(4000, "EQUALS")).body()).contains("Een geheel aantal dagen van –3650");

        String page = saveTime(-30, "EQUALS");
        assertThat(page).doesNotContain("edit");
        assertThat(browser.get(page).body())
                .contains("30 dagen vóór de dag waarop het dossier is geopend, als")
                .contains("Stand van het dossier is Loopt: Taak toevoegen");
    }

    private String saveTime(int days, String operator) {
        browser.get(NEW);
        return browser.post(
                        NEW,
                        "do",
                        "save",
                        "name",
                        "Time " + days,
                        "event",
                        "time.case.openedOn",
                        "c.kind",
                        "ALL",
                        "c.0.kind",
                        "TEST",
                        "c.0.field",
                        "event.days",
                        "c.0.operator",
                        operator,
                        "c.0.value",
                        Integer.toString(days),
                        "c.1.kind",
                        "TEST",
                        "c.1.field",
                        "case.state",
                        "c.1.operator",
                        "EQUALS",
                        "c.1.value",
                        "OPEN",
                        "a.0.kind",
                        "add-task",
                        "a.0.s.title",
                        "Call")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void shouldSaveWhatIsInOrder() {
        String page = save(
                "Letter",
                "c.0.kind",
                "TEST",
                "c.0.field",
                "event.amount",
                "c.0.operator",
                "AT_LEAST",
                "c.0.value",
                "12,5",
                "a.0.kind",
                "testing-note",
                "a.0.s.title",
                "Call {{event.words}}",
                "a.0.s.aloud",
                "true",
                "a.0.s.voice",
                "high");

        assertThat(page).doesNotContain("edit");
        assertThat(browser.get(page).body())
                .contains("event.amount is ten minste 12,5")
                .contains("Call {{event.words}}", "High", "Test het concept");
    }

    @Test
    void shouldNotKeepWhatHasNoNameOrNoSense() {
        HttpResponse<String> nothing = browser.post(NEW, "do", "save", "from", "2026-02-30", "c.kind", "ALL");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Vul een naam in.", "Kies een gebeurtenis.");
        String turned = browser.post(NEW, fields("save", "name", "Letter", "from", "2026-02-02", "until", "2026-02-01"))
                .body();
        assertThat(turned).contains("De laatste dag ligt vóór de eerste.");
        save("Letter");
        browser.get(NEW);
        assertThat(browser.post(NEW, fields("save", "name", "letter")).body())
                .contains("Er is al een trigger met de naam letter.");
    }

    @Test
    void shouldShowWhatSomebodyElseSavedMeanwhile() {
        String page = save("Letter").replace("/edit", "") + "/edit";
        String version = field(browser.get(page).body(), "version");
        browser.post(page, fields("save", "name", "Theirs", "version", version));

        String body = browser.post(page, fields("save", "name", "Mine", "version", version, "a.0.kind", "testing-ping"))
                .body();

        assertThat(body)
                .contains("Test User heeft dit intussen gewijzigd")
                .contains("<strong>Naam</strong>: nu Theirs; u hebt ingevuld: Mine")
                .contains("<strong>Regel</strong>")
                .contains("value=\"Mine\"", "name=\"a.0.kind\" value=\"testing-ping\"");
        browser.post(page, fields("save", "name", "Mine", "version", field(body, "version")));
        assertThat(browser.get("/admin/triggers").body()).contains("Mine").doesNotContain("Theirs");
    }

    @Test
    void shouldShowHostileTextAsText() {
        List<String> all = new ArrayList<>(List.of(fields(
                "look",
                "name",
                HOSTILE,
                "description",
                HOSTILE,
                "comment",
                HOSTILE,
                "from",
                HOSTILE,
                "until",
                HOSTILE,
                "c.0.kind",
                "TEST",
                "c.0.field",
                HOSTILE,
                "c.0.operator",
                HOSTILE,
                "c.0.value",
                HOSTILE,
                "c.0.search",
                HOSTILE,
                "c.1.kind",
                "TEST",
                "c.1.field",
                "event.words",
                "c.1.operator",
                "ONE_OF",
                "c.1.value",
                HOSTILE,
                "c.2.kind",
                "TEST",
                "c.2.field",
                "testing.place",
                "c.2.operator",
                "EQUALS",
                "c.2.value",
                HOSTILE,
                "c.3.kind",
                "TEST",
                "c.3.source",
                HOSTILE,
                "c.3.questionnaire",
                HOSTILE,
                "c.3.question",
                HOSTILE,
                "c.4.kind",
                "TEST",
                "c.4.source",
                "answer",
                "c.4.questionnaire",
                HOSTILE,
                "c.4.question",
                HOSTILE,
                "a.0.kind",
                HOSTILE,
                "a.0.s.title",
                HOSTILE,
                "a.1.kind",
                "testing-note",
                "a.1.s.title",
                HOSTILE,
                "a.1.s.text",
                HOSTILE,
                "a.1.s.voice",
                HOSTILE,
                "a.1.s.times",
                HOSTILE,
                "a.1.s." + HOSTILE,
                HOSTILE)));
        assertHarmless(browser.post(NEW, all.toArray(String[]::new)));
        all.set(1, "save");
        HttpResponse<String> unstorable = browser.post(NEW, all.toArray(String[]::new));
        assertHarmless(unstorable);
        assertThat(unstorable.body()).contains("Dit is geen datum.");
        all.set(all.indexOf("from") + 1, "");
        all.set(all.indexOf("until") + 1, "");
        HttpResponse<String> saved = browser.post(NEW, all.toArray(String[]::new));
        assertThat(saved.statusCode()).isEqualTo(302);
        String page = Browser.location(saved);
        assertHarmless(browser.get(page));
        assertHarmless(browser.get(page.replace("/edit", "")));
        assertHarmless(browser.get("/admin/triggers"));
        assertHarmless(browser.post(NEW, "do", HOSTILE, "event", HOSTILE, "c.kind", HOSTILE, "newAction", HOSTILE));
        assertHarmless(browser.post(NEW, fields("remove:c.999999999999.1")));
        assertHarmless(browser.post(NEW, fields("up:c")));
    }

    private static void assertHarmless(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(200, 422);
        assertThat(answer.body()).doesNotContain("<script>alert", "__49__").doesNotContain("value=\"49");
    }

    @Test
    void shouldBeForWhoMayWriteTriggersOfTheOwnOrganisation() {
        String page = save("Letter");
        Browser worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, organisation));
        Browser stranger = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, cases.municipality()));
        worker.get("/cases");
        stranger.get("/cases");

        assertThat(worker.get("/").body()).doesNotContain("/admin/triggers");
        assertThat(worker.get("/admin/triggers").statusCode()).isEqualTo(403);
        assertThat(worker.get(NEW).statusCode()).isEqualTo(403);
        assertThat(worker.post(NEW, fields("look")).statusCode()).isEqualTo(403);
        assertThat(worker.get(page).statusCode()).isEqualTo(403);
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page, fields("save", "name", "Mine")).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/admin/triggers").body()).doesNotContain("Letter");
        assertThat(browser.get("/").body()).contains("/admin/triggers");
        browser.forgetCsrf();
        assertThat(browser.post(page, fields("save", "name", "Mine")).statusCode())
                .isEqualTo(403);
    }

    /** @return where it leads */
    private String save(String name, String... more) {
        List<String> all = new ArrayList<>(List.of("name", name));
        all.addAll(List.of(more));
        HttpResponse<String> answer = browser.post(NEW, fields("save", all.toArray(String[]::new)));
        assertThat(answer.statusCode()).isEqualTo(302);
        return Browser.location(answer);
    }

    private static String[] fields(String command, String... more) {
        List<String> all = new ArrayList<>(List.of("do", command, "event", TestTriggerRoom.HAPPENED, "c.kind", "ALL"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String field(String body, String name) {
        Matcher value =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    /** The select, fieldset or text with this id, with what is in it. */
    private static String element(String body, String id) {
        Matcher element = Pattern.compile(
                        "<(select|textarea|fieldset)[^>]*\\bid=\"" + id + "\".*?</\\1>", Pattern.DOTALL)
                .matcher(body);
        assertThat(element.find()).as("element " + id).isTrue();
        return element.group();
    }
}
