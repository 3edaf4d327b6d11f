package io.traject.agenda;

import static io.traject.testing.TestAgenda.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.agenda.ConsultationTypeCatalogue.Entry;
import io.traject.cases.CaseType;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Acting;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** For what consultations an organisation holds. */
@TrajectTest
class ConsultationTypesTest {

    @Autowired
    KeepConsultationTypes keep;

    @Autowired
    ConsultationTypeCatalogue catalogue;

    @Autowired
    RequestAppointment requestAppointment;

    @Autowired
    TestAgenda agenda;

    @Autowired
    TestEmployees employees;

    @Autowired
    JdbcClient database;

    private UUID provider;

    @BeforeEach
    void open() {
        provider = employees.provider();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spreekuur bedrijfsarts|spreekuur-bedrijfsarts",
                "  Café: 3-gesprek!|cafe-3-gesprek",
                "ABC|abc",
                "Een hele lange naam voor een spreekuur van iemand|een-hele-lange-naam-voor-een-spreekuur-v",
            })
    void shouldMakeACodeOfAName(String name, String code) {
        assertThat(TypeCode.from(name)).contains(new TypeCode(code));
    }

    @Test
    void shouldMakeNoCodeOfNothing() {
        assertThat(TypeCode.from("…")).isEmpty();
        assertThatThrownBy(() -> new TypeCode("A b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldBeNamedInTheLanguageOfTheReader() throws Exception {
        ConsultationType doctor = agenda.type(provider, "Spreekuur bedrijfsarts", "Company doctor");
        agenda.type(
                provider,
                new ConsultationTypeDetails(
                        new LocalName(Map.of(Language.NL, "Arbeidsdeskundige")),
                        Duration.ofMinutes(45),
                        Optional.empty(),
                        false,
                        Optional.empty()));

        assertThat(catalogue.active(provider, Language.NL))
                .extracting(Entry::name)
                .containsExactly("Arbeidsdeskundige", "Spreekuur bedrijfsarts");
        assertThat(catalogue.active(provider, Language.EN))
                .extracting(Entry::name)
                .as("in another language rather than not at all")
                .containsExactly("Arbeidsdeskundige", "Company doctor");
        assertThat(catalogue.find(provider, "company-doctor", Language.EN))
                .contains(new Entry(
                        doctor.id(),
                        new TypeCode("company-doctor"),
                        "Company doctor",
                        20,
                        Optional.of(CaseType.ABSENCE),
                        false));
        assertThat(catalogue.all(employees.provider(), Language.NL)).isEmpty();
    }

    @Test
    void shouldRefuseACodeOrNameTwice() throws Exception {
        agenda.type(provider, "Spreekuur", "Consultation");

        assertThat(add("consultation", "Anders", "Otherwise"))
                .isEqualTo(Outcome.refused("consultation-type-code-taken", "consultation"));
        assertThat(add("x", "SPREEKUUR", "Otherwise"))
                .isEqualTo(Outcome.refused("consultation-type-name-taken", "SPREEKUUR"));
        assertThat(add("x", "Anders", "consultation"))
                .isEqualTo(Outcome.refused("consultation-type-name-taken", "consultation"));
        assertThat(add("x", "Anders", "Otherwise")).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> database.sql("""
                                insert into agenda_consultation_type
                                    (id, organisation_id, code, name_nl, minutes, no_duplicates, created_at, version)
                                values (gen_random_uuid(), ?, 'y', 'spreekuur', 20, false, now(), 0)
                                """).param(provider).update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void shouldBeAddedOnceByTwoAdministratorsAtTheSameMoment() throws Exception {
        var together = new CyclicBarrier(2);
        Callable<Outcome<ConsultationType>> adding = () -> administrating(() -> {
            together.await();
            return keep.add(new TypeCode("intake"), details("Intake", "Intake", Optional.of(CaseType.GUIDANCE), false));
        });

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<ConsultationType>>> both = threads.invokeAll(List.of(adding, adding));
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .hasAtLeastOneElementOfType(Outcome.Done.class)
                    .contains(Outcome.refused("consultation-type-code-taken", "intake"));
        }
    }

    @Test
    void shouldRetireWhatWasUsedAndDeleteWhatWasNot() throws Exception {
        ConsultationType used = agenda.type(provider, "Spreekuur", "Consultation");
        ConsultationType unused = agenda.type(provider, "Intake", "Intake");
        UUID employee = employees
                .add(employees.node(NodeKind.EMPLOYER, provider, "Bakkerij"), "1", "Jansen")
                .id();
        SystemActor.call(() -> requestAppointment.request(new NewAppointmentRequest(
                        employee, used.id(), new CaseChoice.None(), AppointmentWishes.NONE, false, Optional.empty())))
                .orThrow();

        assertThat(administrating(() -> keep.delete(used.id(), 0)))
                .isEqualTo(Outcome.refused("consultation-type-in-use", 1L));
        assertThat(administrating(() -> keep.delete(unused.id(), 0))).isInstanceOf(Outcome.Done.class);
        administrating(() -> keep.retire(used.id(), 0));

        assertThat(catalogue.active(provider, Language.NL)).isEmpty();
        assertThat(catalogue.all(provider, Language.NL)).extracting(Entry::name).containsExactly("Spreekuur");
        assertThat(add("again", "Spreekuur", "Consultation"))
                .as("its name is free")
                .isInstanceOf(Outcome.Done.class);
        assertThat(administrating(() -> keep.revive(used.id(), 1)))
                .isEqualTo(Outcome.refused("consultation-type-name-taken", "Spreekuur"));
    }

    @Test
    void shouldNotLoseWhatSomebodyElseChanged() throws Exception {
        ConsultationType type = agenda.type(provider, "Spreekuur", "Consultation");
        var changed = details("Spreekuur arts", "Doctor", Optional.empty(), true);
        administrating(() -> keep.change(type.id(), changed, 0)).orThrow();

        assertThatThrownBy(() -> administrating(() -> keep.change(type.id(), type.details(), 0)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(administrating(() -> keep.get(type.id())).details()).isEqualTo(changed);
    }

    @Test
    void shouldBeForWhoConfiguresTheWholeOrganisation() throws Exception {
        ConsultationType type = agenda.type(provider, "Spreekuur", "Consultation");
        UUID elsewhere = employees.provider();

        assertThatThrownBy(() -> Acting.as(
                        StandardRole.FUNCTIONAL_ADMINISTRATOR,
                        elsewhere,
                        Reach.whole(elsewhere),
                        () -> keep.retire(type.id(), 0)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Acting.as(
                        StandardRole.PLANNER, provider, Reach.whole(provider), () -> keep.retire(type.id(), 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        Acting.as(StandardRole.ADMINISTRATOR, provider, Reach.NOWHERE, () -> keep.retire(type.id(), 0)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Outcome<ConsultationType> add(String code, String dutch, String english) throws Exception {
        return administrating(
                () -> keep.add(new TypeCode(code), details(dutch, english, Optional.of(CaseType.ABSENCE), false)));
    }

    private <T> T administrating(Callable<T> work) throws Exception {
        return Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider, Reach.whole(provider), work);
    }
}
