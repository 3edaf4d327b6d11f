package io.traject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.Permission;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.access.rights.StandardRights;
import io.traject.agenda.AppointmentWishes;
import io.traject.agenda.CaseChoice;
import io.traject.agenda.NewAppointmentRequest;
import io.traject.agenda.PlanAppointment;
import io.traject.agenda.PlannedTime;
import io.traject.agenda.RequestAppointment;
import io.traject.communication.InstallStandardTemplates;
import io.traject.organisation.imports.TestWorkbook;
import io.traject.organisation.parameters.AddParameter;
import io.traject.organisation.parameters.TestParameters;
import io.traject.organisation.tree.NodeKind;
import io.traject.questionnaires.TestQuestionnaires;
import io.traject.testing.Browser;
import io.traject.testing.EveryField;
import io.traject.testing.RestCaller;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Nothing of one municipality is reachable from another. Every page and every call with an id in its address is asked for
 * with the ids of a municipality, by an administrator and by an API account of another; the addresses come from the
 * application itself. A new kind of id is a failure here until this test can make one.
 */
@TrajectTest
class NothingOfAnotherMunicipalityTest {

    private static final Pattern VARIABLE = Pattern.compile("([^/{}]+)/\\{([^}/]+)}");

    /** What stands in an address without being an id of something that a municipality owns. */
    private static final Set<String> NO_IDS = Set.of("kind", "language", "number", "product", "code");

    /** For who looks after the installation: a municipality's own administrator is told that it is not allowed (403). */
    private static final List<String> OF_THE_INSTALLATION = List.of(
            "/admin/municipalities/",
            "/admin/login-notices/",
            "/admin/agreements/",
            "/admin/providers/",
            "/operations/");

    @LocalServerPort
    int port;

    @TempDir
    Path files;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestAccounts accounts;

    @Autowired
    StandardRights rights;

    @Autowired
    TestCases cases;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestQuestionnaires questionnaires;

    @Autowired
    PlanAppointment planAppointment;

    @Autowired
    TestAgenda agenda;

    @Autowired
    RequestAppointment requestAppointment;

    @Autowired
    AddParameter addParameter;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @Autowired
    JdbcClient database;

    private Map<String, String> theirs;
    private UUID they;

    /** A page or call with ids in its address. */
    private record Endpoint(RequestMethod method, String pattern, boolean multipart) {

        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        boolean isOfTheInstallation() {
            return OF_THE_INSTALLATION.stream().anyMatch(pattern::startsWith);
        }

        List<String> kinds() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .filter(found -> !NO_IDS.contains(found.group(2)))
                    .map(found -> found.group(1))
                    .toList();
        }

        String filled(Map<String, String> ids) {
            Matcher variables = VARIABLE.matcher(pattern);
            String path = variables.replaceAll(
                    found -> found.group(1) + "/" + (NO_IDS.contains(found.group(2)) ? "x" : id(found.group(1), ids)));
            return method == RequestMethod.GET ? path + EveryField.PARAMETERS : path;
        }

