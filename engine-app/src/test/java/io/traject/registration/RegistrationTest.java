package io.traject.registration;

import static io.traject.testing.Browser.location;
import static io.traject.testing.RestCaller.json;
import static io.traject.testing.RestCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.access.users.DeactivateUser;
import io.traject.organisation.parameters.AddParameter;
import io.traject.organisation.parameters.SetParameter;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An employer from its draft to its publication, by REST and by pages, with its process and its tasks. */
@TrajectTest
class RegistrationTest {

    private static final String DAYS_OF_REST = "DaysUntilReminderOfRegistration";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    Tree tree;

    @Autowired
    PrepareReminder prepareReminder;

    @Autowired
    PrepareWelcome prepareWelcome;

    @Autowired
    AddParameter addParameter;

    @Autowired
    SetParameter setParameter;

    @Autowired
    DeactivateUser deactivateUser;

    @Autowired
    EngineCommands engine;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    private UUID organisation;
    private RestCaller program;

    @BeforeEach
    void anOrganisation() {
        organisation = cases.municipality();
        program = new RestCaller(
                port,
                accounts.accessToken(
                        organisation,
                        Permission.ORGANISATION_VIEW,
                        Permission.EMPLOYERS_REGISTER,
                        Permission.EMPLOYERS_PUBLISH,
                        Permission.TASKS_WORK));
    }

