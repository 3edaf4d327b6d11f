package io.traject.questionnaires;

import static io.traject.testing.Acting.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.cases.CancelCase;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.questionnaires.FillInQuestionnaire.Result;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of questionnaires, and what becomes of answers. */
@TrajectTest
class FillInQuestionnaireTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, List<String>> TWENTY = Map.of(
            "vermoeid", List.of("altijd"),
            "klachten", List.of("slapen", "rug-nek"),
            "steun", List.of("ja"),
            "energie", List.of("6,5"),
            "toelichting", List.of("Sinds de verhuizing naar Dorpstraat"));

    @Autowired
    TestCases cases;

    @Autowired
    DraftQuestionnaire draft;

    @Autowired
    PublishQuestionnaire publish;

    @Autowired
    RetireQuestionnaire retire;

    @Autowired
    QuestionnaireShelf shelf;

    @Autowired
    QuestionnaireCatalogue catalogue;

    @Autowired
    FillInQuestionnaire fillIn;

    @Autowired
    CompleteQuestionnaire complete;

    @Autowired
    QuestionnairesOfCase ofCase;

    @Autowired
    CancelCase cancelCase;

    @Autowired
    JdbcClient database;

    private UUID municipality;
    private UUID caseId;
    private UUID vitality;

    @BeforeEach
    void publishVitality() throws Exception {
        municipality = cases.municipality();
        caseId = cases.open(municipality, "A. de Vries").id();
        vitality =
                admin(() -> draft.begin("vitality", DemoQuestionnaire.vitality().name())
                        .orThrow()
                        .id());
        admin(() -> publish.publish(vitality, DemoQuestionnaire.vitality(), 0));
    }

    @Test
    void shouldCompleteWithScoresAndTellIt() throws Exception {
        Filling filling = practitioner(() -> fillIn.begin(caseId, "vitality").orThrow());
        practitioner(() -> fillIn.save(caseId, filling.id(), answers(Map.of("steun", List.of("nee"))), 0));
        assertThat(practitioner(() -> fillIn.begin(caseId, "vitality").orThrow().id()))
                .as("taken up again")
                .isEqualTo(filling.id());
        assertThat(practitioner(() -> contents(filling.id()).answers().only("steun")))
                .isEqualTo("nee");
        assertThat(practitioner(() -> complete.complete(caseId, filling.id(), Answers.NONE, 1)))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((Result.Flawed) done.value()).flaws())
                                .hasSize(3));

        practitioner(() ->
                complete.complete(caseId, filling.id(), answers(TWENTY), 1).orThrow());

        assertThat(practitioner(() -> contents(filling.id()).scores()))
                .isEqualTo(Map.of("belasting", new BigDecimal("20"), "energie", new BigDecimal("6.5")));
        JsonNode facts = facts(filling.id());
        assertThat(facts).isEqualTo(JSON.readTree("""
                {"questionnaire": "vitality", "number": 1, "medical": true, "correction": false,
                 "answers": {"vermoeid": ["altijd"], "klachten": ["slapen", "rug-nek"], "steun": ["ja"], "energie": ["6.5"]},
                 "answerValues": {"vermoeid": [12], "klachten": [5, 3], "steun": [0], "energie": [6.5]},
                 "scores": {"belasting": 20, "energie": 6.5}}
                """));
        assertThat(database.sql("select case_id from events_domain_event where subject_id = ?")
                        .param(filling.id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(caseId);
        assertThat(refused(practitioner(() -> fillIn.save(caseId, filling.id(), Answers.NONE, 2))))
                .isEqualTo("questionnaire-completed");
    }

    @Test
    void shouldKeepWordsOutOfEverythingButTheMedicalColumn() throws Exception {
        String word = "Rugklachten" + UUID.randomUUID();
        Map<String, List<String>> said = new LinkedHashMap<>(TWENTY);
        said.put("toelichting", List.of(word));
        practitioner(
                () -> complete.completeAtOnce(caseId, "vitality", answers(said)).orThrow());

        List<String> columns = database.sql("""
                        select format('%I.%I.%I', table_schema, table_name, column_name) from information_schema.columns
                        where table_schema not in ('information_schema', 'pg_catalog')
                            and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'tsvector')
                        """).query(String.class).list();

        assertThat(columns.stream().filter(column -> contains(column, word)))
                .containsExactly("public.questionnaires_filling.medical_contents");
    }

    @Test
    void shouldLetACorrectionTakeThePlace() throws Exception {
        UUID wrong = practitioner(() -> kept(complete.completeAtOnce(caseId, "vitality", answers(TWENTY)))
                .id());
        Filling correction = practitioner(() -> fillIn.correct(caseId, wrong).orThrow());
        assertThat(practitioner(() -> contents(correction.id()).answers().byQuestion()))
                .containsExactlyInAnyOrderEntriesOf(TWENTY);
        admin(() -> draft.next(vitality));
        admin(() -> publish.publish(vitality, withoutScores(), 0));
        Map<String, List<String>> better = new LinkedHashMap<>(TWENTY);
        better.put("vermoeid", List.of("nooit"));

        practitioner(() ->
                complete.complete(caseId, correction.id(), answers(better), 0).orThrow());

        assertThat(practitioner(() -> ofCase.opened(caseId)))
                .extracting(opened -> opened.entry().filling().state() + " "
                        + opened.contents().orElseThrow().scores().get("belasting"))
                .as("by the version that it was asked with")
                .containsExactly("COMPLETED 8", "REPLACED 20");
        assertThat(facts(correction.id()).get("correction").asBoolean()).isTrue();
        assertThat(refused(practitioner(() -> fillIn.correct(caseId, wrong)))).isEqualTo("questionnaire-replaced");
    }

    @Test
    void shouldTellWhoSavedFirst() throws Exception {
        Filling filling = practitioner(() -> fillIn.begin(caseId, "vitality").orThrow());
        practitioner(() -> fillIn.save(caseId, filling.id(), answers(Map.of("steun", List.of("nee"))), 0));

        assertThatThrownBy(() -> practitioner(() -> complete.complete(caseId, filling.id(), answers(TWENTY), 0)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> practitioner(() -> fillIn.discard(caseId, filling.id(), 0)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        practitioner(() -> fillIn.discard(caseId, filling.id(), 1).orThrow());
        assertThat(practitioner(() -> ofCase.of(caseId))).isEmpty();
    }

    @Test
    void shouldNotBeFilledInWithoutWhatItTakes() throws Exception {
        assertThatThrownBy(() -> caseWorker(() -> fillIn.begin(caseId, "vitality")))
                .as("medical")
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> caseWorker(() -> complete.completeAtOnce(caseId, "vitality", answers(TWENTY))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> practitioner(() -> fillIn.begin(caseId, "other")))
                .isInstanceOf(NotFoundException.class);
        UUID elsewhere = cases.open(cases.municipality(), "B. Bakker").id();
        assertThatThrownBy(() -> practitioner(() -> fillIn.begin(elsewhere, "vitality")))
                .isInstanceOf(NotFoundException.class);
        as(
                StandardRole.CASE_WORKER,
                municipality,
                Reach.whole(municipality),
                () -> cancelCase.cancel(caseId, "x", OptionalLong.empty()));
        assertThat(refused(practitioner(() -> fillIn.begin(caseId, "vitality"))))
                .isEqualTo("case-not-open");
    }

    @Test
    void shouldShowWhatIsMedicalToNobodyElse() throws Exception {
        UUID filling = practitioner(() -> kept(complete.completeAtOnce(caseId, "vitality", answers(TWENTY)))
                .id());
        admin(() -> draft.next(vitality));
        admin(() -> publish.publish(vitality, notMedical(), 0));
        UUID open = caseWorker(() -> kept(complete.completeAtOnce(caseId, "vitality", answers(TWENTY)))
                .id());

        assertThat(caseWorker(() -> ofCase.open(caseId, filling).contents())).isEmpty();
        assertThat(caseWorker(() -> ofCase.open(caseId, open).contents())).isPresent();
        assertThat(caseWorker(() -> ofCase.opened(caseId)))
                .filteredOn(opened -> opened.contents().isPresent())
                .extracting(opened -> opened.entry().filling().id())
                .containsExactly(open);
        practitioner(() -> ofCase.open(caseId, filling));
        assertThat(database.sql("select part from access_look where file_id = ? order by id")
                        .param(caseId)
                        .query(String.class)
                        .list())
                .as("a look at what is medical is noted, and only when it was shown")
                .containsExactly("MEDICAL");
    }

    @Test
    void shouldNeverChangeAPublishedVersion() throws Exception {
        UUID first = catalogue.find(municipality, "vitality").orElseThrow().version();

        assertThatThrownBy(() -> admin(() -> draft.keep(vitality, withoutScores(), 1)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        for (String change : List.of(
                "update questionnaires_version set content = '{}' where id = ?",
                "update questionnaires_version set state = 'DRAFT', published_at = null where id = ?",
                "delete from questionnaires_version where id = ?")) {
            assertThatThrownBy(() -> database.sql(change).param(first).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changes");
        }
    }

    @Test
    void shouldGoFromDraftToPublishedToTheNextAndOutOfUse() throws Exception {
        QuestionnaireVersion second = admin(() -> draft.next(vitality));
        assertThat(admin(() -> draft.next(vitality)).id())
                .as("there is one draft")
                .isEqualTo(second.id());
        admin(() -> draft.keep(vitality, withoutScores(), 0));
        assertThat(catalogue.find(municipality, "vitality").orElseThrow().number())
                .isEqualTo(1);
        assertThatThrownBy(() -> admin(() -> publish.publish(vitality, withoutScores(), 0)))
                .as("somebody saved first")
                .isInstanceOf(OptimisticLockingFailureException.class);

        admin(() -> publish.publish(vitality, withoutScores(), 1));

        assertThat(admin(() -> shelf.get(vitality).versions()))
                .extracting(version -> version.number() + " " + version.state())
                .containsExactly("2 PUBLISHED", "1 SUPERSEDED");
        assertThat(catalogue.of(municipality))
                .extracting(QuestionnaireCatalogue.Published::number)
                .containsExactly(2);
        admin(() -> retire.retire(vitality).orThrow());
        assertThat(catalogue.of(municipality)).isEmpty();
        assertThatThrownBy(() -> practitioner(() -> fillIn.begin(caseId, "vitality")))
                .isInstanceOf(NotFoundException.class);
        admin(() -> retire.restore(vitality).orThrow());
        assertThat(catalogue.of(municipality)).hasSize(1);
        assertThat(catalogue.of(cases.municipality())).isEmpty();
    }

    private static Definition withoutScores() {
        Definition vitality = DemoQuestionnaire.vitality();
        return new Definition(vitality.name(), vitality.explanation(), true, vitality.questions(), List.of());
    }

    private static Definition notMedical() {
        Definition vitality = DemoQuestionnaire.vitality();
        return new Definition(
                vitality.name(), vitality.explanation(), false, vitality.questions(), vitality.scoreGroups());
    }

    private static Answers answers(Map<String, List<String>> given) {
        return new Answers(given);
    }

    private Contents contents(UUID filling) {
        return ofCase.open(caseId, filling).contents().orElseThrow();
    }

    private static Filling kept(Outcome<Result> outcome) {
        return ((Result.Kept) outcome.orThrow()).filling();
    }

    private static String refused(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().code();
    }

    private JsonNode facts(UUID filling) {
        return JSON.readTree(database.sql(
                        "select facts from events_domain_event where subject_id = ? and type = 'questionnaire.completed'")
                .param(filling)
                .query(String.class)
                .single());
    }

    private boolean contains(String column, String word) {
        String[] names = column.split("\\.");
        return database.sql("select exists (select from %s.%s where %s::text ilike ?)"
                        .formatted(names[0], names[1], names[2]))
                .param("%" + word + "%")
                .query(Boolean.class)
                .single();
    }

    private <T> T admin(Callable<T> work) throws Exception {
        return as(StandardRole.FUNCTIONAL_ADMINISTRATOR, municipality, Reach.whole(municipality), work);
    }

    private <T> T practitioner(Callable<T> work) throws Exception {
        return as(StandardRole.PRACTITIONER, municipality, Reach.whole(municipality), work);
    }

    private <T> T caseWorker(Callable<T> work) throws Exception {
        return as(StandardRole.CASE_WORKER, municipality, Reach.whole(municipality), work);
    }
}
