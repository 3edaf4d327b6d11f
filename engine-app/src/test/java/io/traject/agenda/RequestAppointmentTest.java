package io.traject.agenda;

import static io.traject.testing.TestAgenda.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Reach;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.agenda.NewAppointmentRequest.Origin;
import io.traject.cases.CaseResult;
import io.traject.cases.CaseType;
import io.traject.cases.CloseCase;
import io.traject.cases.NewEmployeeCase;
import io.traject.cases.OpenEmployeeCase;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.employees.ArchiveEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Acting;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Appointment requests: who may ask for what, for whom, and what becomes of it. */
@TrajectTest
class RequestAppointmentTest {

    private static final OptionalLong WHATEVER = OptionalLong.empty();

    @Autowired
    RequestAppointment requestAppointment;

    @Autowired
    MoveAppointmentRequest move;

    @Autowired
    ChangeAppointmentRequest changeRequest;

    @Autowired
    AppointmentRequestDirectory directory;

    @Autowired
    KeepConsultationTypes keep;

    @Autowired
    ArchiveEmployee archiveEmployee;

    @Autowired
    OpenEmployeeCase openCase;

    @Autowired
    CloseCase closeCase;

    @Autowired
    TestAgenda agenda;

    @Autowired
    TestEmployees employees;

    @Autowired
    JdbcClient database;

    @Autowired
    BusinessTime time;

    private UUID provider;
    private UUID ovens;
    private UUID shop;
    private Employee baker;
    private ConsultationType doctor;
    private ConsultationType once;

    @BeforeEach
    void open() throws Exception {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        shop = employees.node(NodeKind.DEPARTMENT, bakery, "Winkel");
        baker = employees.add(ovens, "1", "Jansen");
        doctor = agenda.type(provider, "Spreekuur bedrijfsarts", "Company doctor");
        once = agenda.type(provider, details("Eenmalig", "Once only", Optional.empty(), true));
    }

    @Test
    void shouldBeRequestedByTheSystemAsATriggerSays() {
        AppointmentRequest request = bySystem(new NewAppointmentRequest(
                        baker.id(),
                        doctor.id(),
                        new CaseChoice.Preferred(),
                        AppointmentWishes.on(true, false),
                        false,
                        Optional.of(new Origin(UUID.randomUUID() + "/0", "Oproep na een hoge score"))))
                .orThrow();

        AppointmentRequest stored = SystemActor.call(() -> directory.get(request.id()));
        assertThat(stored.state()).isEqualTo(RequestState.OPEN);
        assertThat(stored.wishes()).isEqualTo(AppointmentWishes.on(true, false));
        assertThat(stored.about()).as("has no case of absence").isEmpty();
        assertThat(stored.origin()).contains("Oproep na een hoge score");
        assertThat(stored.requested().by()).isEqualTo(SystemActor.NAME);
        assertThat(stored.opened()).map(AppointmentRequest.Deed::by).contains(SystemActor.NAME);
        assertThat(eventsOf(request))
                .containsExactly(
                        "appointment.requested {\"draft\": false, \"employeeId\": \"%s\", \"employerId\": \"%s\", \"saturdayAllowed\": true, \"consultationType\": \"company-doctor\", \"sundayHolidayAllowed\": false}"
                                .formatted(baker.id(), baker.employer()));
    }

    @Test
    void shouldBeAboutTheOpenCaseOfTheTypeThatIsPreferred() {
        UUID elder = open(baker, CaseType.ABSENCE);
        UUID newest = open(baker, CaseType.ABSENCE);
        UUID guidance = open(baker, CaseType.GUIDANCE);
        UUID ended = open(baker, CaseType.ABSENCE);
        SystemActor.run(
                () -> closeCase.close(ended, CaseResult.values()[0], WHATEVER).orThrow());
        UUID ofAnother = open(employees.add(ovens, "2", "Visser"), CaseType.ABSENCE);

        assertThat(bySystem(wanted(doctor, new CaseChoice.Preferred(), AppointmentWishes.NONE))
                        .orThrow()
                        .about())
                .contains(newest);
        AppointmentRequest chosen = bySystem(wanted(doctor, new CaseChoice.Of(guidance), AppointmentWishes.NONE))
                .orThrow();
        assertThat(chosen.about()).contains(guidance);
        for (UUID none : List.of(ended, ofAnother)) {
            assertThat(bySystem(wanted(doctor, new CaseChoice.Of(none), AppointmentWishes.NONE)))
                    .isEqualTo(Outcome.refused("case-not-open-of-employee"));
        }
        SystemActor.run(() -> {
            closeCase.close(guidance, CaseResult.values()[0], WHATEVER).orThrow();
            assertThat(changeRequest
                            .change(
                                    chosen.id(),
                                    AppointmentWishes.on(true, true),
                                    new CaseChoice.Of(guidance),
                                    WHATEVER)
                            .orThrow()
                            .about())
                    .as("what it is about may have ended since")
                    .contains(guidance);
            assertThat(changeRequest.change(chosen.id(), AppointmentWishes.NONE, new CaseChoice.Of(ended), WHATEVER))
                    .isEqualTo(Outcome.refused("case-not-open-of-employee"));
            assertThat(changeRequest
                            .change(chosen.id(), AppointmentWishes.NONE, new CaseChoice.Of(elder), WHATEVER)
                            .orThrow()
                            .about())
                    .contains(elder);
        });
    }

