package io.traject.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What questionnaires and answers must be, and how answers add up. */
class QuestionnaireRulesTest {

    private static final Definition VITALITY = DemoQuestionnaire.vitality();

    @Test
    void shouldAddUpValuesOfAllOptionsChosenAndNumbers() {
        var answers = answers(Map.of(
                "vermoeid", List.of("altijd"),
                "klachten", List.of("slapen", "rug-nek"),
                "steun", List.of("ja"),
                "energie", List.of("6,50")));

        assertThat(Scoring.scores(VITALITY, answers))
                .isEqualTo(Map.of("belasting", new BigDecimal("20"), "energie", new BigDecimal("6.5")));
    }

    @Test
    void shouldGiveNoScoreWhereNothingWasAnswered() {
        assertThat(Scoring.scores(VITALITY, answers(Map.of("steun", List.of("ja")))))
                .isEqualTo(Map.of("belasting", BigDecimal.ZERO));
        assertThat(Scoring.scores(VITALITY, Answers.NONE)).isEmpty();
    }

    @Test
    void shouldCountAQuestionInSeveralGroupsAndBelowNought() {
        Question balance = new Question(
                "balance",
                text("Balans"),
                QuestionKind.ONE,
                true,
                List.of(new AnswerOption("minus", text("Min"), new BigDecimal("-10.50"))));
        var definition = new Definition(
                text("A"),
                Bilingual.EMPTY,
                false,
                List.of(balance),
                List.of(
                        new ScoreGroup("one", text("Een"), List.of("balance")),
                        new ScoreGroup("two", text("Twee"), List.of("balance", "gone"))));

        assertThat(Scoring.scores(definition, answers(Map.of("balance", List.of("minus")))))
                .isEqualTo(Map.of("one", new BigDecimal("-10.5"), "two", new BigDecimal("-10.5")));
    }

    @Test
    void shouldAskForWhatIsRequiredOnlyAtCompletion() {
        assertThat(AnswerCheck.soFar(VITALITY, Answers.NONE)).isEmpty();
        assertThat(AnswerCheck.complete(VITALITY, answers(Map.of("klachten", List.of("slapen")))))
                .extracting(AnswerFlaw::question, AnswerFlaw::code)
                .containsExactly(
                        tuple("vermoeid", "required"), tuple("steun", "required"), tuple("energie", "required"));
    }

    @Test
    void shouldRefuseWhatIsNoAnswerToTheQuestion() {
        var answers = answers(Map.of(
                "vermoeid", List.of("soms", "vaak"),
                "klachten", List.of("slapen", "niets"),
                "energie", List.of("1e9"),
                "toelichting", List.of("x".repeat(4001)),
                "anders", List.of("x")));

        assertThat(AnswerCheck.soFar(VITALITY, answers))
                .extracting(flaw -> flaw.question() + " " + flaw.code())
                .containsExactly(
                        "vermoeid only-one",
                        "klachten unknown-option",
                        "energie no-number",
                        "toelichting too-long",
                        "anders unknown-question");
    }

    @Test
    void shouldKnowDatesAsBrowsersSendThem() {
        var definition = new Definition(
                text("A"),
                Bilingual.EMPTY,
                false,
                List.of(new Question("since", text("Sinds"), QuestionKind.DATE, true, List.of())),
                List.of());

        assertThat(AnswerCheck.complete(definition, answers(Map.of("since", List.of("2024-02-29")))))
                .isEmpty();
        for (String wrong : List.of("2023-02-29", "29-02-2024", "0001-01-01", "soon")) {
            assertThat(AnswerCheck.complete(definition, answers(Map.of("since", List.of(wrong)))))
                    .as(wrong)
                    .extracting(AnswerFlaw::code)
                    .containsExactly("no-date");
        }
    }

    @Test
    void shouldKeepDraftsThatAreHalfDoneButNotPublishThem() {
        var halfDone = new Definition(
                new Bilingual("Werk", ""),
                Bilingual.EMPTY,
                true,
                List.of(new Question(
                        "how",
                        new Bilingual("", "How?"),
                        QuestionKind.ONE,
                        true,
                        List.of(new AnswerOption("fine", text("Goed"), null)))),
                List.of(new ScoreGroup("all", text("Alles"), List.of())));

        assertThat(DefinitionCheck.ofDraft(halfDone)).isEmpty();
        assertThat(DefinitionCheck.ofPublication(halfDone))
                .extracting(flaw -> flaw.path() + " " + flaw.code())
                .containsExactly(
                        "name.en english-missing",
                        "questions[0].text.nl dutch-missing",
                        "questions[0].kind too-few-options",
                        "questions[0].options[0].value value-missing",
                        "scoreGroups[0].name.nl no-questions-count");
        assertThat(DefinitionCheck.ofPublication(Definition.named(text("Leeg"))))
                .extracting(Flaw::code)
                .containsExactly("no-questions");
        assertThat(DefinitionCheck.ofPublication(VITALITY)).isEmpty();
    }

    @Test
    void shouldNotKeepCodesTwiceOrValuesBeyondMeasure() {
        Question question = new Question(
                "how",
                text("Hoe"),
                QuestionKind.SEVERAL,
                true,
                List.of(
                        new AnswerOption("a", text("A"), new BigDecimal("10000.01")),
                        new AnswerOption("a", text("B"), new BigDecimal("0.001"))));
        var definition =
                new Definition(new Bilingual("", ""), Bilingual.EMPTY, true, List.of(question, question), List.of());

        assertThat(DefinitionCheck.ofDraft(definition))
                .extracting(flaw -> flaw.path() + " " + flaw.code())
                .contains(
                        "name.nl name-missing",
                        "questions[0].options[0].value value-range",
                        "questions[0].options[1].code code-twice",
                        "questions[0].options[1].value value-range",
                        "questions[1].code code-twice");
    }

    @Test
    void shouldMakeCodesOfNames() {
        assertThat(Code.of("Hoe één & ander voelt?")).isEqualTo("hoe-een-ander-voelt");
        assertThat(Code.of("漢字")).isEmpty();
        assertThat(Code.of("x".repeat(100))).hasSize(Code.MAX_LENGTH);
        assertThat(Code.of("Vraag", Set.of("vraag", "vraag-2"))).isEqualTo("vraag-3");
        assertThat(Code.isValid(Code.of("x".repeat(100), Set.of("x".repeat(60)))))
                .isTrue();
        assertThat(List.of("a", "a-1", "1")).allMatch(Code::isValid);
        assertThat(List.of("", "A", "-a", "a--b", "a_b", "<b>")).noneMatch(Code::isValid);
    }

    @Test
    void shouldComeBackFromJsonAsItWas() {
        var json = new DefinitionJson();

        assertThat(json.convertToEntityAttribute(json.convertToDatabaseColumn(VITALITY)))
                .isEqualTo(VITALITY);
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(json.convertToDatabaseColumn(VITALITY))
                        .propertyNames())
                .containsExactlyInAnyOrder("name", "explanation", "medical", "questions", "scoreGroups");
    }

    @Test
    void shouldKeepAnswersOutOfLogs() {
        var answers = answers(Map.of("toelichting", List.of("Rugpijn\u0000")));

        assertThat(answers.only("toelichting")).isEqualTo("Rugpijn");
        assertThat(answers.toString() + new Contents(answers, Map.of())).doesNotContain("Rug");
    }

    private static Answers answers(Map<String, List<String>> given) {
        return new Answers(given);
    }

    private static Bilingual text(String dutch) {
        return new Bilingual(dutch, dutch);
    }
}
