package io.traject.organisation.employees;

import static io.traject.testing.Browser.location;
import static io.traject.testing.TestEmployees.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.kernel.Bsn;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Employees on pages and over REST. */
@TrajectTest
class EmployeePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    private UUID provider;
    private UUID bakery;
    private UUID ovens;
    private Browser browser;

    @BeforeEach
    void signIn() {
        provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        browser = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, provider));
    }

    @Test
    void shouldAddChangeAndArchive() {
        assertThat(browser.get("/employees").body()).contains("Nog geen werknemers");
        assertThat(browser.get("/employees/new?q=ove").body()).contains("Bakkerij › Ovens");
        browser.get("/employees/new?at=" + ovens);
        HttpResponse<String> added = post(
                "/employees/new",
                Map.of(
                        "at",
                        ovens.toString(),
                        "department",
                        ovens.toString(),
                        "start",
                        "2024-01-01",
                        "partTime",
                        "62,5"));

        String page = location(added);
        assertThat(page).startsWith("/employees/");
        assertThat(browser.get("/employees").body()).contains("Vries, A. de").contains("Ovens");
        assertThat(browser.get(page).body())
                .contains("A. de Vries")
                .contains("62.5 %")
                .contains("Ovens");

        browser.get(page + "/edit");
        assertThat(location(post(page + "/edit", Map.of("lastName", "Bakker", "version", "0"))))
                .isEqualTo(page);
        assertThat(browser.get(page).body()).contains("A. de Bakker");

        browser.get(page + "/archive");
        browser.post(page + "/archive", "version", "1");
        assertThat(browser.get("/employees").body()).doesNotContain("Bakker, A. de");
        assertThat(browser.get("/employees?archived=yes").body()).contains("Bakker, A. de");
        browser.get(page);
        browser.post(page + "/restoration", "version", "2");
        assertThat(browser.get("/employees").body()).contains("Bakker, A. de");
    }

    @Test
    void shouldShowWhatSomebodyElseSavedMeanwhile() {
        String page = "/employees/" + employees.add(ovens, "1", "Jansen").id() + "/edit";
        browser.get(page);
        post(page, Map.of("lastName", "Bakker", "version", "0"));
        String answer = post(page, Map.of("lastName", "Visser", "version", "0")).body();

        assertThat(answer).contains("nu Bakker; u hebt ingevuld: Visser").contains("value=\"Visser\"");
        assertThat(location(post(page, Map.of("lastName", "Visser", "version", "1"))))
                .isEqualTo(page.replace("/edit", ""));
    }

    @Test
    void shouldShowOfAnEmployeeWhatTheOrganisationChose() {
        UUID mill = employees.node(NodeKind.ESTABLISHMENT, bakery, "De Molen");
        UUID id = employees.add(mill, "1", "Jansen").id();
        browser.get("/employers/" + bakery + "/job-functions");
        browser.post("/employers/" + bakery + "/job-functions", "name", "Ovenist", "code", "OVN", "version", "0");
        String function = browser.get("/employers/" + bakery + "/job-functions")
                .body()
                .split("/job-functions/")[1]
                .substring(0, 36);
        String page = "/employees/" + id;
        String employment = page + "/employments/"
                + browser.get(page).body().split(page + "/employments/")[1].substring(0, 36);
        browser.get(employment);
        browser.post(
                employment,
                "establishment",
                mill.toString(),
                "jobFunction",
                function,
                "start",
                "2025-01-01",
                "partTime",
                "50",
                "employmentVersion",
                "0");
        Browser functional = new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider));
        String widgets = "/admin/configuration/widgets";
        functional.get(widgets);

        functional.post(
                widgets,
                "version",
                "-1",
                "shown",
                "EMPLOYMENT_FUNCTION,EMPLOYMENT_ESTABLISHMENT,EMPLOYEE_PREFERRED_FIRST_NAME");
        assertThat(browser.get(page).body())
                .contains(">Functie</th>", ">Ovenist</a>", "OVN")
                .contains(">Vestiging</th>", ">De Molen</td>")
                .contains("Roepnaam", ">An<");

        functional.post(widgets, "version", "0", "shown", "EMPLOYMENT_PERIOD");
        assertThat(browser.get(page).body())
                .contains("href=\"" + employment + "\">Dienstverband</a>")
                .doesNotContain("Functie", "Ovenist", "OVN", "Vestiging", "De Molen", "Roepnaam", ">An<");
    }

    @Test
    void shouldShowWhatSomebodyElseSavedOfAnEmploymentMeanwhile() {
        String page = "/employees/" + employees.add(ovens, "1", "Jansen").id();
        browser.get(page + "/employments/new");
        browser.post(
                page + "/employments/new", "department", ovens.toString(), "start", "2025-01-01", "partTime", "50");
        String employment = page + "/employments/"
                + browser.get(page).body().split(page + "/employments/")[1].substring(0, 36);
        browser.get(employment);
        browser.post(employment, "start", "2025-01-01", "partTime", "60", "employmentVersion", "0");

        HttpResponse<String> late = browser.post(
                employment,
                "department",
                ovens.toString(),
                "start",
                "2025-01-01",
                "partTime",
                "70",
                "employmentVersion",
                "0");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("nu 60; u hebt ingevuld: 70")
                .contains("u hebt ingevuld: Ovens")
                .contains("value=\"70\"")
                .contains("href=\"" + employment + "\"");
        assertThat(browser.get(page).body()).contains("60 %").doesNotContain("70 %");
        assertThat(location(browser.post(
                        employment, "start", "2025-01-01", "partTime", "70", "employmentVersion", version(late))))
                .isEqualTo(page);
        assertThat(browser.get(page).body()).contains("70 %");
    }

    @Test
    void shouldShowWhatSomebodyElseSavedOfAJobFunctionMeanwhile() {
        String functions = "/employers/" + bakery + "/job-functions";
        browser.get(functions);
        browser.post(functions, "name", "Bakker", "code", "BAK", "version", "0");
        String function = "/job-functions/"
                + browser.get(functions).body().split("/job-functions/")[1].substring(0, 36);
        browser.get(function);
        browser.post(function, "name", "Meesterbakker", "code", "BAK", "version", "0");

        HttpResponse<String> late = browser.post(function, "name", "Banketbakker", "code", "BAK", "version", "0");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("nu Meesterbakker; u hebt ingevuld: Banketbakker")
                .contains("value=\"Banketbakker\"")
                .contains("href=\"" + function + "\"");
        assertThat(browser.get(functions).body()).doesNotContain("Banketbakker");
        assertThat(location(browser.post(function, "name", "Banketbakker", "code", "BAK", "version", version(late))))
                .isEqualTo(functions);
        assertThat(browser.get(functions).body()).contains("Banketbakker");
    }

    @Test
    void shouldShowWhatSomebodyElseWroteInTheMedicalNoteMeanwhile() {
        UUID id = employees.add(ovens, "1", "Jansen").id();
        String page = "/employees/" + id + "/medical-note";
        Browser practitioner = new Browser(port).signedIn(accounts.user(StandardRole.PRACTITIONER, provider));
        practitioner.get(page);
        practitioner.post(page, "note", "Eerste <notitie>", "version", "0");

        HttpResponse<String> late = practitioner.post(page, "note", "Andere notitie", "version", "0");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("nu Eerste &lt;notitie&gt;; u hebt ingevuld: Andere notitie")
                .contains(">Andere notitie</textarea>")
                .contains("href=\"" + page + "\"");
        assertThat(practitioner.get(page).body()).contains(">Eerste &lt;notitie&gt;</textarea>");
        assertThat(location(practitioner.post(page, "note", "Andere notitie", "version", version(late))))
                .isEqualTo(page);
        assertThat(practitioner.get(page).body()).contains(">Andere notitie</textarea>");
    }

    /** That the form would be saved over. */
    private static String version(HttpResponse<String> form) {
        Matcher field = Pattern.compile("<input[^>]*name=\"(?:employmentV|v)ersion\"[^>]*>")
                .matcher(form.body());
        assertThat(field.find()).isTrue();
        return field.group().replaceAll(".*value=\"(\\d+)\".*", "$1");
    }

    @Test
    void shouldSayBesideTheFieldWhatIsWrong() {
        browser.get("/employees/new?at=" + ovens);
        String answer = post(
                        "/employees/new",
                        Map.ofEntries(
                                Map.entry("at", ovens.toString()),
                                Map.entry("number", " "),
                                Map.entry("bsn", "123456789"),
                                Map.entry("birthDate", "2999-01-01"),
                                Map.entry("workEmail", "an"),
                                Map.entry("workPhone", "12"),
                                Map.entry("street", "Kade"),
                                Map.entry("start", "2024-02-02"),
                                Map.entry("end", "2024-02-01"),
                                Map.entry("partTime", "101")))
                .body();

        assertThat(answer)
                .contains("Vul het personeelsnummer in.")
                .contains("Dit is geen BSN.")
                .contains("Deze datum ligt in de toekomst.")
                .contains("Vul een e-mailadres in")
                .contains("Vul een telefoonnummer in")
                .contains("Vul het hele adres in")
                .contains("De laatste dag ligt vóór de eerste.")
                .contains("Vul een percentage in boven 0");
        employees.add(ovens, "42", "Jansen");
        browser.get("/employees/new?at=" + ovens);
        assertThat(post("/employees/new", Map.of("at", ovens.toString(), "start", "2024-01-01", "partTime", "80"))
                        .body())
                .contains("Deze werkgever heeft al een werknemer met nummer 42.");
    }

    @Test
    void shouldKeepEmploymentsAndJobFunctions() {
        String page = "/employees/" + employees.add(ovens, "1", "Jansen").id();
        browser.get("/employers/" + bakery + "/job-functions");
        browser.post("/employers/" + bakery + "/job-functions", "name", "Bakker", "code", "", "version", "0");
        String functions =
                browser.get("/employers/" + bakery + "/job-functions").body();
        assertThat(functions).contains("<td class=\"breakable\">Bakker</td>");
        String function = functions.split("/job-functions/")[1].substring(0, 36);
        browser.get("/job-functions/" + function);
        browser.post("/job-functions/" + function, "name", "Bakker", "code", "BAK", "version", "0");

        browser.get(page + "/employments/new");
        browser.post(page + "/employments/new", "jobFunction", function, "start", "2025-01-01", "partTime", "50");
        String shown = browser.get(page).body();
        assertThat(shown).contains("Bakker").contains("BAK");
        String employment = shown.split(page + "/employments/")[1].substring(0, 36);
        assertThat(browser.get(page + "/employments/" + employment).statusCode())
                .isEqualTo(200);
        browser.get(page + "/employments/" + employment + "/removal");
        assertThat(location(browser.post(page + "/employments/" + employment + "/removal", "version", "0")))
                .isEqualTo(page);
        assertThat(browser.get(page).body()).doesNotContain("BAK");
    }

    @Test
    void shouldKeepABsnOutOfAddresses() {
        Bsn bsn = new Bsn("111222333");
        UUID id = employees.add(ovens, details("1", "Jansen", Optional.of(bsn))).id();
        browser.get("/employees");

        assertThat(location(browser.post("/employees/search", "q", " 1112.22.333")))
                .isEqualTo("/employees/" + id);
        assertThat(location(browser.post("/employees/search", "q", "123456782")))
                .isEqualTo("/employees");
        assertThat(location(browser.post("/employees/search", "q", "jan"))).isEqualTo("/employees?q=jan");
        assertThat(location(browser.get("/employees?q=111222333"))).isEqualTo("/employees");
        assertThat(browser.get("/employees/" + id).body()).contains("111222333");
    }

    @Test
    void shouldLeaveEverySearchByBsnToTheAuditor() {
        UUID id = employees
                .add(ovens, details("1", "Jansen", Optional.of(new Bsn("111222333"))))
                .id();
        TestAccounts.TestUser seeker = accounts.user(StandardRole.ADMINISTRATOR, provider);
        Browser seeking = new Browser(port).signedIn(seeker);
        Browser auditor = new Browser(port).signedIn(accounts.user(StandardRole.AUDITOR, provider));
        String ofSeeker = "/audit/access?who=" + seeker.username() + "&what=";
        String inVain = "<td>gezocht op BSN, niemand gevonden</td>";
        seeking.get("/employees");

        seeking.post("/employees/search", "q", "111222333");
        assertThat(auditor.get(ofSeeker + "search").body()).contains(id.toString(), "<td>gevonden op BSN</td>");
        assertThat(auditor.get(ofSeeker + "search_in_vain").body()).doesNotContain(inVain);

        seeking.post("/employees/search", "q", "123456782");
        assertThat(auditor.get(ofSeeker + "search_in_vain").body())
                .contains("Test User", inVain, "Werknemers van de organisatie")
                .doesNotContain("123456782");
        assertThat(auditor.get("/audit/access?kind=employees&object=" + provider)
                        .body())
                .contains(inVain);
        assertThat(new String(auditor.getBytes("/audit/access/export.csv").body(), StandardCharsets.UTF_8))
                .contains("gezocht op BSN, niemand gevonden")
                .doesNotContain("123456782", "111222333");
    }

    @Test
    void shouldReachForAProgramWhatItsGroupsSay() {
        UUID shop = employees.node(NodeKind.DEPARTMENT, bakery, "Shop of programs");
        UUID here = employees.add(ovens, "71", "Hier").id();
        UUID there = employees.add(shop, "72", "Daar").id();
        var program =
                new RestCaller(port, accounts.accessToken(provider, new Part(ovens, true), Permission.EMPLOYEES_VIEW));

        assertThat(program.get("/api/v1/employees/" + here).statusCode()).isEqualTo(200);
        assertThat(program.get("/api/v1/employees/" + there).statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/employees").body()).contains("Hier").doesNotContain("Daar");
    }

    @Test
    void shouldBeReachedByPrograms() {
        var program = new RestCaller(
                port, accounts.accessToken(provider, Permission.EMPLOYEES_VIEW, Permission.EMPLOYEES_EDIT));
        HttpResponse<String> created = program.post(
                "/api/v1/employees",
                RestCaller.json(Map.of(
                        "employerId", bakery.toString(),
                        "person",
                                Map.of(
                                        "number",
                                        "7",
                                        "initials",
                                        "A.",
                                        "lastName",
                                        "Jansen",
                                        "gender",
                                        "female",
                                        "bsn",
                                        "111222333"),
                        "employment",
                                Map.of("department", ovens.toString(), "start", "2024-01-01", "partTime", "80"))));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String at = location(created);
        HttpResponse<String> got = program.get(at);
        JsonNode employee = RestCaller.json(got);
        assertThat(employee.get("lastName").asString()).isEqualTo("Jansen");
        assertThat(employee.has("bsn")).isFalse();
        assertThat(employee.at("/employments/0/departmentId").asString()).isEqualTo(ovens.toString());
        assertThat(RestCaller.json(program.get("/api/v1/employees?q=jans"))
                        .get("total")
                        .asInt())
                .isOne();
        assertThat(RestCaller.json(program.get("/api/v1/employees?at=" + ovens))
                        .get("total")
                        .asInt())
                .isOne();
        assertThat(program.get("/api/v1/employees?at=" + employees.provider()).statusCode())
                .isEqualTo(404);
        assertThat(program.post("/api/v1/employees/find-by-bsn", "{\"bsn\":\"111222333\"}")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> wrong = program.post(
                "/api/v1/employees",
                RestCaller.json(Map.of(
                        "employerId",
                        bakery.toString(),
                        "person",
                        Map.of("number", "8", "initials", "A.", "lastName", "J", "bsn", "1"))));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(RestCaller.problem(wrong)).isEqualTo("invalid");
        assertThat(program.post(at + "/employments", "{\"start\":\"2024-05-01\",\"partTime\":\"20\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(RestCaller.json(program.get(at + "/employments")).get("items"))
                .hasSize(2);
    }

    private HttpResponse<String> post(String path, Map<String, String> changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", "42");
        fields.put("initials", "A.");
        fields.put("prefix", "de");
        fields.put("lastName", "Vries");
        fields.putAll(changes);
        List<String> inTurn = new ArrayList<>();
        fields.forEach((name, value) -> {
            inTurn.add(name);
            inTurn.add(value);
        });
        return browser.post(path, inTurn.toArray(String[]::new));
    }
}