    @Test
    void shouldLeadADraftToAPlaceInTheOrganisation() {
        // a draft, with a task
        HttpResponse<String> drafted = draft("Bakkerij Jansen", "one-key");
        assertThat(drafted.statusCode()).isEqualTo(201);
        String employer = json(drafted).get("id").asString();
        assertThat(location(drafted)).isEqualTo("/api/v1/employers/" + employer);
        assertThat(json(drafted).get("state").asString()).isEqualTo("draft");
        assertThat(fields(json(drafted))).containsExactly("visitingAddress", "email");
        assertThat(json(draft("Bakkerij Jansen", "one-key")).get("id").asString())
                .as("the same key again")
                .isEqualTo(employer);
        assertThat(tree.find(UUID.fromString(employer))).isEmpty();
        JsonNode task = awaitTask(employer, "complete-registration");
        assertThat(task.get("subject").asString()).isEqualTo("Bakkerij Jansen");
        assertThat(problem(program.post(
                        "/api/v1/tasks/" + task.get("id").asString() + "/complete", "{\"outcome\":\"registered\"}")))
                .isEqualTo("task-done-elsewhere");

        // saved while it is incomplete, then complete
        HttpResponse<String> incomplete = register(employer, Map.of("email", "geen adres"));
        assertThat(incomplete.statusCode()).isEqualTo(200);
        assertThat(json(incomplete).at("/registration/email").asString()).isEqualTo("geen adres");
        assertThat(fields(json(incomplete))).containsExactly("visitingAddress", "email");
        assertThat(awaitTask(employer, "complete-registration").get("id")).isEqualTo(task.get("id"));
        HttpResponse<String> complete = register(employer, complete());
        assertThat(json(complete).get("state").asString()).isEqualTo("registered");
        assertThat(json(complete).get("shortcomings")).isEmpty();
        awaitTask(employer, "publish-employer");

        // incomplete again, and back
        assertThat(json(register(employer, Map.of())).get("state").asString()).isEqualTo("draft");
        awaitTask(employer, "complete-registration");
        assertThat(problem(publish(employer, null))).isEqualTo("employer-incomplete");
        register(employer, complete());
        awaitTask(employer, "publish-employer");

        // published in a folder
        UUID folder = UUID.randomUUID();
        SystemActor.run(
                () -> tree.add(NodeKind.FOLDER, organisation, folder, "Noord").orThrow());
        HttpResponse<String> published = publish(employer, folder);
        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(json(published).get("state").asString()).isEqualTo("published");
        assertThat(tree.path(UUID.fromString(employer)))
                .hasSize(3)
                .last()
                .satisfies(node -> assertThat(node.name()).isEqualTo("Bakkerij Jansen"));
        awaitEnd(employer, "EmployerPublished");
        assertThat(openTasks(employer)).isEmpty();
        assertThat(mailsTo("info@" + employer + ".example")).isEqualTo(1);
        assertThat(events(employer))
                .containsExactly(
                        "employer.drafted",
                        "task.added",
                        "employer.changed",
                        "employer.registered",
                        "task.completed",
                        "task.added",
                        "employer.sentBack",
                        "task.completed",
                        "task.added",
                        "employer.registered",
                        "task.completed",
                        "task.added",
                        "employer.published",
                        "task.completed");

        // what is published stays complete, and can't be cancelled
        assertThat(problem(register(employer, Map.of()))).isEqualTo("employer-incomplete");
        assertThat(problem(program.post("/api/v1/employers/" + employer + "/cancellation", "")))
                .isEqualTo("employer-published");
        assertThat(json(program.get("/api/v1/employers?q=JANSEN&state=published"))
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(employer);
    }

    @Test
    void shouldGoThroughWhatWasDoneBeforeTheProcessAskedForIt() {
        String employer =
                json(draft("Vlug B.V.", UUID.randomUUID().toString())).get("id").asString();
        register(employer, complete());
        assertThat(publish(employer, null).statusCode()).isEqualTo(200);

        awaitEnd(employer, "EmployerPublished");

        assertThat(openTasks(employer)).isEmpty();
        assertThat(mailsTo("info@" + employer + ".example")).isEqualTo(1);
    }

    @Test
    void shouldEndWhenCancelledAndStayToBeLookedUp() {
        String employer =
                json(draft("Toch niet", UUID.randomUUID().toString())).get("id").asString();
        awaitTask(employer, "complete-registration");

        assertThat(program.post("/api/v1/employers/" + employer + "/cancellation", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(openTasks(employer)).isEmpty();
        awaitEnd(employer, "RegistrationCancelled");
        assertThat(json(program.get("/api/v1/employers/" + employer))
                        .get("state")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(json(program.get("/api/v1/employers?state=cancelled"))
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(employer);
        assertThat(problem(register(employer, complete()))).isEqualTo("employer-cancelled");
        assertThat(problem(publish(employer, null))).isEqualTo("employer-cancelled");
    }

    @Test
    void shouldStartOneProcessHoweverOftenItIsTold() {
        UUID employer = UUID.fromString(
                json(draft("Dubbel", UUID.randomUUID().toString())).get("id").asString());
        awaitTask(employer.toString(), "complete-registration");

        // a message that the engine does not recognise as a repeat
        transactions.executeWithoutResult(status -> engine.publish(List.of(new EngineMessage(
                Messages.EMPLOYER_DRAFTED,
                employer,
                UUID.randomUUID(),
                Map.of(
                        Variables.EMPLOYER_ID,
                        employer.toString(),
                        Variables.RESTS_UNTIL,
                        Instant.now().toString())))));
        program.post("/api/v1/employers/" + employer + "/cancellation", "");
        awaitEnd(employer.toString(), "RegistrationCancelled");

        await().atMost(PATIENCE).until(() -> database.sql("""
                                select count(*) from progress.element e
                                join progress.process_instance p on p.key = e.process_instance_key
                                where p.process_id = 'employer-registration' and e.element_id = 'AlreadyStarted'
                                    and e.state = 'COMPLETED'""").query(Long.class).single() == 1);
        assertThat(openTasks(employer.toString())).isEmpty();
    }

    @Test
    void shouldRefuseWhatCannotBeRightAndSayWhy() {
        assertThat(problem(program.post("/api/v1/employers", "{\"name\":\" \",\"country\":\"NL\"}")))
                .isEqualTo("employer-name-unfit");
        assertThat(problem(program.post("/api/v1/employers", "{\"name\":\"A\",\"country\":\"XX\"}")))
                .isEqualTo("employer-country-unknown");
        String employer =
                json(draft("Streng", UUID.randomUUID().toString())).get("id").asString();
        HttpResponse<String> notAsked = register(employer, Map.of("language", "en"));
        assertThat(notAsked.statusCode()).isEqualTo(422);
        assertThat(problem(notAsked)).isEqualTo("employer-field-not-asked");
        assertThat(problem(register(employer, Map.of("kvkNumber", "1".repeat(40)))))
                .isEqualTo("employer-item-unfit");
        assertThat(program.put(
                                "/api/v1/employers/" + employer + "/registration",
                                RestCaller.json(Map.of("name", "Streng", "country", "NL")),
                                "If-Match",
                                "\"99\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void shouldKeepEmployersToWhoMaySeeThem() {
        String employer =
                json(draft("Geheim", UUID.randomUUID().toString())).get("id").asString();
        UUID other = cases.municipality();
        RestCaller neighbour = new RestCaller(port, accounts.accessToken(other, Permission.values()));
        RestCaller reader = new RestCaller(port, accounts.accessToken(organisation, Permission.ORGANISATION_VIEW));
        UUID theirFolder = UUID.randomUUID();
        SystemActor.run(
                () -> tree.add(NodeKind.FOLDER, other, theirFolder, "Elders").orThrow());

        assertThat(neighbour.get("/api/v1/employers/" + employer).statusCode()).isEqualTo(404);
        assertThat(neighbour
                        .put("/api/v1/employers/" + employer + "/registration", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(neighbour
                        .post("/api/v1/employers/" + employer + "/publication", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(neighbour
                        .post("/api/v1/employers/" + employer + "/cancellation", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(neighbour.get("/api/v1/employers")).get("total").asInt())
                .isZero();
        assertThat(reader.get("/api/v1/employers/" + employer).statusCode()).isEqualTo(404);
        assertThat(json(reader.get("/api/v1/employers")).get("total").asInt()).isZero();
        assertThat(reader.post("/api/v1/employers", "{\"name\":\"A\",\"country\":\"NL\"}")
                        .statusCode())
                .isEqualTo(403);
        register(employer, complete());
        assertThat(publish(employer, theirFolder).statusCode()).isEqualTo(404);
        publish(employer, null);
        assertThat(reader.get("/api/v1/employers/" + employer).statusCode()).isEqualTo(200);
        assertThat(json(reader.get("/api/v1/employers")).get("total").asInt()).isEqualTo(1);

        Browser worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, organisation));
        assertThat(worker.get("/employers/drafts").statusCode()).isEqualTo(403);
        assertThat(worker.get("/employers/" + employer + "/registration").statusCode())
                .isEqualTo(403);
        Browser elsewhere = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, other));
        for (String page : List.of("registration", "publication", "cancellation")) {
            assertThat(elsewhere.get("/employers/" + employer + "/" + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
    }

    @Test
    void shouldShowTwoRegistrarsWhatTheOtherChanged() {
        String employer =
                json(draft("Samen", UUID.randomUUID().toString())).get("id").asString();
        Browser one = new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation));
        String page = "/employers/" + employer + "/registration";
        one.get(page);
        register(employer, Map.of("code", "W-1"));

        HttpResponse<String> overtaken =
                one.post(page, "name", "Samen", "country", "NL", "code", "W-2", "version", "0");

        assertThat(overtaken.statusCode()).isEqualTo(200);
        assertThat(overtaken.body()).contains("W-1").contains("W-2");
        assertThat(json(program.get("/api/v1/employers/" + employer))
                        .at("/registration/code")
                        .asString())
                .isEqualTo("W-1");
    }

    @Test
    void shouldLeadARegistrarThroughThePages() {
        Browser registrar =
                new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation));
        registrar.get("/employers/new");
        assertThat(registrar.post("/employers/new", "name", "", "country", "NL").body())
                .contains("Vul een naam in");
        assertThat(location(registrar.post("/employers/new", "name", "Later B.V.", "country", "NL")))
                .isEqualTo("/employers/drafts");
        assertThat(registrar.get("/employers/drafts").body()).contains("Later B.V.", "Concept", "Test User");
        String page =
                location(registrar.post("/employers/new", "name", "Meteen B.V.", "country", "NL", "further", "true"));
        assertThat(registrar.get(page).body())
                .contains("E-mailadres: vul dit in")
                .doesNotContain("Loonheffingennummer");
        String employer = page.split("/")[2];
        JsonNode task = awaitTask(employer, "complete-registration");
        assertThat(location(registrar.get("/tasks/" + task.get("id").asString())))
                .isEqualTo(page);

        registrar.get(page);
        assertThat(location(registrar.post(
                        page,
                        "name",
                        "Meteen B.V.",
                        "country",
                        "NL",
                        "visitingStreet",
                        "Dorpsstraat",
                        "visitingHouseNumber",
                        "12",
                        "visitingPostcode",
                        "1234ab",
                        "visitingCity",
                        "Voorbeeld",
                        "email",
                        "info@meteen.example",
                        "version",
                        "0")))
                .isEqualTo(page);
        assertThat(registrar.get(page).body()).contains("De registratie is volledig", "1234 AB");
        String publication = "/employers/" + employer + "/publication";
        assertThat(registrar.get(publication).body()).contains("Plaats in de organisatie");
        assertThat(location(registrar.post(publication, "place", organisation.toString(), "version", "1")))
                .isEqualTo("/employers/" + employer);
        assertThat(registrar.get("/employers/" + employer).body())
                .contains("Meteen B.V.", "Dorpsstraat 12, 1234 AB Voorbeeld", "info@meteen.example");
        assertThat(tree.find(UUID.fromString(employer))).isPresent();
        assertThat(registrar.get("/employers/drafts").body()).doesNotContain("Meteen B.V.");

        String later = database.sql(
                        "select id from organisation_employer where name = 'Later B.V.' and organisation_id = ?")
                .param(organisation)
                .query(String.class)
                .single();
        String cancellation = "/employers/" + later + "/cancellation";
        assertThat(registrar.get(cancellation).body()).contains("Wat is ingevuld, wordt bewaard");
        assertThat(location(registrar.post(cancellation, "version", "0"))).isEqualTo("/employers/drafts");
        assertThat(registrar.get("/employers/" + later + "/registration").body())
                .contains("De registratie is geannuleerd");
        assertThat(registrar.get("/employers/drafts").body()).doesNotContain("/employers/" + later);
        assertThat(registrar.get("/employers/drafts?state=CANCELLED&q=LATER").body())
                .contains("Later B.V.", "/employers/" + later + "/registration")
                .doesNotContain(cancellation);
        assertThat(registrar.get("/employers/drafts?q=nobody").body()).contains("Geen werkgever gevonden");
    }

    @Test
    void shouldRemindOnceHoweverOftenItsJobIsDelivered() throws Exception {
        TestAccounts.TestUser user = accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation);
        database.sql("update access_user set email = ? where id = ?")
                .params(user.username() + "@registrar.example", user.id())
                .update();
        Browser registrar = new Browser(port).signedIn(user);
        registrar.get("/employers/new");
        String page =
                location(registrar.post("/employers/new", "name", "Rustig B.V.", "country", "NL", "further", "true"));
        UUID employer = UUID.fromString(page.split("/")[2]);
        Instant due = Instant.now().plus(Duration.ofMinutes(1));
        assertThat(prepareReminder(employer, due).mail())
                .as("it does not rest yet")
                .isEmpty();
        database.sql("update organisation_employer set worked_on_at = worked_on_at - interval '20 days' where id = ?")
                .param(employer)
                .update();

        List<PrepareReminder.Prepared> both;
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<PrepareReminder.Prepared> job = () -> prepareReminder(employer, due);
            both = workers.invokeAll(List.of(job, job)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(both.getFirst().mail()).isPresent().isEqualTo(both.getLast().mail());
        assertThat(both.getFirst().restsUntil()).isEqualTo(both.getLast().restsUntil());
        assertThat(database.sql("select subject from mail_outbox where to_address = ?")
                        .param(user.username() + "@registrar.example")
                        .query(String.class)
                        .list())
                .containsExactly("Wacht nog op u: de registratie van Rustig B.V.");
        assertThat(prepareReminder(employer, due.plusSeconds(1)).mail())
                .as("reminded just now")
                .isEmpty();
    }

    @Test
    void shouldRemindWhoeverMayRegisterEmployersOfADraftMadeByAProgram() {
        UUID employer = restingDraftOfTheProgram("Door een programma");
        Instant due = Instant.now().plus(Duration.ofMinutes(1));
        String checks = "/admin/set-up-check";
        Browser administrator = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, organisation));
        TestAccounts.TestUser elsewhere = withAddress(accounts.user(
                StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation, new Reach.Part(UUID.randomUUID(), true)));
        TestAccounts.TestUser another = withAddress(accounts.user(StandardRole.PLANNER, organisation));
        assertThat(prepareReminder(employer, due).mail()).as("nobody").isEmpty();
        assertThat(administrator.get(checks).body()).contains("niemand kan daaraan herinnerd worden");

        List<TestAccounts.TestUser> registrars = Stream.generate(
                        () -> withAddress(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation)))
                .limit(11)
                .sorted(Comparator.comparing(TestAccounts.TestUser::username))
                .toList();

        Optional<UUID> mail = prepareReminder(employer, due).mail();
        deactivate(registrars.getFirst());
        assertThat(prepareReminder(employer, due).mail()).isPresent().isEqualTo(mail);
        assertThat(registrars.stream().filter(user -> mailsTo(address(user)) == 1))
                .containsExactlyElementsOf(registrars.subList(0, 10));
        assertThat(mailsTo(address(registrars.getLast()))).isZero();
        assertThat(mailsTo(address(elsewhere)) + mailsTo(address(another))).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(registrars.subList(1, 10))
                        .as("those that the process of the employer does not send")
                        .allMatch(user -> sentTo(address(user))));
        assertThat(administrator.get(checks).body())
                .contains("er is iemand die daaraan herinnerd kan worden")
                .doesNotContain("niemand kan daaraan");
    }

    @Test
    void shouldRemindColleaguesOfWhoMayNoLongerRegisterEmployers() {
        TestAccounts.TestUser drafter = withAddress(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation));
        TestAccounts.TestUser worker = withAddress(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation));
        UUID employer = restingDraftOfTheProgram("Van een vertrokken collega");
        database.sql("update organisation_employer set drafted_by = ?, worked_on_by = ? where id = ?")
                .params(drafter.id(), worker.id(), employer)
                .update();
        Instant due = Instant.now().plus(Duration.ofMinutes(1));

        database.sql("update access_user set role_id = ? where id = ?")
                .params(accounts.role(organisation, StandardRole.PLANNER), worker.id())
                .update();
        assertThat(prepareReminder(employer, due).mail()).isPresent();
        assertThat(List.of(mailsTo(address(worker)), mailsTo(address(drafter)))).containsExactly(0L, 1L);

        TestAccounts.TestUser colleague =
                withAddress(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation));
        deactivate(drafter);
        rest(employer);
        assertThat(prepareReminder(employer, due.plusSeconds(1)).mail()).isPresent();
        assertThat(List.of(mailsTo(address(worker)), mailsTo(address(drafter)), mailsTo(address(colleague))))
                .containsExactly(0L, 1L, 1L);
    }

