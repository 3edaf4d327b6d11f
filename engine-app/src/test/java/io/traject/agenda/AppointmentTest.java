package io.traject.agenda;

import static io.traject.testing.TestAgenda.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.traject.access.Reach;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.cases.Case;
import io.traject.cases.CaseType;
import io.traject.events.EventSnapshots;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.employees.ArchiveEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmployeeDetails.Contact;
import io.traject.organisation.parameters.AddParameter;
import io.traject.organisation.parameters.SetParameter;
import io.traject.organisation.tree.NodeKind;
import io.traject.rules.triggers.Condition;
import io.traject.testing.Acting;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Appointments: planned for a request, moved, called off, held or missed, and reminded of. */
@TrajectTest
class AppointmentTest {

    private static final OptionalLong WHATEVER = OptionalLong.empty();
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    RequestAppointment requestAppointment;

    @Autowired
    AppointmentRequestDirectory requests;

    @Autowired
    PlanAppointment planAppointment;

    @Autowired
    EndAppointment endAppointment;

    @Autowired
    AppointmentDirectory directory;

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    AppointmentReminderSchedule reminders;

    @Autowired
    AddParameter addParameter;

    @Autowired
    SetParameter setParameter;

    @Autowired
    ArchiveEmployee archiveEmployee;

    @Autowired
    TestAgenda agenda;

    @Autowired
    TestCases cases;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestTriggers triggers;

    @Autowired
    EventSnapshots snapshots;

    @Autowired
    JdbcClient database;

    @Autowired
    BusinessTime time;

    private UUID provider;
    private UUID ovens;
    private UUID shop;
    private Employee baker;
    private String address;
    private ConsultationType doctor;
    private ConsultationType once;
    private LocalDate monday;