        private static String id(String kind, Map<String, String> ids) {
            return ids.getOrDefault(kind, new UUID(0, 0).toString());
        }
    }

    @BeforeEach
    void makeOneOfEverything() throws Exception {
        they = cases.municipality();
        SystemActor.run(() -> installStandardTemplates.install(they));
        RestCaller caller = new RestCaller(port, accounts.accessToken(they, Permission.values()));
        String batch = dispatchedBatch(caller);
        JsonNode withLetter = caseWithLetter(caller, batch);
        String caseId = withLetter.get("id").asString();
        theirs = new HashMap<>(Map.of(
                "cases", caseId,
                "process-instances", caseId,
                "documents", supplied(caller, caseId),
                "communications", letterOf(caller, caseId),
                "tasks", task(caller, caseId),
                "re-examinations", batch,
                "re-examination-batches", batch,
                "users", accounts.user(StandardRole.CASE_WORKER, they).id().toString(),
                "api-accounts", apiAccount(),
                "municipalities", they.toString()));
        theirs.putAll(organisation(caller));
        theirs.putAll(parts());
        theirs.putAll(agenda(UUID.fromString(theirs.get("employees"))));
        theirs.put(
                "roles",
                rights.role(Optional.of(they), StandardRole.PLANNER).id().toString());
        theirs.put("groups", rights.whole(they).id().toString());
        theirs.put("mail-addresses", userWithAddress());
        theirs.putAll(organisationImport(caller));
        theirs.putAll(triggers(caller));
        theirs.putAll(questionnaire(UUID.fromString(caseId)));
    }

    @Test
    void shouldNotBeReachable() {
        UUID we = cases.municipality();
        Browser administrator = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, we));
        administrator.get("/cases");
        RestCaller program = new RestCaller(port, accounts.accessToken(we, Permission.values()));
        Browser owner = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, they));
        RestCaller theirProgram = new RestCaller(port, accounts.accessToken(they, Permission.values()));
        String ourCase = cases.open(we, "A. Eigen").id().toString();
        var wrong = new ArrayList<String>();

        for (Endpoint endpoint : endpoints()) {
            String asked = endpoint.method() + " " + endpoint.pattern();
            endpoint.kinds().stream()
                    .filter(kind -> !endpoint.isOfTheInstallation() && !theirs.containsKey(kind))
                    .forEach(kind -> wrong.add(asked + ": this test has no id for {" + kind + "}"));
            int expected = endpoint.isOfTheInstallation() ? 403 : 404;
            expect(wrong, asked, expected, call(endpoint, endpoint.filled(theirs), administrator, program));
            if (endpoint.kinds().size() > 1 && endpoint.kinds().getFirst().equals("cases")) {
                var ids = new HashMap<>(theirs);
                ids.put("cases", ourCase);
                expect(
                        wrong,
                        asked + " in our case",
                        404,
                        call(endpoint, endpoint.filled(ids), administrator, program));
            }
            if (endpoint.method() == RequestMethod.GET && !endpoint.isOfTheInstallation()) {
                int answered = call(endpoint, endpoint.filled(theirs), owner, theirProgram);
                // 409: reached, though it is in no state for that.
                if (answered >= 400 && answered != 409) {
                    wrong.add(asked + ": its owner gets " + answered);
                }
            }
        }

        assertNothingIsReachableFromAnotherPart(wrong);
        assertThat(wrong).isEmpty();
        assertThat(program.get("/api/v1/cases?batch=" + theirs.get("re-examinations"))
                        .body())
                .contains("\"items\":[]");
        assertThat(RestCaller.json(theirProgram.get("/api/v1/cases/" + theirs.get("cases")))
                        .get("state")
                        .asString())
                .isEqualTo("open");
    }

    /** The same for people and programs of the organisation itself that reach another employer only. */
    private void assertNothingIsReachableFromAnotherPart(List<String> wrong) {
        var elsewhere = new Part(employees.node(NodeKind.EMPLOYER, they, "Elsewhere"), true);
        Browser administrator = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, they, elsewhere));
        administrator.get("/employees");
        RestCaller program = new RestCaller(port, accounts.accessToken(they, elsewhere, Permission.values()));
        var ids = new HashMap<>(theirs);
        String aboutEmployee = cases.about(UUID.fromString(theirs.get("employees")), "Of them")
                .id()
                .toString();
        ids.putAll(Map.of("cases", aboutEmployee, "process-instances", aboutEmployee));

        for (Endpoint endpoint : endpoints()) {
            int answered = call(endpoint, endpoint.filled(ids), administrator, program);
            if (answered != 404 && answered != 403) {
                wrong.add(endpoint.method() + " " + endpoint.pattern() + " from another part: " + answered);
            }
        }
        assertThat(administrator.get("/employees").body()).doesNotContain(theirs.get("employees"));
        assertThat(program.get("/api/v1/cases").body()).contains("\"items\":[]");
        assertThat(RestCaller.json(new RestCaller(port, accounts.accessToken(they, Permission.CASES_VIEW))
                                .get("/api/v1/cases/" + aboutEmployee))
                        .get("state")
                        .asString())
                .isEqualTo("open");
    }

    private List<Endpoint> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().startsWith("io.traject."))
                .filter(one -> !isOfTests(one.getValue().getBeanType()))
                .flatMap(one -> one.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.contains("{"))
                        .flatMap(pattern -> methods(one.getKey()).stream()
                                .map(method -> new Endpoint(method, pattern, isMultipart(one.getKey())))))
                .filter(Predicate.not(endpoint -> endpoint.kinds().isEmpty()))
                .toList();
    }

    private static boolean isOfTests(Class<?> controller) {
        return controller
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods();
    }

    private static boolean isMultipart(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static int call(Endpoint endpoint, String path, Browser browser, RestCaller program) {
        if (endpoint.method() == RequestMethod.GET) {
            return (endpoint.isApi() ? program.get(path) : browser.get(path)).statusCode();
        }
        if (endpoint.method() == RequestMethod.PUT && endpoint.isApi()) {
            return program.put(path, RestCaller.json(EveryField.ASKED), "If-Match", "\"0\"")
                    .statusCode();
        }
        if (endpoint.method() == RequestMethod.DELETE && endpoint.isApi()) {
            return program.delete(path).statusCode();
        }
        if (endpoint.method() != RequestMethod.POST) {
            throw new IllegalStateException("this test can't call " + endpoint);
        }
        if (endpoint.multipart()) {
            return program.upload(path, "files", "a.txt", "text".getBytes(StandardCharsets.UTF_8), "data", "{\"a\":1}")
                    .statusCode();
        }
        return endpoint.isApi()
                ? program.post(path, RestCaller.json(EveryField.ASKED)).statusCode()
                : browser.post(path, EveryField.ofForm()).statusCode();
    }

    private static void expect(List<String> wrong, String what, int expected, int answered) {
        if (answered != expected) {
            wrong.add(what + ": " + answered + " instead of " + expected);
        }
    }

    private String dispatchedBatch(RestCaller caller) throws Exception {
        byte[] sheet = Files.readAllBytes(SampleResidents.writeTo(files.resolve("a.xlsx"), 5));
        String batch = RestCaller.json(caller.upload("/api/v1/re-examination-batches", "file", "a.xlsx", sheet))
                .get("id")
                .asString();
        String path = "/api/v1/re-examination-batches/" + batch;
        caller.post(path + "/confirmation", "{}");
        awaitState(caller, path, "created");
        caller.post(path + "/dispatch", "{}");
        awaitState(caller, path, "dispatched");
        return batch;
    }

    private static void awaitState(RestCaller caller, String path, String state) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> RestCaller.json(caller.get(path))
                        .get("state")
                        .asString()
                        .equals(state));
    }

    private static JsonNode caseWithLetter(RestCaller caller, String batch) {
        return RestCaller.json(caller.get("/api/v1/cases?batch=" + batch))
                .get("items")
                .valueStream()
                .filter(one -> !letterOf(caller, one.get("id").asString()).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** An employer with an employee, an establishment, and what is kept of both. */
    private Map<String, String> organisation(RestCaller caller) {
        UUID employer = employees.node(NodeKind.EMPLOYER, they, "Bakery");
        SystemActor.run(() -> Stream.of(they, employer)
                .forEach(owner ->
                        addParameter.add(owner, TestParameters.ESTIMATE.code()).orThrow()));
        String employee = employees.add(employer, "1", "Baker").id().toString();
        return Map.of(
                "employers", employer.toString(),
                "employees", employee,
                "establishments",
                        employees.node(NodeKind.ESTABLISHMENT, employer, "Shop").toString(),
                "parameters", TestParameters.ESTIMATE.code(),
                "contact-persons",
                        RestCaller.json(caller.post(
                                        "/api/v1/employers/" + employer + "/contact-persons", "{\"name\":\"Baker\"}"))
                                .get("id")
                                .asString(),
                "employer-groups", group(employer),
                "employments",
                        RestCaller.json(caller.get("/api/v1/employees/" + employee + "/employments"))
                                .at("/items/0/id")
                                .asString(),
                "job-functions",
                        RestCaller.json(caller.post(
                                        "/api/v1/employers/" + employer + "/job-functions", "{\"name\":\"Baker\"}"))
                                .get("id")
                                .asString());
    }

    /** A consultation type, and that somebody is to be seen for it. */
    private Map<String, String> agenda(UUID employee) throws Exception {
        UUID type = agenda.type(they, "Spreekuur", "Consultation").id();
        String request = SystemActor.call(() -> requestAppointment.request(new NewAppointmentRequest(
                        employee, type, new CaseChoice.None(), AppointmentWishes.NONE, false, Optional.empty())))
                .orThrow()
                .id()
                .toString();
        LocalDate someWednesday = LocalDate.now().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        var when = new PlannedTime(
                PlannedTime.moment(someWednesday, LocalTime.NOON).orElseThrow(), Optional.empty());
        String appointment = SystemActor.call(
                        () -> planAppointment.plan(UUID.fromString(request), when, OptionalLong.empty()))
                .orThrow()
                .id()
                .toString();
        return Map.of(
                "consultation-types",
                type.toString(),
                "requests",
                request,
                "appointment-requests",
                request,
                "appointments",
                appointment);
    }

    /** The pages of parts of any kind are asked for with a department. */
    private Map<String, String> parts() {
        UUID employer = employees.node(NodeKind.EMPLOYER, they, "Mill");
        String department =
                employees.node(NodeKind.DEPARTMENT, employer, "Stones").toString();
        return Map.of(
                "folders", employees.node(NodeKind.FOLDER, they, "Food").toString(),
                "departments", department,
                "organisation", department);
    }

    private String group(UUID employer) {
        Browser owner = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, they));
        owner.get("/employer-groups/new");
        String page = Browser.location(owner.post("/employer-groups/new", "name", "Bakeries", "version", "0"));
        owner.post(page + "/employers/new", "employer", employer.toString());
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static String letterOf(RestCaller caller, String caseId) {
        return RestCaller.json(caller.get("/api/v1/cases/" + caseId + "/communications"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("channel").asString().equalsIgnoreCase("letter"))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElse("");
    }

    private static String supplied(RestCaller caller, String caseId) {
        return RestCaller.json(caller.upload(
                        "/api/v1/cases/" + caseId + "/supplied-data",
                        "files",
                        "a.txt",
                        "text".getBytes(StandardCharsets.UTF_8)))
                .at("/documents/0/id")
                .asString();
    }

    private String task(RestCaller caller, String caseId) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> caller.get("/api/v1/tasks").body().contains(caseId));
        return RestCaller.json(caller.get("/api/v1/tasks"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("caseId").asString().equals(caseId))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private String apiAccount() {
        String username = accounts.apiAccount(they, Permission.CASES_VIEW).username();
        return database.sql("select id::text from access_api_account where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    /** One that is published, and filled in for the case. */
    private Map<String, String> questionnaire(UUID caseId) throws Exception {
        UUID id = questionnaires.publish(they);
        questionnaires.beginNext(they, id);
        UUID filling = questionnaires.fillIn(they, caseId, TestQuestionnaires.TWENTY);
        String version = database.sql(
                        "select id::text from questionnaires_version where questionnaire_id = ? and number = 1")
                .param(id)
                .query(String.class)
                .single();
        return Map.of(
                "questionnaires", id.toString(),
                "versions", version,
                "filled-in-questionnaires", filling.toString());
    }

    private static Map<String, String> organisationImport(RestCaller caller) {
        byte[] file = TestWorkbook.aWorkbook().employee("Bakery", "2").bytes();
        String id = RestCaller.json(caller.upload("/api/v1/organisation-imports", "file", "a.xlsx", file))
                .get("id")
                .asString();
        return Map.of("imports", id, "organisation-imports", id);
    }

    /** A trigger, and that it fired at one of their events. */
    private Map<String, String> triggers(RestCaller caller) {
        UUID trigger = UUID.fromString(
                RestCaller.json(caller.post("/api/v1/triggers", """
                        {"name": "Letter", "event": "testing.happened", "actions": [{"kind": "testing-ping"}]}""")).get("id").asString());
        UUID event = database.sql("select event_id from events_snapshot where organisation_id = ? limit 1")
                .param(they)
                .query(UUID.class)
                .single();
        UUID firing = UUID.randomUUID();
        database.sql("""
                        insert into triggers_firing (id, event_id, event_type, organisation_id, trigger_id, version_id, name,
                            subject_id, depth, fired_at, actions)
                        select ?, ?, 'testing.happened', ?, v.trigger_id, v.id, 'Letter', ?, 0, now(), 1
                        from triggers_version v where v.trigger_id = ?
                        """)
                .params(firing, event, they, UUID.randomUUID(), trigger)
                .update();
        String replay = RestCaller.json(caller.post(
                        "/api/v1/triggers/" + trigger + "/replay",
                        "{\"from\": \"2026-01-01\", \"until\": \"2026-01-31\"}"))
                .get("id")
                .asString();
        return Map.of(
                "replays", replay,
                "triggers", trigger.toString(),
                "explanations", trigger.toString(),
                "log", event.toString(),
                "trigger-events", event.toString(),
                "test", event.toString(),
                "firings", firing.toString(),
                "actions", "0");
    }

    private String userWithAddress() {
        UUID user = accounts.user(StandardRole.CASE_WORKER, they).id();
        database.sql("update access_user set email = 'a@voorbeeld.example' where id = ?")
                .param(user)
                .update();
        return user.toString();
    }
}