    private UUID restingDraftOfTheProgram(String name) {
        UUID employer = UUID.fromString(
                json(draft(name, UUID.randomUUID().toString())).get("id").asString());
        rest(employer);
        return employer;
    }

    /** Nobody has worked on it, or been reminded of it, for longer than it may rest. */
    private void rest(UUID employer) {
        database.sql("""
                        update organisation_employer set worked_on_at = worked_on_at - interval '20 days',
                            reminded_at = reminded_at - interval '20 days' where id = ?""").param(employer).update();
    }

    private TestAccounts.TestUser withAddress(TestAccounts.TestUser user) {
        database.sql("update access_user set email = ? where id = ?")
                .params(address(user), user.id())
                .update();
        return user;
    }

    private static String address(TestAccounts.TestUser user) {
        return user.username() + "@registrar.example";
    }

    private void deactivate(TestAccounts.TestUser user) {
        SystemActor.run(() -> deactivateUser.deactivate(user.id()).orThrow());
    }

    private boolean sentTo(String address) {
        return database.sql("select state from mail_outbox where to_address = ?")
                .param(address)
                .query(String.class)
                .list()
                .equals(List.of("SENT"));
    }

    @Test
    void shouldLetAnEmployerRestAsLongAsTheOrganisationSetIt() {
        SystemActor.run(() -> {
            addParameter.add(organisation, DAYS_OF_REST).orThrow();
            setParameter.set(organisation, DAYS_OF_REST, true, "3", 0).orThrow();
        });
        String employer = json(draft("Drie dagen", UUID.randomUUID().toString()))
                .get("id")
                .asString();
        UUID another = cases.municipality();
        String usual = json(new RestCaller(port, accounts.accessToken(another, Permission.EMPLOYERS_REGISTER))
                        .post("/api/v1/employers", "{\"name\":\"Zoals altijd\",\"country\":\"NL\"}"))
                .get("id")
                .asString();

        assertThat(waitsUntil(employer)).isCloseTo(Instant.now().plus(Duration.ofDays(3)), within(1, ChronoUnit.HOURS));
        assertThat(waitsUntil(usual)).isCloseTo(Instant.now().plus(Duration.ofDays(14)), within(1, ChronoUnit.HOURS));
    }