    @Test
    void shouldAnswerARepeatWithWhatTheFirstHasMade() {
        NewAppointmentRequest wanted = fromTrigger(doctor, UUID.randomUUID() + "/1");
        AppointmentRequest first = bySystem(wanted).orThrow();
        SystemActor.run(() -> move.withdraw(first.id(), WHATEVER).orThrow());

        assertThat(bySystem(wanted).orThrow().id()).isEqualTo(first.id());
        assertThat(requestsOf(baker)).isOne();
        assertThat(bySystem(fromTrigger(doctor, UUID.randomUUID() + "/1"))
                        .orThrow()
                        .id())
                .as("another key")
                .isNotEqualTo(first.id());
    }

    @Test
    void shouldBeMadeOnceByTwoRepeatsAtTheSameMoment() throws Exception {
        NewAppointmentRequest wanted = fromTrigger(once, "key");
        List<Outcome<AppointmentRequest>> both = atTheSameMoment(() -> bySystem(wanted));

        assertThat(both.get(0).orThrow().id()).isEqualTo(both.get(1).orThrow().id());
        assertThat(requestsOf(baker)).isOne();
    }

    @Test
    void shouldRefuseSecondOpenRequestOfTheSameType() {
        AppointmentRequest first = bySystem(wanted(once, false)).orThrow();

        assertThat(bySystem(wanted(once, false))).isEqualTo(Outcome.refused("appointment-request-duplicate"));
        AppointmentRequest draft = bySystem(wanted(once, true)).orThrow();
        assertThat(SystemActor.call(() -> move.open(draft.id(), WHATEVER)))
                .isEqualTo(Outcome.refused("appointment-request-duplicate"));
        bySystem(wanted(doctor, false)).orThrow();
        bySystem(wanted(doctor, false)).orThrow();

        SystemActor.run(() -> move.withdraw(first.id(), WHATEVER).orThrow());
        assertThat(SystemActor.call(() -> move.open(draft.id(), WHATEVER))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void shouldLetOneOfTwoUsersAtTheSameMomentAskForIt() throws Exception {
        List<Outcome<AppointmentRequest>> both =
                atTheSameMoment(() -> asPlanner(() -> requestAppointment.request(wanted(once, false))));

        assertThat(both)
                .hasAtLeastOneElementOfType(Outcome.Done.class)
                .contains(Outcome.refused("appointment-request-duplicate"));
        assertThat(requestsOf(baker)).isOne();
    }

    @Test
    void shouldBeHeldToItByTheDatabaseToo() {
        AppointmentRequest first = bySystem(wanted(once, false)).orThrow();

        assertThatThrownBy(() -> database.sql("""
                                insert into agenda_appointment_request (id, organisation_id, employee_id, employer_id,
                                    consultation_type_id, state, sole, saturday_allowed, sunday_holiday_allowed,
                                    requested_by, requested_by_name, created_at, opened_at, opened_by_name, version)
                                select gen_random_uuid(), organisation_id, employee_id, employer_id,
                                    consultation_type_id, state, sole, saturday_allowed, sunday_holiday_allowed,
                                    requested_by, requested_by_name, created_at, opened_at, opened_by_name, version
                                from agenda_appointment_request where id = ?
                                """).param(first.id()).update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("agenda_appointment_request_sole");
    }

    @Test
    void shouldHeedThatATypeForbidsDuplicatesFromNowOn() throws Exception {
        bySystem(wanted(doctor, false)).orThrow();
        bySystem(wanted(doctor, false)).orThrow();

        administrating(() -> keep.change(
                        doctor.id(), details("Spreekuur", "Doctor", Optional.of(CaseType.ABSENCE), true), 0))
                .orThrow();

        assertThat(bySystem(wanted(doctor, false))).isEqualTo(Outcome.refused("appointment-request-duplicate"));
        assertThat(requestsOf(baker)).as("what was asked stays").isEqualTo(2);
    }

    @Test
    void shouldSayWhyItRefuses() throws Exception {
        AppointmentRequest draft = bySystem(wanted(doctor, true)).orThrow();
        assertThat(bySystem(wanted(once, new CaseChoice.Preferred(), AppointmentWishes.NONE)))
                .isEqualTo(Outcome.refused("consultation-type-without-preferred-case-type"));
        assertThat(bySystem(wanted(once, new CaseChoice.Of(UUID.randomUUID()), AppointmentWishes.NONE)))
                .isEqualTo(Outcome.refused("case-not-open-of-employee"));
        assertThat(bySystem(wanted(
                        once,
                        new CaseChoice.None(),
                        period(Optional.empty(), Optional.of(time.today().minusDays(1))))))
                .isEqualTo(Outcome.refused("desired-period-past"));

        administrating(() -> keep.retire(doctor.id(), 0));
        assertThat(bySystem(wanted(doctor, false))).isEqualTo(Outcome.refused("consultation-type-retired"));
        assertThat(bySystem(wanted(doctor, true))).isEqualTo(Outcome.refused("consultation-type-retired"));
        assertThat(SystemActor.call(() -> move.open(draft.id(), WHATEVER)))
                .isEqualTo(Outcome.refused("consultation-type-retired"));

        SystemActor.run(() -> archiveEmployee.archive(baker.id(), 0).orThrow());
        assertThat(bySystem(wanted(once, false)))
                .isEqualTo(Outcome.refused("employee-archived", "A.B. van der Jansen"));
        assertThat(requestsOf(baker)).isOne();
    }

    @Test
    void shouldBeOpenedWithdrawnAndTakenUpAgain() {
        AppointmentRequest draft = bySystem(wanted(doctor, true)).orThrow();
        assertThat(draft.allowedActions())
                .containsExactly(RequestAction.OPEN, RequestAction.CHANGE, RequestAction.WITHDRAW);

        SystemActor.run(() -> {
            move.open(draft.id(), OptionalLong.of(0)).orThrow();
            assertThat(move.open(draft.id(), WHATEVER)).isEqualTo(Outcome.refused("appointment-request-not-draft"));
            assertThat(move.reinstate(draft.id(), WHATEVER))
                    .isEqualTo(Outcome.refused("appointment-request-not-withdrawn"));
            move.withdraw(draft.id(), WHATEVER).orThrow();
            assertThat(move.withdraw(draft.id(), WHATEVER)).isEqualTo(Outcome.refused("appointment-request-withdrawn"));
            assertThat(changeRequest.change(draft.id(), AppointmentWishes.NONE, new CaseChoice.None(), WHATEVER))
                    .isEqualTo(Outcome.refused("appointment-request-withdrawn"));
            assertThat(directory.get(draft.id()).allowedActions()).containsExactly(RequestAction.REINSTATE);
            move.reinstate(draft.id(), WHATEVER).orThrow();
        });

        assertThat(SystemActor.call(() -> directory.get(draft.id())))
                .extracting(AppointmentRequest::state, AppointmentRequest::opened, AppointmentRequest::withdrawn)
                .containsExactly(RequestState.DRAFT, Optional.empty(), Optional.empty());
        assertThat(eventsOf(draft))
                .extracting(event -> event.split(" ")[0])
                .containsExactly(
                        "appointment.drafted", "appointment.requested", "appointment.withdrawn", "appointment.drafted");
    }

    @Test
    void shouldNotLoseWhatSomebodyElseChanged() {
        AppointmentRequest request = bySystem(wanted(doctor, false)).orThrow();
        AppointmentWishes sunday =
                period(Optional.of(time.today()), Optional.of(time.today().plusDays(14)));
        SystemActor.run(() -> {
            changeRequest
                    .change(request.id(), sunday, new CaseChoice.None(), OptionalLong.of(0))
                    .orThrow();

            assertThatThrownBy(() -> move.withdraw(request.id(), OptionalLong.of(0)))
                    .isInstanceOf(OptimisticLockingFailureException.class);
            assertThat(directory.get(request.id()).wishes()).isEqualTo(sunday);
        });
    }

    @Test
    void shouldStayWithinReachAndPermission() throws Exception {
        Reach inOvens = new Reach(Set.of(new Part(ovens, true)));
        Reach inShop = new Reach(Set.of(new Part(shop, true)));
        UUID request = Acting.as(
                        StandardRole.PLANNER,
                        provider,
                        inOvens,
                        () -> requestAppointment.request(wanted(doctor, false)))
                .orThrow()
                .id();

        assertThatThrownBy(() -> Acting.as(
                        StandardRole.PLANNER,
                        provider,
                        inShop,
                        () -> requestAppointment.request(wanted(doctor, false))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Acting.as(StandardRole.PLANNER, provider, inShop, () -> directory.get(request)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(
                        () -> Acting.as(StandardRole.PLANNER, provider, inShop, () -> move.withdraw(request, WHATEVER)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Acting.as(
                        StandardRole.EMPLOYER_USER,
                        provider,
                        inOvens,
                        () -> requestAppointment.request(wanted(doctor, false))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        Acting.as(StandardRole.DEPARTMENT_MANAGER, provider, inOvens, () -> directory.get(request)))
                .isInstanceOf(AccessDeniedException.class);
        ConsultationType theirs = agenda.type(employees.provider(), "Elders", "Elsewhere");
        assertThatThrownBy(() -> bySystem(wanted(theirs, false))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void shouldTellTheAuditTrailNothingOfARemark() {
        AppointmentRequest request = bySystem(wanted(
                        doctor,
                        new CaseChoice.None(),
                        new AppointmentWishes(
                                false, false, Optional.empty(), Optional.empty(), Optional.of("Belt liever niet"))))
                .orThrow();

        assertThat(request.wishes().toString()).doesNotContain("Belt");
        assertThat(database.sql("select details::text from access_change where object_id = ?")
                        .param(request.id())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(details -> details.contains("Belt"));
    }

    private UUID open(Employee about, CaseType type) {
        var opened = new NewEmployeeCase(
                Ids.next(), type, about.id(), "Rug", time.today().plusDays(30));
        return SystemActor.call(() -> openCase.open(opened)).orThrow().id();
    }

    private NewAppointmentRequest wanted(ConsultationType type, boolean draft) {
        return new NewAppointmentRequest(
                baker.id(), type.id(), new CaseChoice.None(), AppointmentWishes.NONE, draft, Optional.empty());
    }

    private NewAppointmentRequest wanted(ConsultationType type, CaseChoice about, AppointmentWishes wishes) {
        return new NewAppointmentRequest(baker.id(), type.id(), about, wishes, false, Optional.empty());
    }

    private NewAppointmentRequest fromTrigger(ConsultationType type, String key) {
        return new NewAppointmentRequest(
                baker.id(),
                type.id(),
                new CaseChoice.None(),
                AppointmentWishes.NONE,
                false,
                Optional.of(new Origin(key, "Trigger")));
    }

    private static AppointmentWishes period(Optional<LocalDate> from, Optional<LocalDate> until) {
        return new AppointmentWishes(false, true, from, until, Optional.empty());
    }

    private Outcome<AppointmentRequest> bySystem(NewAppointmentRequest wanted) {
        return SystemActor.call(() -> requestAppointment.request(wanted));
    }

    private <T> T asPlanner(Callable<T> work) throws Exception {
        return Acting.as(StandardRole.PLANNER, provider, Reach.whole(provider), work);
    }

    private <T> T administrating(Callable<T> work) throws Exception {
        return Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider, Reach.whole(provider), work);
    }

    private static <T> List<T> atTheSameMoment(Callable<T> work) throws Exception {
        var together = new CyclicBarrier(2);
        Callable<T> waiting = () -> {
            together.await();
            return work.call();
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<T>> both = threads.invokeAll(List.of(waiting, waiting));
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }

    private long requestsOf(Employee employee) {
        return database.sql("select count(*) from agenda_appointment_request where employee_id = ?")
                .param(employee.id())
                .query(Long.class)
                .single();
    }

    private List<String> eventsOf(AppointmentRequest request) {
        return database.sql("select type || ' ' || facts from events_domain_event where subject_id = ? order by id")
                .param(request.id())
                .query(String.class)
                .list();
    }
}
