package io.traject.agenda;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.agenda.NewAppointmentRequest.Origin;
import io.traject.cases.Case;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consultation types and appointment requests on pages. */
@TrajectTest
class AgendaPagesTest {

    private static final String EVIL = "<script>alert(1)</script>${1317*7919}'";
    private static final String TYPES = "/admin/consultation-types";

    @LocalServerPort
    int port;

    @Autowired
    RequestAppointment requestAppointment;

    @Autowired
    PlanAppointment planAppointment;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestAgenda agenda;

    @Autowired
    TestCases cases;

    @Autowired
    TestEmployees employees;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private UUID ovens;
    private UUID shop;
    private Employee baker;

    @BeforeEach
    void open() {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        shop = employees.node(NodeKind.DEPARTMENT, bakery, "Winkel");
        baker = employees.add(ovens, "1", "Jansen");
    }

    @Test
    void shouldKeepConsultationTypes() {
        Browser browser = as(StandardRole.FUNCTIONAL_ADMINISTRATOR);
        assertThat(browser.get(TYPES).body()).contains("Nog geen spreekuursoorten");

        browser.get(TYPES + "/new");
        String wrong = postType(browser, "/new", "", "", "…", "4", "0").body();
        assertThat(wrong)
                .contains("Vul een naam in.")
                .contains("Een code heeft minstens één letter of cijfer.")
                .contains("Vul een heel aantal minuten in, van 5 tot en met 480.");
        assertThat(location(postType(browser, "/new", "Café-spreekuur", "Coffee", "", "30", "0")))
                .isEqualTo(TYPES);
        assertThat(browser.get(TYPES).body())
                .contains("Café-spreekuur")
                .contains("cafe-spreekuur")
                .contains("30 minuten")
                .contains("Verzuim");
        browser.get(TYPES + "/new");
        assertThat(postType(browser, "/new", "café-spreekuur", "Tea", "x", "30", "0")
                        .body())
                .contains("Er is al een spreekuursoort met de naam café-spreekuur.");

        String type = TYPES + "/" + typeId("cafe-spreekuur");
        browser.get(type);
        postType(browser, type.substring(TYPES.length()), "Spreekuur arts", "Doctor", "", "20", "0");
        String overtaken = postType(browser, type.substring(TYPES.length()), "Spreekuur", "Doctor", "", "25", "0")
                .body();
        assertThat(overtaken)
                .contains("nu Spreekuur arts; u hebt ingevuld: Spreekuur")
                .contains("nu 20; u hebt ingevuld: 25");
        assertThat(location(postType(browser, type.substring(TYPES.length()), "Spreekuur", "Doctor", "", "25", "1")))
                .isEqualTo(TYPES);
        assertThat(browser.get(TYPES).body()).contains("25 minuten");
        assertThat(browser.get(type).body()).contains("Nog door geen enkel verzoek gebruikt.");

        browser.get(type);
        browser.post(type + "/retirement", "version", "2");
        assertThat(browser.get(TYPES).body()).contains("Vervallen");
        browser.get(type);
        browser.post(type + "/revival", "version", "3");
        assertThat(browser.get(type + "/removal").body()).contains("Er is nog nooit iets mee aangevraagd.");
        browser.post(type + "/removal", "version", "4");
        assertThat(browser.get(type).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldRequestOpenChangeAndWithdraw() throws Exception {
        ConsultationType doctor = agenda.type(provider, "Spreekuur arts", "Doctor");
        agenda.type(provider, "Intake", "Intake");
        Case absence = cases.about(baker.id(), "Rug");
        Browser planner = as(StandardRole.PLANNER);

        String file = "/employees/" + baker.id();
        assertThat(planner.get(file).body()).contains("Nieuw oproepverzoek").contains("Er is nog niets aangevraagd.");
        String form = file + "/appointment-requests/new";
        assertThat(planner.get(form).body()).contains("<option value=\"fitting\" selected=\"selected\">");
        assertThat(planner.get(form + "?consultationType=" + doctor.id()).body())
                .contains("<option value=\"" + absence.id() + "\" selected=\"selected\">" + absence.number());
        assertThat(planner.post(form, "about", "", "from", "x", "until", "2026-01-01")
                        .body())
                .contains("Kies een spreekuursoort.")
                .contains("Vul een datum in");

        String request = location(planner.post(
                form,
                "consultationType",
                doctor.id().toString(),
                "about",
                "fitting",
                "saturday",
                "true",
                "remark",
                EVIL,
                "draft",
                "true"));
        assertThat(request).startsWith("/agenda/requests/");
        assertThat(planner.get(request).body())
                .contains("Concept")
                .contains(absence.number())
                .contains("werkdagen en zaterdag")
                .contains("door Test User")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;${1317*7919}")
                .doesNotContain("<script>alert");
        planner.post(request + "/opening", "version", "0");
        assertThat(planner.get(request).body()).contains("Te plannen");

        planner.get(request + "/edit");
        assertThat(planner.post(request + "/edit", "about", "", "until", "2099-12-31", "version", "1")
                        .body())
                .isEmpty();
        assertThat(planner.get(request).body())
                .contains("tot en met 31-12-2099")
                .contains("Geen dossier")
                .contains("<span>werkdagen</span>");
        String overtaken = planner.post(request + "/edit", "about", absence.id().toString(), "version", "1")
                .body();
        assertThat(overtaken)
                .contains("nu 2099-12-31; u hebt ingevuld: niets")
                .contains("nu niets; u hebt ingevuld: " + absence.number());

        planner.get(request);
        planner.post(request + "/withdrawal", "version", "2");
        assertThat(planner.get(request).body())
                .contains("U kunt er weer een concept van maken.")
                .contains("Weer concept maken")
                .doesNotContain("Intrekken");
        planner.post(request + "/reinstatement", "version", "3");
        assertThat(planner.get(request).body()).contains("Het oproepverzoek is weer een concept.");
        assertThat(planner.get(file).body()).contains("Spreekuur arts").contains("Concept");
    }

    @Test
    void shouldPlanRescheduleCallOffAndHold() throws Exception {
        ConsultationType doctor = agenda.type(provider, "Spreekuur arts", "Doctor");
        String request =
                "/agenda/requests/" + request(baker, doctor, Optional.empty()).id();
        LocalDate monday = LocalDate.now().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        Browser planner = as(StandardRole.PLANNER);

        assertThat(planner.get(request).body()).contains(request + "/planning");
        assertThat(planner.get(request + "/planning").body())
                .contains("Wat er gevraagd is")
                .contains("werkdagen");
        assertThat(planner.post(request + "/planning", "day", "", "time", "x", "version", "0")
                        .body())
                .contains("Vul een dag in.")
                .contains("Vul een tijd in zoals 14:30.");
        assertThat(plan(planner, request + "/planning", monday.minusDays(1), "14:30", "0")
                        .body())
                .contains("Het oproepverzoek staat een zondag niet toe.")
                .contains("value=\"14:30\"");
        String appointment = location(plan(planner, request + "/planning", monday, "14:30", "0"));
        assertThat(appointment).startsWith("/agenda/appointments/");
        assertThat(location(plan(planner, request + "/planning", monday, "15:00", "0")))
                .as("somebody else was first")
                .isEqualTo(request);
        assertThat(planner.get(request).body()).contains("Dit oproepverzoek is niet te plannen.");
        assertThat(planner.get(appointment).body())
                .contains("De afspraak is gepland.")
                .contains("14:30")
                .contains("Verzetten")
                .contains("Afzeggen")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;${1317*7919}")
                .doesNotContain("<script>alert")
                .doesNotContain("Voltooien");
        assertThat(planner.get(request).body())
                .contains("href=\"" + appointment + "\"")
                .contains("Gepland")
                .doesNotContain("Intrekken");
        assertThat(planner.get("/employees/" + baker.id()).body()).contains("href=\"" + appointment + "\"");
        assertThat(planner.get("/agenda/appointments").body())
                .contains("Jansen, A.B. van der")
                .contains("href=\"" + appointment + "\"");
        assertThat(planner.get("/agenda/appointments?period=PAST").body()).contains("Niets gevonden");

        planner.get(appointment + "/rescheduling");
        assertThat(location(plan(planner, appointment + "/rescheduling", monday.plusDays(1), "09:15", "0")))
                .isEqualTo(appointment);
        assertThat(planner.get(appointment).body())
                .contains("De afspraak is verzet.")
                .contains("09:15");
        assertThat(plan(planner, appointment + "/rescheduling", monday, "10:00", "0")
                        .body())
                .contains("nu 09:15; u hebt ingevuld: 10:00");
        planner.get(appointment + "/cancellation");
        planner.post(appointment + "/cancellation", "version", "1", "reason", "Op vakantie");
        assertThat(planner.get(appointment).body())
                .contains("Het oproepverzoek is weer te plannen.")
                .contains("Op vakantie")
                .doesNotContain("Verzetten");

        planner.get(request + "/planning");
        assertThat(plan(planner, request + "/planning", monday, "14:45", "1").body())
                .contains("Iemand heeft het oproepverzoek intussen gewijzigd.")
                .contains("value=\"14:45\"");
        String held = location(plan(planner, request + "/planning", monday, "14:30", "2"));
        database.sql("update agenda_appointment set starts_at = now() - interval '1 hour' where id = ?")
                .param(UUID.fromString(held.substring(held.lastIndexOf('/') + 1)))
                .update();
        planner.get(held);
        planner.post(held + "/completion", "version", "0");
        assertThat(planner.get(held).body()).contains("Voltooid").contains("Voltooien ongedaan maken");
        planner.post(held + "/undoing", "version", "1");
        planner.get(held);
        planner.post(held + "/no-show", "version", "2");
        assertThat(planner.get(held).body()).contains("Niet verschenen").contains("Niet verschenen ongedaan maken");
        Browser caseWorker = as(StandardRole.CASE_WORKER);
        assertThat(caseWorker.get(held).body()).contains("Niet verschenen").doesNotContain("ongedaan maken");
        assertThat(caseWorker.post(held + "/undoing", "version", "3").statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> plan(Browser browser, String path, LocalDate day, String time, String version) {
        return browser.post(path, "day", day.toString(), "time", time, "place", EVIL, "version", version);
    }

    @Test
    void shouldSayBesideTheFieldWhyItIsRefused() throws Exception {
        ConsultationType once = agenda.type(provider, TestAgenda.details("Eenmalig", "Once", Optional.empty(), true));
        request(baker, once, Optional.empty());
        Browser planner = as(StandardRole.PLANNER);
        String form = "/employees/" + baker.id() + "/appointment-requests/new";
        planner.get(form);

        assertThat(planner.post(form, "consultationType", once.id().toString(), "about", "")
                        .body())
                .contains("href=\"#consultationType\"")
                .contains(
                        "Voor deze werknemer is er al een open verzoek of geplande afspraak van deze spreekuursoort.");
        assertThat(planner.post(
                                form,
                                "consultationType",
                                once.id().toString(),
                                "about",
                                UUID.randomUUID().toString(),
                                "draft",
                                "true")
                        .body())
                .contains("Dit is geen lopend dossier van deze werknemer.");
        assertThat(planner.post(form, "consultationType", once.id().toString(), "until", "2020-01-01", "draft", "true")
                        .body())
                .contains("De gewenste periode is al voorbij.");
    }

    @Test
    void shouldListWhatIsWithinReach() throws Exception {
        ConsultationType doctor = agenda.type(provider, "Spreekuur arts", "Doctor");
        ConsultationType intake = agenda.type(provider, "Intake", "Intake");
        Employee seller = employees.add(shop, "2", "Öztürk");
        request(baker, doctor, Optional.of(new Origin(UUID.randomUUID().toString(), "Na een hoge score")));
        String theirs =
                "/agenda/requests/" + request(seller, intake, Optional.empty()).id();
        Browser all = as(StandardRole.PLANNER);
        Browser inOvens =
                new Browser(port).signedIn(accounts.user(StandardRole.PLANNER, provider, new Part(ovens, true)));

        assertThat(location(all.get("/agenda"))).isEqualTo("/agenda/appointments");
        assertThat(all.get("/agenda/requests").body())
                .contains("Jansen, A.B. van der")
                .contains("Na een hoge score")
                .contains("Öztürk, A.B. van der");
        assertThat(all.get("/agenda/requests?q=%C3%B6zt%20van").body())
                .contains("Öztürk, A.B. van der")
                .doesNotContain("Jansen, A.B. van der");
        assertThat(all.get("/agenda/requests?q=%C3%B6zt%20jansen").body()).contains("Niets gevonden");
        assertThat(all.get("/agenda/requests?type=" + doctor.id()).body())
                .contains("Jansen, A.B. van der")
                .doesNotContain("Öztürk, A.B. van der");
        assertThat(all.get("/agenda/requests?state=DRAFT").body()).contains("Niets gevonden");
        assertThat(all.get("/agenda/requests?employee=" + seller.id()).body())
                .contains("A.B. van der Öztürk")
                .doesNotContain("Jansen, A.B. van der");

        assertThat(inOvens.get("/agenda/requests").body())
                .contains("Jansen, A.B. van der")
                .doesNotContain("Öztürk");
        assertThat(inOvens.get("/agenda/requests?q=van").body())
                .contains("Jansen, A.B. van der")
                .doesNotContain("Öztürk, ");
        assertThat(inOvens.get("/agenda/requests?employee=" + seller.id()).statusCode())
                .isEqualTo(404);
        assertThat(inOvens.get(theirs).statusCode()).isEqualTo(404);
        assertThat(inOvens.get("/employees/" + seller.id() + "/appointment-requests/new")
                        .statusCode())
                .isEqualTo(404);
        assertThat(inOvens.post(theirs + "/withdrawal", "version", "0").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldBeForWhoPlansAndNotForAnEmployersSide() throws Exception {
        ConsultationType doctor = agenda.type(provider, "Spreekuur arts", "Doctor");
        String request =
                "/agenda/requests/" + request(baker, doctor, Optional.empty()).id();

        for (StandardRole role :
                new StandardRole[] {StandardRole.PLANNER, StandardRole.PRACTITIONER, StandardRole.CASE_WORKER}) {
            Browser planning = as(role);
            assertThat(planning.get(request).body()).contains("Spreekuur arts").contains("Intrekken");
            assertThat(planning.get(TYPES).statusCode()).isEqualTo(403);
            assertThat(planning.get("/").body()).contains("href=\"/agenda\"").doesNotContain(TYPES);
        }
        for (StandardRole role : new StandardRole[] {
            StandardRole.EMPLOYER_USER, StandardRole.DEPARTMENT_MANAGER, StandardRole.FUNCTIONAL_ADMINISTRATOR
        }) {
            Browser without = as(role);
            assertThat(without.get(request).statusCode()).isEqualTo(403);
            assertThat(without.get("/agenda/requests").statusCode()).isEqualTo(403);
            assertThat(without.get("/employees/" + baker.id() + "/appointment-requests/new")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(without.post(request + "/withdrawal", "version", "0").statusCode())
                    .isEqualTo(403);
            assertThat(without.get("/employees/" + baker.id()).body())
                    .contains("A.B. van der Jansen")
                    .doesNotContain("Spreekuur arts");
            assertThat(without.get("/").body()).doesNotContain("href=\"/agenda\"");
        }
    }

    @Test
    void shouldLeaveALook() throws Exception {
        ConsultationType doctor = agenda.type(provider, "Spreekuur arts", "Doctor");
        String request =
                "/agenda/requests/" + request(baker, doctor, Optional.empty()).id();
        Browser planner = as(StandardRole.PLANNER);
        planner.get(request);
        planner.get("/employees/" + baker.id() + "/appointment-requests/new");

        assertThat(database.sql("select part from access_look where file_id = ? order by id")
                        .param(baker.id())
                        .query(String.class)
                        .list())
                .containsExactly("APPOINTMENT", "FORM");
    }

    @Test
    void shouldShowTypesInTheLanguageOfTheReader() throws Exception {
        ConsultationType doctor = agenda.type(provider, "Spreekuur arts", EVIL);
        String request =
                "/agenda/requests/" + request(baker, doctor, Optional.empty()).id();
        Browser planner = as(StandardRole.PLANNER);
        planner.get(request);
        planner.post("/language", "language", "EN", "back", request);

        assertThat(planner.get(request).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;${1317*7919}")
                .contains("To be planned")
                .doesNotContain("<script>alert")
                .doesNotContain("10429323")
                .doesNotContain("Spreekuur arts");
        assertThat(planner.get("/agenda/requests").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void shouldLookRightAndBeAccessible() throws Exception {
        ConsultationType doctor = agenda.type(provider, "Spreekuur bedrijfsarts", "Company doctor");
        agenda.type(provider, "Arbeidsdeskundig onderzoek", "Work assessment");
        Case absence = cases.about(baker.id(), "Rug");
        TestUser administrator = accounts.user(StandardRole.ADMINISTRATOR, provider);
        String request = "/agenda/requests/"
                + request(
                                baker,
                                doctor,
                                Optional.of(new Origin(UUID.randomUUID().toString(), "Na een hoge score")))
                        .id();
        String appointment = "/agenda/appointments/" + planned(baker, doctor).id();
        for (int width : new int[] {1280, 390}) {
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = visitor.newPage();
                page.navigate("http://localhost:" + port + "/sign-in");
                page.fill("#username", administrator.username());
                page.fill("#password", administrator.password());
                page.click("main button[type=submit]");
                look(page, width, "types", TYPES);
                look(page, width, "type-new", TYPES + "/new");
                page.fill("#dutch", "Preventief onderzoek");
                assertThat(page.inputValue("#code")).isEqualTo("Preventief onderzoek");
                look(page, width, "type", TYPES + "/" + doctor.id());
                look(page, width, "employee", "/employees/" + baker.id());
                look(page, width, "request-new", "/employees/" + baker.id() + "/appointment-requests/new");
                page.selectOption("#consultationType", new SelectOption().setLabel("Spreekuur bedrijfsarts"));
                page.waitForFunction(
                        "id => document.querySelector('#about').value === id",
                        absence.id().toString());
                TestBrowser.shoot(page, "agenda-request-chosen-" + width);
                look(page, width, "requests", "/agenda/requests");
                look(page, width, "request", request);
                look(page, width, "request-edit", request + "/edit");
                look(page, width, "planning", request + "/planning");
                look(page, width, "appointment", appointment);
                look(page, width, "appointments", "/agenda/appointments");
                look(page, width, "cancellation", appointment + "/cancellation");
            }
        }
    }

    private void look(Page page, int width, String name, String path) {
        page.navigate("http://localhost:" + port + path);
        TestBrowser.shoot(page, "agenda-" + name + "-" + width);
        TestBrowser.assertAccessible(page);
    }

    private static HttpResponse<String> postType(
            Browser browser, String path, String dutch, String english, String code, String minutes, String version) {
        return browser.post(
                TYPES + path,
                "dutch",
                dutch,
                "english",
                english,
                "code",
                code,
                "minutes",
                minutes,
                "preferredCaseType",
                "ABSENCE",
                "noDuplicates",
                "true",
                "version",
                version);
    }

    private UUID typeId(String code) {
        return database.sql("select id from agenda_consultation_type where organisation_id = ? and code = ?")
                .params(provider, code)
                .query(UUID.class)
                .single();
    }

    private AppointmentRequest request(Employee employee, ConsultationType type, Optional<Origin> origin) {
        return SystemActor.call(() -> requestAppointment.request(new NewAppointmentRequest(
                        employee.id(), type.id(), new CaseChoice.None(), AppointmentWishes.NONE, false, origin)))
                .orThrow();
    }

    private Appointment planned(Employee employee, ConsultationType type) {
        LocalDate monday = LocalDate.now().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var when = new PlannedTime(
                PlannedTime.moment(monday, LocalTime.of(14, 30)).orElseThrow(), Optional.of("Damrak 1, kamer 2"));
        UUID request = request(employee, type, Optional.empty()).id();
        return SystemActor.call(() -> planAppointment.plan(request, when, OptionalLong.empty()))
                .orThrow();
    }

    private Browser as(StandardRole role) {
        return new Browser(port).signedIn(accounts.user(role, provider));
    }
}
