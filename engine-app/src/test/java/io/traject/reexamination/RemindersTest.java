package io.traject.reexamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.cases.SupplyData;
import io.traject.communication.Communication;
import io.traject.communication.Communications;
import io.traject.communication.Correction;
import io.traject.communication.InstallStandardTemplates;
import io.traject.communication.MailBounces;
import io.traject.communication.ResendCommunication;
import io.traject.communication.TemplateKind;
import io.traject.kernel.EmailAddress;
import io.traject.testing.Acting;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestBatches;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
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

/** Who is reminded, when, and how often (C8). */
@TrajectTest
class RemindersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    TestCases cases;

    @Autowired
    TestBatches batches;

    @Autowired
    TestAccounts accounts;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @Autowired
    PrepareReminder prepareReminder;

    @Autowired
    RecordReminder recordReminder;

    @Autowired
    Communications communications;

    @Autowired
    SupplyData supplyData;

    @Autowired
    MailBounces bounces;

    @Autowired
    ResendCommunication resendCommunication;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private UUID municipality;

    @BeforeEach
    void aMunicipalityWithTemplates() {
        municipality = cases.municipality();
        SystemActor.run(() -> installStandardTemplates.install(municipality));
    }

    @Test
    void shouldPlanRemindersFromTheMomentAtWhichTheMailLeft() throws Exception {
        UUID batch = batches.dispatched(municipality, 5);
        Browser browser = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));

        for (String preference : List.of("EMAIL", "BEIDE")) {
            UUID caseId = batches.caseOf(batch, preference);
            Instant sent = communications.ofCase(caseId).stream()
                    .filter(one -> one.kind() == TemplateKind.INVITATION_MAIL)
                    .map(Communication::sentAt)
                    .findFirst()
                    .orElseThrow();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reminderTimers(caseId))
                            .containsExactlyElementsOf(Stream.of(5, 10, 14)
                                    .map(days -> sent.plus(Duration.ofHours(24L * days)))
                                    .map(moment -> moment.truncatedTo(ChronoUnit.MILLIS))
                                    .toList()));
            assertThat(browser.get("/cases/" + caseId).body()).contains("Hierna:", "Herinnering");
        }
        UUID byLetter = batches.caseOf(batch, "BRIEF");
        await().atMost(PATIENCE).until(() -> timers(byLetter, "AwaitFinalDate").size() == 1);
        assertThat(reminderTimers(byLetter)).isEmpty();
    }

    @Test
    void shouldSendEveryReminderOnce() throws Exception {
        UUID caseId = aCase("EMAIL");

        cases.invite(caseId, hoursAgo(3), hoursAgo(2), hoursAgo(1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reminders(caseId))
                        .extracting(Communication::state)
                        .containsExactly(Communication.State.SENT, Communication.State.SENT, Communication.State.SENT));
        assertThat(reminders(caseId)).extracting(Communication::occasion).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(prepare(caseId, 2)).hasValue(reminder(caseId, 2).id());
        SystemActor.run(() -> recordReminder.record(reminder(caseId, 2).id()));
        assertThat(reminders(caseId)).hasSize(3);
        assertThat(events(caseId, "re-examination.reminded")).isEqualTo(3);
        Browser browser = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
        assertThat(browser.get("/cases/" + caseId).body())
                .contains("Herinnering verzonden")
                .contains("Herinnering: wij wachten nog op uw gegevens");
    }

    @Test
    void shouldWriteOneReminderWhenItsJobIsDeliveredTwice() throws Exception {
        UUID caseId = invited("EMAIL");

        List<Optional<UUID>> both;
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<UUID>> job = () -> prepare(caseId, 1);
            both = workers.invokeAll(List.of(job, job)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(both.getFirst()).isPresent().isEqualTo(both.getLast());
        assertThat(reminders(caseId)).hasSize(1);
    }

    @Test
    void shouldRemindOnlyThoseWithAnAddressWhoWantMail() throws Exception {
        UUID batch = batches.created(municipality, 5);
        for (String preference : List.of("EMAIL", "BEIDE", "BRIEF")) {
            UUID caseId = batches.caseOf(batch, preference);
            cases.invite(caseId);
            assertThat(prepare(caseId, 1).isPresent()).isEqualTo(!preference.equals("BRIEF"));
        }
    }

    @Test
    void shouldNotRemindAfterTheFinalDate() throws Exception {
        UUID caseId = invited("EMAIL");
        database.sql("update cases_case set due_at = now() - interval '1 minute' where id = ?")
                .param(caseId)
                .update();

        assertThat(prepare(caseId, 3)).isEmpty();
    }

    @Test
    void shouldTakeAReminderBackWhenDataComesBeforeItLeaves() throws Exception {
        UUID caseId = invited("EMAIL");
        UUID mail = prepare(caseId, 1).orElseThrow();

        supplyData(caseId);

        assertThat(reminders(caseId)).isEmpty();
        assertThat(database.sql("select count(*) from mail_outbox where id = ?")
                        .param(mail)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(prepare(caseId, 2)).isEmpty();
    }

    @Test
    void shouldRecordAReminderThatLeftAsDataCame() throws Exception {
        UUID caseId = invited("EMAIL");
        UUID mail = prepare(caseId, 1).orElseThrow();
        database.sql("update mail_outbox set state = 'SENT', sent_at = now() where id = ?")
                .param(mail)
                .update();

        supplyData(caseId);
        SystemActor.run(recordReminder::recordLeft);

        assertThat(reminder(caseId, 1).state()).isEqualTo(Communication.State.SENT);
        assertThat(events(caseId, "re-examination.reminded")).isEqualTo(1);
    }

    @Test
    void shouldNotRemindAtAnAddressThatSendsMailBackUntilItIsCorrected() throws Exception {
        UUID caseId = invited("EMAIL");
        UUID first = prepare(caseId, 1).orElseThrow();
        database.sql("update mail_outbox set state = 'SENT', sent_at = now() where id = ?")
                .param(first)
                .update();
        SystemActor.call(() -> transaction.execute(status -> bounces.bounced(first, "550 5.1.1 no such user")));
        Browser caseWorker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));

        assertThat(prepare(caseId, 2)).isEmpty();
        assertThat(caseWorker.get("/cases/" + caseId).body()).contains("Mail aan dit adres komt niet aan");

        Acting.asCaseWorker(
                        municipality,
                        () -> resendCommunication.resend(
                                caseId, first, new Correction.Email(new EmailAddress("nieuw@example.org"))))
                .orThrow();
        assertThat(prepare(caseId, 2)).isPresent();
        assertThat(caseWorker.get("/cases/" + caseId).body())
                .doesNotContain("Mail aan dit adres komt niet aan")
                .contains("opnieuw verzonden");
    }

    @Test
    void shouldStopRemindingAtOnceWhenSwitchedOff() throws Exception {
        UUID caseId = invited("EMAIL");
        Browser administrator = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality));

        assertThat(administrator.get("/admin/general").body())
                .contains("4 lopende dossiers wachten op gegevens per mail");
        administrator.post("/admin/general/reminders", "municipality", municipality.toString(), "on", "false");

        assertThat(prepare(caseId, 1)).isEmpty();
        assertThat(administrator.get("/admin/general").body())
                .contains("uitgezet door Test User")
                .contains("Zet herinneringen aan");
        administrator.post("/admin/general/reminders", "municipality", municipality.toString(), "on", "true");
        assertThat(prepare(caseId, 1)).isPresent();
    }

    @Test
    void shouldLeaveTheSwitchToThoseWhoManageTheMunicipality() {
        UUID other = cases.municipality();
        Browser neighbour = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, other));
        Browser worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
        Browser installation = new Browser(port).signedIn(accounts.installationAdministrator());

        neighbour.get("/admin/general");
        assertThat(neighbour.get("/admin/general?municipality=" + municipality).statusCode())
                .isEqualTo(404);
        assertThat(neighbour
                        .post("/admin/general/reminders", "municipality", municipality.toString(), "on", "false")
                        .statusCode())
                .isEqualTo(404);
        assertThat(worker.get("/admin/general").statusCode()).isEqualTo(403);
        installation.get("/admin/general?municipality=" + municipality);
        installation.post("/admin/general/reminders", "municipality", municipality.toString(), "on", "false");
        assertThat(installation
                        .get("/admin/general?municipality=" + municipality)
                        .body())
                .contains("uitgezet door");
    }

    @Test
    void shouldFailVisiblyWithoutATemplate() throws Exception {
        UUID caseId = invited("EMAIL");
        database.sql("delete from communication_template_version using communication_template t"
                        + " where template_id = t.id and t.municipality_id = ? and t.kind = 'REMINDER_MAIL'")
                .param(municipality)
                .update();
        database.sql("delete from communication_template where municipality_id = ? and kind = 'REMINDER_MAIL'")
                .param(municipality)
                .update();

        assertThatThrownBy(() -> prepare(caseId, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reminder-mail");
        Browser operator = new Browser(port).signedIn(accounts.installationAdministrator());
        assertThat(operator.get("/admin/set-up-check").body())
                .contains("Zonder Nederlands sjabloon voor de herinnering")
                .contains(cases.nameOf(municipality));
    }

    private UUID aCase(String preference) throws Exception {
        return batches.caseOf(batches.created(municipality, 5), preference);
    }

    private UUID invited(String preference) throws Exception {
        UUID caseId = aCase(preference);
        cases.invite(caseId);
        return caseId;
    }

    private Optional<UUID> prepare(UUID caseId, int reminder) {
        return SystemActor.call(() -> prepareReminder.prepare(caseId, reminder));
    }

    private void supplyData(UUID caseId) throws Exception {
        Acting.asCaseWorker(
                municipality,
                () -> supplyData
                        .supply(caseId, Map.of("income", 1200), List.of())
                        .orThrow());
    }

    private List<Communication> reminders(UUID caseId) {
        return communications.ofCase(caseId).stream()
                .filter(one -> one.kind() == TemplateKind.REMINDER_MAIL)
                .toList();
    }

    private Communication reminder(UUID caseId, int occasion) {
        return communications.find(caseId, TemplateKind.REMINDER_MAIL, occasion).orElseThrow();
    }

    private List<Instant> reminderTimers(UUID caseId) {
        return timers(caseId, "AwaitReminder");
    }

    private List<Instant> timers(UUID caseId, String element) {
        return database.sql("""
                        select t.due_at from progress.timer t
                        join engine_start s on s.process_instance_key = t.process_instance_key
                        where s.correlation_key = ? and t.element_id = ? order by t.due_at""").params(caseId, element).query(OffsetDateTime.class).list().stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    private long events(UUID caseId, String type) {
        return database.sql("select count(*) from events_domain_event where case_id = ? and type = ?")
                .params(caseId, type)
                .query(Long.class)
                .single();
    }

    private static Instant hoursAgo(int hours) {
        return Instant.now().minus(Duration.ofHours(hours));
    }
}