    @BeforeEach
    void open() throws Exception {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        shop = employees.node(NodeKind.DEPARTMENT, bakery, "Winkel");
        address = "baker-" + UUID.randomUUID() + "@example.com";
        baker = employees.add(ovens, withAddress("1", address));
        doctor = agenda.type(provider, reminding("Spreekuur bedrijfsarts", "Company doctor", false));
        once = agenda.type(provider, details("Eenmalig", "Once only", Optional.empty(), true));
        monday = time.today().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    @Test
    void shouldBeHeldOrMissedAndThatCanBeTakenBack() throws Exception {
        Appointment planned = plan(request(baker, doctor), at(monday, 10));
        assertThat(requests(planned)).isEqualTo(RequestState.PLANNED);
        assertThat(planned.end()).isEqualTo(planned.when().start().plus(Duration.ofMinutes(20)));
        assertThat(refusal(byPlanner(() -> endAppointment.complete(planned.id(), WHATEVER))))
                .isEqualTo("appointment-not-begun");
        assertThat(refusal(byPlanner(() -> endAppointment.undo(planned.id(), WHATEVER))))
                .isEqualTo("appointment-action-not-allowed");

        begin(planned);
        byPlanner(() -> endAppointment.complete(planned.id(), WHATEVER).orThrow());
        assertThat(requests(planned)).isEqualTo(RequestState.SETTLED);
        byPlanner(() -> endAppointment.undo(planned.id(), WHATEVER).orThrow());
        assertThat(requests(planned)).isEqualTo(RequestState.PLANNED);
        byPlanner(() -> endAppointment.noShow(planned.id(), WHATEVER).orThrow());
        assertThat(get(planned).state()).isEqualTo(AppointmentState.NO_SHOW);
        byPlanner(() -> endAppointment.undo(planned.id(), WHATEVER).orThrow());
        byPlanner(() -> endAppointment.complete(planned.id(), WHATEVER).orThrow());
        byPlanner(() -> endAppointment
                .lapse(planned.id(), Optional.of("Verkeerde werknemer"), WHATEVER)
                .orThrow());

        Appointment lapsed = get(planned);
        assertThat(lapsed.state()).isEqualTo(AppointmentState.LAPSED);
        assertThat(lapsed.reason()).contains("Verkeerde werknemer");
        assertThat(lapsed.allowedActions(time.now())).isEmpty();
        assertThat(eventsOf(planned))
                .containsExactly(
                        "appointment.planned",
                        "appointment.completed",
                        "appointment.undone",
                        "appointment.noShow",
                        "appointment.undone",
                        "appointment.completed",
                        "appointment.lapsed");
        assertThat(database.sql("select string_agg(facts::text, '') from events_domain_event where subject_id = ?")
                        .param(planned.id())
                        .query(String.class)
                        .single())
                .doesNotContain("Verkeerde", "Kamer");
    }

    @Test
    void shouldBeMovedAndCalledOffAfterWhichTheRequestIsPlannedAnew() throws Exception {
        AppointmentRequest request = request(baker, doctor);
        Appointment planned = plan(request, at(monday, 10));
        LocalDate tuesday = monday.plusDays(1);

        byPlanner(() -> planAppointment
                .reschedule(planned.id(), at(tuesday, 11), WHATEVER)
                .orThrow());
        var moved = snapshots.newest(provider, "appointment.rescheduled", 1).getFirst();
        assertThat(moved.facts().changed()).containsExactly("appointment.date");
        assertThat(moved.facts().before()).containsEntry("appointment.date", monday);
        assertThat(moved.facts().now())
                .containsEntry("appointment.date", tuesday)
                .containsEntry("appointment.consultationType", "company-doctor");
        assertThat(moved.things()).containsKeys("appointment", "appointment-request", "employee", "employer");

        byPlanner(() ->
                endAppointment.cancel(planned.id(), Optional.empty(), WHATEVER).orThrow());
        assertThat(requests(planned)).isEqualTo(RequestState.OPEN);
        Appointment again = plan(request, at(tuesday, 11));
        assertThat(again.id()).isNotEqualTo(planned.id());
        assertThat(refusal(byPlanner(() -> endAppointment.cancel(planned.id(), Optional.empty(), WHATEVER))))
                .isEqualTo("appointment-action-not-allowed");
    }

    @Test
    void shouldNotBePlannedWhenItCannotBe() throws Exception {
        AppointmentRequest request = request(baker, doctor);
        assertThat(refusal(planning(request, at(monday.plusYears(3), 10)))).isEqualTo("appointment-too-far-ahead");
        assertThat(refusal(planning(request, at(time.today().minusDays(1), 10))))
                .isEqualTo("appointment-in-past");
        assertThat(refusal(planning(request, at(monday.minusDays(2), 10))))
                .isEqualTo("appointment-saturday-not-allowed");
        assertThat(refusal(planning(request, at(monday.minusDays(1), 10)))).isEqualTo("appointment-sunday-not-allowed");

        plan(request, at(monday, 10));
        assertThat(refusal(planning(request, at(monday, 12)))).isEqualTo("appointment-request-not-open");
        AppointmentRequest other = request(baker, doctor);
        assertThat(refusal(
                        planning(other, new PlannedTime(at(monday, 10).start().plusSeconds(600), Optional.empty()))))
                .isEqualTo("appointment-overlaps");
        plan(other, new PlannedTime(at(monday, 10).start().plusSeconds(1200), Optional.empty()));
    }

    @Test
    void shouldCountAsAnOpenOneWhereATypeForbidsDuplicates() throws Exception {
        Appointment planned = plan(request(baker, once), at(monday, 10));
        assertThat(refusal(asked(baker, once))).isEqualTo("appointment-request-duplicate");
        assertThat(refusal(byPlanner(() -> endAppointment.undo(planned.id(), WHATEVER))))
                .isEqualTo("appointment-action-not-allowed");
        begin(planned);
        byPlanner(() -> endAppointment.complete(planned.id(), WHATEVER).orThrow());
        request(baker, once);
        assertThat(refusal(byPlanner(() -> endAppointment.undo(planned.id(), WHATEVER))))
                .isEqualTo("appointment-request-duplicate");
    }

    @Test
    void shouldBePlannedOnceWhenTwoPlanAtOnce() throws Exception {
        AppointmentRequest request = request(baker, doctor);
        var barrier = new CyclicBarrier(2);
        Callable<String> plan = () -> {
            barrier.await();
            return byPlanner(() -> planAppointment.plan(request.id(), at(monday, 10), WHATEVER))
                            instanceof Outcome.Refused<Appointment>(var refusal)
                    ? refusal.code()
                    : "planned";
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<String> one = two.submit(plan);
            Future<String> other = two.submit(plan);
            assertThat(List.of(one.get(), other.get()))
                    .containsExactlyInAnyOrder("planned", "appointment-request-not-open");
        }
        assertThat(database.sql("select count(*) from agenda_appointment where request_id = ?")
                        .param(request.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void shouldNotLoseWhatSomebodyElseChanged() throws Exception {
        Appointment planned = plan(request(baker, doctor), at(monday, 10));
        byPlanner(() -> planAppointment
                .reschedule(planned.id(), at(monday, 11), OptionalLong.of(planned.version()))
                .orThrow());
        assertThatThrownBy(() -> byPlanner(() ->
                        endAppointment.cancel(planned.id(), Optional.empty(), OptionalLong.of(planned.version()))))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void shouldBeForWhoPlansThere() throws Exception {
        AppointmentRequest request = request(baker, doctor);
        assertThatThrownBy(() -> Acting.as(
                        StandardRole.CASE_WORKER,
                        provider,
                        Reach.whole(provider),
                        () -> planAppointment.plan(request.id(), at(monday, 10), WHATEVER)))
                .isInstanceOf(AccessDeniedException.class);
        Reach elsewhere = new Reach(Set.of(new Part(shop, true)));
        assertThatThrownBy(() -> Acting.as(
                        StandardRole.PLANNER,
                        provider,
                        elsewhere,
                        () -> planAppointment.plan(request.id(), at(monday, 10), WHATEVER)))
                .isInstanceOf(NotFoundException.class);
        Appointment planned = plan(request, at(monday, 10));
        assertThatThrownBy(
                        () -> Acting.as(StandardRole.PLANNER, provider, elsewhere, () -> directory.get(planned.id())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void shouldRemindOnceInTheMorningAndInTheLanguageOfTheEmployee() throws Exception {
        Appointment planned = plan(request(baker, doctor), at(monday, 10));
        Instant due = planned.reminder().due().orElseThrow();
        assertThat(due)
                .isEqualTo(monday.minusDays(2)
                        .atTime(RemindOfAppointments.MORNING)
                        .atZone(BusinessTime.ZONE)
                        .toInstant());
        assertThat(reminders.between(due, due))
                .anySatisfy(one -> assertThat(one.name()).isEqualTo("company-doctor"));
        reminders.catchUp();
        assertThat(mails()).isEmpty();

        fallDue(planned);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<?> one = two.submit(reminders::catchUp);
            two.submit(reminders::catchUp).get();
            one.get();
        }
        reminders.catchUp();

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .startsWith("Reminder: appointment on Monday")
                        .contains("Dear A.B. van der Jansen", "Company doctor", "Kamer 2"));
        assertThat(get(planned).reminder().sent()).isPresent();

        byPlanner(() -> planAppointment
                .reschedule(planned.id(), at(monday.plusDays(7), 10), WHATEVER)
                .orThrow());
        assertThat(get(planned).reminder().sent()).as("of the new time").isEmpty();
        assertThat(get(planned).reminder().due()).isPresent();
        byPlanner(() ->
                endAppointment.cancel(planned.id(), Optional.empty(), WHATEVER).orThrow());
        fallDue(planned);
        reminders.catchUp();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void shouldRemindNobodyOfAnEmployerThatWantsNone() throws Exception {
        Appointment planned = plan(request(baker, doctor), at(monday, 10));
        assertThat(planned.reminder().due()).isPresent();
        switchRemindersOff(planned.employer());
        Browser planner = new Browser(port).signedIn(accounts.user(StandardRole.PLANNER, provider));
        assertThat(planner.get("/agenda/appointments/" + planned.id()).body())
                .contains("voor deze werkgever staan ze nu uit")
                .doesNotContain("Wordt gemaild op");

        fallDue(planned);
        reminders.catchUp();

        assertThat(mails()).isEmpty();
        assertThat(get(planned).reminder().due()).isEmpty();
    }

    @Test
    void shouldTellTheNewTimeThoughTheEmployerWantsNoRemindersAnyMore() throws Exception {
        Appointment planned = plan(request(baker, doctor), at(monday, 10));
        fallDue(planned);
        reminders.catchUp();
        assertThat(mails()).hasSize(1);
        switchRemindersOff(planned.employer());

        byPlanner(() -> planAppointment
                .reschedule(planned.id(), at(monday.plusDays(7), 10), WHATEVER)
                .orThrow());

        assertThat(mails()).hasSize(2);
        assertThat(get(planned).reminder().sent()).isPresent();
    }

    private void switchRemindersOff(UUID employer) throws Exception {
        String code = "RemindEmployeesOfAppointments";
        Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider, Reach.whole(provider), () -> {
            long version = addParameter.add(employer, code).orThrow().version();
            return setParameter.set(employer, code, true, "false", version).orThrow();
        });
    }

    @Test
    void shouldBeNobodysChangeWhenAReminderLeaves() throws Exception {
        Appointment planned = plan(request(baker, doctor), at(monday, 10));
        fallDue(planned);
        reminders.catchUp();

        assertThat(get(planned).reminder().sent()).isPresent();
        byPlanner(() -> endAppointment
                .cancel(planned.id(), Optional.empty(), OptionalLong.of(planned.version()))
                .orThrow());
        assertThat(get(planned).reminder().sent()).as("not overwritten").isPresent();
    }

    @Test
    void shouldTellAtOnceWhoHoldsAMailWithAnotherTime() throws Exception {
        AppointmentWishes anyDay = AppointmentWishes.on(true, true);
        Appointment planned = plan(asked(baker, doctor, anyDay).orThrow(), at(monday, 10));
        fallDue(planned);
        reminders.catchUp();
        LocalDate tomorrow = time.today().plusDays(1);
        byPlanner(() -> planAppointment
                .reschedule(planned.id(), at(tomorrow, 12), WHATEVER)
                .orThrow());
        reminders.catchUp();
        assertThat(mails()).hasSize(2);

        Appointment near = plan(asked(baker, doctor, anyDay).orThrow(), at(tomorrow, 14));
        assertThat(near.reminder().due()).as("nobody was told otherwise").isEmpty();
    }

    @Test
    void shouldRemindAfterAllOnceThereIsAnAddressAndNeverWhoIsArchived() throws Exception {
        Employee without = employees.add(ovens, "2", "Zonder");
        Appointment planned = plan(request(without, doctor), at(monday, 10));
        assertThat(planned.reminder().fault()).contains(ReminderFault.NO_ADDRESS);
        database.sql("update organisation_employee set work_email = ? where id = ?")
                .params(address, without.id())
                .update();
        fallDue(planned);
        reminders.catchUp();
        assertThat(mails()).hasSize(1);
        assertThat(get(planned).reminder().fault()).isEmpty();

        Appointment other = plan(request(without, doctor), at(monday, 11));
        SystemActor.call(
                () -> archiveEmployee.archive(without.id(), without.version()).orThrow());
        fallDue(other);
        reminders.catchUp();
        reminders.catchUp();
        assertThat(mails()).hasSize(1);
        assertThat(get(other).reminder().fault()).contains(ReminderFault.ARCHIVED);
        assertThat(eventsOf(other)).containsExactly("appointment.planned", "appointment.remindersNotCreated");
        assertThat(refusal(byPlanner(() -> planAppointment.reschedule(other.id(), at(monday, 12), WHATEVER))))
                .isEqualTo("employee-archived");
    }

    @Test
    void shouldNotTakeBackWhatLeftItsTimeToAnother() throws Exception {
        Appointment held = plan(request(baker, doctor), at(monday, 10));
        begin(held);
        byPlanner(() -> endAppointment.complete(held.id(), WHATEVER).orThrow());
        begin(plan(request(baker, doctor), at(monday, 10)));
        assertThat(refusal(byPlanner(() -> endAppointment.undo(held.id(), WHATEVER))))
                .isEqualTo("appointment-overlaps");
    }

    /** A36b: somebody can be told to call. */
    @Test
    void shouldHaveATriggerTellThatNoReminderCouldBeCreated() throws Exception {
        Employee without = employees.add(ovens, "2", "Zonder");
        Case absence = cases.about(without.id(), "Rug");
        triggers.publish(
                provider,
                "Call instead",
                "appointment.remindersNotCreated",
                new Condition.All(List.of()),
                new ChosenAction(
                        "add-task", Map.of("title", "Call about {{appointment.start}}, {{appointment.place}}")));

        Appointment planned = plan(request(without, doctor), at(monday, 10));

        assertThat(planned.reminder().fault()).contains(ReminderFault.NO_ADDRESS);
        assertThat(eventsOf(planned)).containsExactly("appointment.planned", "appointment.remindersNotCreated");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.sql("select title from tasks_task where case_id = ?")
                                .param(absence.id())
                                .query(String.class)
                                .list())
                        .singleElement()
                        .satisfies(title -> assertThat(title)
                                .startsWith("Call about maandag")
                                .endsWith("10:00, Kamer 2")));
    }

    @Test
    void shouldKnowTheClockChange() {
        assertThat(PlannedTime.moment(LocalDate.of(2027, 3, 28), LocalTime.of(2, 30)))
                .as("skipped")
                .isEmpty();
        assertThat(PlannedTime.moment(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30)))
                .as("the first of two")
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
    }

    private static PlannedTime at(LocalDate day, int hour) {
        return new PlannedTime(PlannedTime.moment(day, LocalTime.of(hour, 0)).orElseThrow(), Optional.of("Kamer 2"));
    }

    private static ConsultationTypeDetails reminding(String dutch, String english, boolean noDuplicates) {
        ConsultationTypeDetails usual = details(dutch, english, Optional.of(CaseType.ABSENCE), noDuplicates);
        return new ConsultationTypeDetails(
                usual.name(), usual.duration(), usual.preferredCaseType(), usual.noDuplicates(), Optional.of(2));
    }

    private static EmployeeDetails withAddress(String number, String email) {
        EmployeeDetails usual = TestEmployees.details(number, "Jansen", Optional.empty());
        return new EmployeeDetails(
                usual.number(),
                usual.bsn(),
                usual.name(),
                usual.birthDate(),
                usual.gender(),
                Optional.of(Language.EN),
                new Contact(Optional.of(new EmailAddress(email)), Optional.empty(), Optional.empty(), Optional.empty()),
                usual.address());
    }

    private AppointmentRequest request(Employee employee, ConsultationType type) {
        return asked(employee, type).orThrow();
    }

    private Outcome<AppointmentRequest> asked(Employee employee, ConsultationType type) {
        return asked(employee, type, AppointmentWishes.NONE);
    }

    private Outcome<AppointmentRequest> asked(Employee employee, ConsultationType type, AppointmentWishes wishes) {
        return SystemActor.call(() -> requestAppointment.request(new NewAppointmentRequest(
                employee.id(), type.id(), new CaseChoice.Fitting(), wishes, false, Optional.empty())));
    }

    private Appointment plan(AppointmentRequest request, PlannedTime when) throws Exception {
        return planning(request, when).orThrow();
    }

    private Outcome<Appointment> planning(AppointmentRequest request, PlannedTime when) throws Exception {
        return byPlanner(() -> planAppointment.plan(request.id(), when, WHATEVER));
    }

    private <T> T byPlanner(Callable<T> work) throws Exception {
        return Acting.as(StandardRole.PLANNER, provider, Reach.whole(provider), work);
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
    }

    private Appointment get(Appointment appointment) {
        return SystemActor.call(() -> directory.get(appointment.id()));
    }

    private RequestState requests(Appointment appointment) {
        return SystemActor.call(() -> requests.get(appointment.request())).state();
    }

    /** Its time comes. */
    private void begin(Appointment appointment) {
        database.sql("""
                        update agenda_appointment
                        set starts_at = now() - interval '1 hour', ends_at = now() - interval '40 minutes' where id = ?
                        """).param(appointment.id()).update();
    }

    private void fallDue(Appointment appointment) {
        database.sql("update agenda_appointment set reminder_due_at = now() - interval '1 minute' where id = ?")
                .param(appointment.id())
                .update();
    }

    private List<String> eventsOf(Appointment appointment) {
        return database.sql("select type from events_domain_event where subject_id = ? order by id")
                .param(appointment.id())
                .query(String.class)
                .list();
    }

    private List<String> mails() {
        return database.sql("select subject || ' ' || text from mail_outbox where to_address = ?")
                .param(address)
                .query(String.class)
                .list();
    }
}
