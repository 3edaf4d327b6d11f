package io.traject.triggers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Condition.All;
import io.traject.rules.triggers.Condition.Any;
import io.traject.rules.triggers.Condition.Not;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TriggerContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Triggers in the older format keep saying what they said (A11e). */
class OlderTriggerTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/triggers/older");

    @Test
    void shouldAskForTheValueOfAnAnswer() {
        TriggerContent content = only("answer-value.json");

        assertThat(content.event()).isEqualTo("questionnaire.completed");
        assertThat(content.condition()).isEqualTo(new All(List.of(test("value.gezondheid.roken", "2"))));
        assertThat(content.actions())
                .containsExactly(
                        new ChosenAction("create-appointment-request", Map.of("consultationType", "leefstijlgesprek")));
    }

    @Test
    void shouldAskForRawScoresOfScoreGroups() {
        TriggerContent content = only("score-group.json");

        assertThat(content.condition())
                .isEqualTo(new Any(List.of(
                        test("score.gezondheid.belasting", "20"),
                        new Not(test("score.gezondheid.ziekte-en-verzuim", "12.5")))));
        assertThat(content.actions())
                .containsExactly(
                        new ChosenAction(
                                "add-task",
                                Map.of(
                                        "title", "Bel de medewerker",
                                        "instruction", "Binnen een week",
                                        "dueInDays", "7")),
                        new ChosenAction(
                                "create-appointment-request",
                                Map.of(
                                        "consultationType",
                                        "spreekuur",
                                        "draft",
                                        "true",
                                        "remark",
                                        "Vanwege de score")));
    }

    @Test
    void shouldKeepFixedTextsFixed() {
        OlderTrigger trigger = convert("task-and-end.json").getFirst();
        TriggerContent content = content(trigger);

        assertThat(content.event()).isEqualTo("task.completed");
        assertThat(content.condition()).isEqualTo(new All(List.of(test("case.type", "EMPLOYEE"))));
        assertThat(content.actions())
                .containsExactly(
                        new ChosenAction("add-task", Map.of("title", "Dossier { {nalopen} }")),
                        new ChosenAction("end-case", Map.of("how", "CANCEL", "reason", "Alles is gedaan")));
        assertThat(trigger.report()).extracting(Conversion::code).contains("braces");
    }

    @Test
    void shouldMakeOneAppointmentActionOfSeveral() {
        List<OlderTrigger> triggers = convert("changes-and-appointments.json");

        assertThat(content(triggers.get(0)).condition())
                .isEqualTo(new All(List.of(
                        new Condition.Test("employee.department", Operator.CHANGED),
                        new Condition.Test("employee.jobFunction", Operator.CHANGED),
                        new Condition.Test("employee.establishment", Operator.CHANGED))));
        assertThat(content(triggers.get(0)).actions())
                .extracting(ChosenAction::kind)
                .containsExactly("create-appointment-request", "create-appointment-request", "end-case");
        assertThat(content(triggers.get(1)).condition()).isEqualTo(new All(List.of()));
    }

    @Test
    void shouldSayWhatItCanNotConvert() {
        OlderTrigger trigger = convert("unknown.json").getFirst();

        assertThat(content(trigger).event()).isEqualTo("Faxbericht ontvangen");
        assertThat(trigger.report())
                .extracting(Conversion::code)
                .containsExactly("unknown-event", "unknown-condition", "unknown-condition", "unknown-action");
        assertThat(content(trigger).actions()).isEmpty();
    }

    static Stream<String> known() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("unknown.json"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void shouldReportOfEverythingThatStoodThere(String example) {
        JsonNode file = read(example);

        for (JsonNode older : file.get("triggers")) {
            OlderTrigger trigger = OlderTrigger.convert(older);
            int parts =
                    1 + older.path("voorwaarden").size() + older.path("acties").size();
            assertThat(trigger.report()).noneMatch(Conversion::failed).hasSizeGreaterThanOrEqualTo(parts);
            assertThat(ReadTrigger.of(trigger.converted()).mistakes()).isEmpty();
        }
    }

    private static Condition.Test test(String field, String value) {
        return new Condition.Test(field, Operator.EQUALS, value);
    }

    private static TriggerContent only(String example) {
        List<OlderTrigger> triggers = convert(example);
        assertThat(triggers).hasSize(1);
        return content(triggers.getFirst());
    }

    private static TriggerContent content(OlderTrigger trigger) {
        return ReadTrigger.of(trigger.converted()).draft().orElseThrow().content();
    }

    private static List<OlderTrigger> convert(String example) {
        JsonNode file = read(example);
        assertThat(OlderTrigger.isOne(file)).isTrue();
        return file.get("triggers").valueStream().map(OlderTrigger::convert).toList();
    }

    private static JsonNode read(String example) {
        return new JsonMapper().readTree(EXAMPLES.resolve(example).toFile());
    }
}
