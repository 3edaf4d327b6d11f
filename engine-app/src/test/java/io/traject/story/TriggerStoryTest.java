package io.traject.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.traject.testing.TestBrowser.assertAccessible;
import static io.traject.testing.TestBrowser.shoot;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.cases.Case;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.KeepEmployments;
import io.traject.organisation.tree.NodeKind;
import io.traject.questionnaires.TestQuestionnaires;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A functional administrator makes the rule "a high score, and another department: a task, and an appointment that may be on a
 * Saturday", tries it in three ways, publishes it and sees what it does.
 */
@TrajectTest
class TriggerStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestCases cases;

    @Autowired
    TestQuestionnaires questionnaires;

    @Autowired
    TestAgenda agenda;

    @Autowired
    KeepEmployments keepEmployments;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private UUID shop;
    private Employee before;
    private Employee after;
    private Case opened;
    private TestUser administrator;

    @BeforeEach
    void prepare() throws Exception {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij Korenbloem");
        UUID ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        shop = employees.node(NodeKind.DEPARTMENT, bakery, "Winkel");
        before = employees.add(ovens, "1", "Jansen");
        after = employees.add(ovens, "2", "Bakker");
        questionnaires.publish(provider);
        agenda.type(provider, "Spreekuur", "Consultation");
        for (Employee each : List.of(before, after)) {
            opened = cases.about(each.id(), "Uitval");
            questionnaires.fillIn(provider, opened.id(), TestQuestionnaires.TWENTY);
        }
        move(before);
        administrator = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider);
    }

    @Test
    void shouldBuildTestReplayAndPublish() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor);
            write(page);
            test(page);
            replay(page);
            publish(page);

            move(after);

            await().atMost(SOON)
                    .untilAsserted(() -> Assertions.assertThat(database.sql("""
                                    select (select count(*) from tasks_task where case_id = :case and state = 'OPEN'
                                            and title = 'Bel A.B. van der Bakker') || ' '
                                        || (select count(*) from agenda_appointment_request where case_id = :case
                                            and saturday_allowed and state = 'OPEN')
                                    """)
                                    .param("case", opened.id())
                                    .query(String.class)
                                    .single())
                            .isEqualTo("1 1"));
            see(page);
        }
    }

    private void write(Page page) {
        page.navigate(at("/admin/triggers"));
        link(page, "Nieuwe trigger").click();
        page.getByLabel("Naam").fill("Hoge belasting op een andere afdeling");
        choose(page, "event", "employment.changed");
        button(page, "Score").click();
        choose(page, "c.0.questionnaire", "vitality");
        choose(page, "c.0.question", "belasting");
        choose(page, "c.0.operator", "AT_LEAST");
        field(page, "c.0.value").fill("twintig");
        button(page, "Voorwaarde").click();
        choose(page, "c.1.field", "employee.department");
        choose(page, "c.1.operator", "CHANGED");
        add(page, "add-task");
        field(page, "a.0.s.title").fill("Bel {{employee.name}}");
        add(page, "create-appointment-request");
        choose(page, "a.1.s.consultationType", "consultation");
        field(page, "a.1.s.saturdayAllowed").check();
        button(page, "Concept opslaan").click();

        assertThat(page.locator("[role=alert]")).containsText("Dit is geen getal.");
        assertThat(field(page, "c.0.value")).hasValue("twintig");
        assertAccessible(page);
        shoot(page, "trigger-mistake-1280");
        field(page, "c.0.value").fill("20");
        button(page, "Concept opslaan").click();
        assertThat(page.locator("body")).containsText("Het concept is opgeslagen.");
        assertThat(page.locator("main"))
                .containsText("Bij “Dienstverband gewijzigd”, als Vitaliteit: Belasting is ten minste 20 en");
        shoot(page, "trigger-written-1280");
    }

    private void test(Page page) {
        link(page, "Testen").click();
        field(page, "f.score.vitality.belasting").fill("19");
        page.getByText("De gebeurtenis wijzigde: ").first().click();
        button(page, "Probeer").click();
        assertThat(page.locator("#trial")).containsText("De trigger gaat niet af");
        field(page, "f.score.vitality.belasting").fill("20");
        button(page, "Probeer").click();
        assertThat(page.locator("#trial")).containsText("De trigger gaat af");
        shoot(page, "trigger-tried-1280");
        link(page, "Test op een echte gebeurtenis").click();
        button(page, "Test op deze gebeurtenis").click();
        assertThat(page.locator("#trial")).containsText("De trigger gaat af");
        assertAccessible(page);
        shoot(page, "trigger-past-1280");
    }

    private void replay(Page page) {
        link(page, "Naspelen over een periode").click();
        shoot(page, "trigger-replays-1280");
        button(page, "Speel na").click();
        assertThat(page.locator("main"))
                .containsText("Zou voortaan afgaan: 1", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertAccessible(page);
        shoot(page, "trigger-replay-1280");
    }

    private void publish(Page page) {
        link(page, "Publiceren").click();
        assertThat(page.locator("main")).containsText("Loopt vanaf de volgende gebeurtenis.");
        button(page, "Publiceren").click();
        assertThat(page.locator("body")).containsText("versie 1 loopt");
    }

    private void see(Page page) {
        page.navigate(at("/admin/triggers"));
        link(page, "Logboek").click();
        Locator fired = page.locator("tr").filter(new Locator.FilterOptions().setHasText("Hoge belasting"));
        assertThat(fired).hasCount(1);
        shoot(page, "trigger-log-1280");
        assertAccessible(page);
        fired.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("main")).containsText("Taak toegevoegd");
        button(page, "Leg uit").click();
        assertThat(page.locator("#why")).containsText("Ging af");
        assertThat(page.locator("#why")).containsText("waarde verborgen: medisch");
        assertAccessible(page);
        shoot(page, "trigger-logged-1280");
        String logged = page.url();
        for (Map.Entry<String, String> small : Map.of(
                        "trigger-logged", logged,
                        "trigger-log", at("/admin/triggers/log"),
                        "triggers", at("/admin/triggers"))
                .entrySet()) {
            page.setViewportSize(390, 800);
            page.navigate(small.getValue());
            shoot(page, small.getKey() + "-390");
            assertAccessible(page);
        }
    }

    private void add(Page page, String kind) {
        field(page, "newAction").selectOption(kind);
        button(page, "Toevoegen").click();
        page.locator("input[name$='.kind'][value='" + kind + "']").waitFor(attached());
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    /** A choice may bring the next ones: then it is waited until they are there. */
    private static void choose(Page page, String name, String value) {
        Locator field = field(page, name);
        if (field.getAttribute("hx-post") == null) {
            field.selectOption(value);
        } else {
            page.waitForResponse(
                    response -> response.request().method().equals("POST"), () -> field.selectOption(value));
            page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
        }
        assertThat(field).hasValue(value);
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']:not([type=hidden])");
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private void move(Employee employee) {
        SystemActor.run(() -> {
            var employment = database.sql("select id, version from organisation_employment where employee_id = ?")
                    .param(employee.id())
                    .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getLong("version")))
                    .single();
            keepEmployments
                    .change(
                            employee.id(),
                            employment.getKey(),
                            employees.at(shop, Optional.empty()),
                            employment.getValue())
                    .orThrow();
        });
    }

    private Page signedIn(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(at("/sign-in"));
        page.locator("input[name=username]").fill(administrator.username());
        page.locator("input[name=password]").fill(administrator.password());
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(at("/"));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