    /** When the process of the employer stops waiting. */
    private Instant waitsUntil(String employer) {
        String sql = """
                select t.due_at from progress.timer t
                join engine_start s on s.process_instance_key = t.process_instance_key
                where s.correlation_key = ?::uuid and t.state = 'ACTIVE'""";
        await().atMost(PATIENCE)
                .until(() -> !database.sql(sql)
                        .param(employer)
                        .query(OffsetDateTime.class)
                        .list()
                        .isEmpty());
        return database.sql(sql)
                .param(employer)
                .query(OffsetDateTime.class)
                .list()
                .getFirst()
                .toInstant();
    }

    @Test
    void shouldWelcomeInTheLanguageOfTheEmployer() {
        database.sql("insert into organisation_profile values (?, 'Test', now(), 0)")
                .param(organisation)
                .update();
        database.sql("insert into organisation_profile_field values (?, 'LANGUAGE', 'SHOWN')")
                .param(organisation)
                .update();
        String employer = json(draft("Welcome Ltd", UUID.randomUUID().toString()))
                .get("id")
                .asString();
        Map<String, Object> registration = new HashMap<>(complete());
        registration.put("language", "en");
        assertThat(register(employer, registration).statusCode()).isEqualTo(200);
        publish(employer, null);
        awaitEnd(employer, "EmployerPublished");

        assertThat(database.sql("select subject from mail_outbox where to_address = ?")
                        .param("info@" + employer + ".example")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("Welcome to ");
        assertThat(SystemActor.call(() -> prepareWelcome.prepare(UUID.fromString(employer))))
                .as("again")
                .isPresent();
        assertThat(mailsTo("info@" + employer + ".example")).isEqualTo(1);
    }

    private PrepareReminder.Prepared prepareReminder(UUID employer, Instant due) {
        return SystemActor.call(() -> prepareReminder.prepare(employer, due));
    }

    private HttpResponse<String> draft(String name, String key) {
        return program.post(
                "/api/v1/employers", RestCaller.json(Map.of("name", name, "country", "nl")), "Idempotency-Key", key);
    }

    private HttpResponse<String> register(String employer, Map<String, ?> registration) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "Bakkerij Jansen", "country", "NL"));
        body.putAll(registration);
        body.replace("email", "info@", "info@" + employer + ".example");
        return program.put("/api/v1/employers/" + employer + "/registration", RestCaller.json(body));
    }

    /** The address becomes the employer's own. */
    private static Map<String, Object> complete() {
        return Map.of(
                "visitingStreet", "Dorpsstraat",
                "visitingHouseNumber", "12",
                "visitingPostcode", "1234 AB",
                "visitingCity", "Voorbeeld",
                "email", "info@");
    }

    private HttpResponse<String> publish(String employer, UUID folder) {
        return program.post(
                "/api/v1/employers/" + employer + "/publication",
                folder == null ? "{}" : RestCaller.json(Map.of("folderId", folder.toString())));
    }

    private static List<String> fields(JsonNode employer) {
        return employer.get("shortcomings")
                .valueStream()
                .map(one -> one.get("field").asString())
                .toList();
    }

    private JsonNode awaitTask(String employer, String type) {
        return await().atMost(PATIENCE)
                .until(
                        () -> openTasks(employer).stream()
                                .filter(task -> task.get("type").asString().equals(type))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<JsonNode> openTasks(String employer) {
        return json(program.get("/api/v1/tasks"))
                .get("items")
                .valueStream()
                .filter(task -> task.get("subjectId").asString().equals(employer))
                .toList();
    }

    private void awaitEnd(String employer, String element) {
        await().atMost(PATIENCE)
                .until(() -> database.sql("""
                                select count(*) from progress.element e
                                join engine_start s on s.process_instance_key = e.process_instance_key
                                where s.correlation_key = ? and e.element_id = ? and e.state = 'COMPLETED'""")
                                .params(UUID.fromString(employer), element)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private List<String> events(String employer) {
        return database.sql("select type from events_domain_event where subject_id = ? order by id")
                .param(UUID.fromString(employer))
                .query(String.class)
                .list();
    }

    private long mailsTo(String address) {
        return database.sql("select count(*) from mail_outbox where to_address = ?")
                .param(address)
                .query(Long.class)
                .single();
    }
}
