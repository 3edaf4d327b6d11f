package io.traject.triggers.exchange;

import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.editing.ContentJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A condition of the older format: a sentence with a value in it, or with X and Y for which {@code x} and {@code y} stand. Which
 * questionnaire it was about stood in {@code vragenlijst}.
 */
final class OlderCondition {

    private static final Pattern ANSWER =
            Pattern.compile("Antwoord op vraag (?<x>.+) is een antwoordoptie met waarde (?<y>.+)");
    private static final Pattern SCORE =
            Pattern.compile("De score groepering (?<x>.+) heeft een ruwe waarde van (?<y>.+)");
    private static final Pattern CHANGED = Pattern.compile("(?<x>\\p{L}+) is gewijzigd");
    private static final Pattern CASE_TYPE = Pattern.compile("Het traject is van soort (?<y>.+)");

    private static final Map<String, String> CHANGING = Map.of(
            "Afdeling", "employee.department",
            "Vestiging", "employee.establishment",
            "Functie", "employee.jobFunction");

    private static final Map<String, String> CASE_TYPES =
            Map.of("verzuim", "ABSENCE", "begeleiding", "GUIDANCE", "heronderzoek", "RE_EXAMINATION");

    private OlderCondition() {}

    static Optional<JsonNode> convert(JsonNode older, List<Conversion> report) {
        String sentence = older.isString() ? older.asString().strip() : OlderTexts.text(older, "voorwaarde");
        Optional<Condition.Test> test = test(older, sentence);
        report.add(test.map(found -> Conversion.of(sentence, "condition", found.field(), found.operands()))
                .orElseGet(() -> Conversion.of(sentence.isEmpty() ? older.toString() : sentence, "unknown-condition")));
        return test.map(found -> OlderTexts.isSet(older, "niet") ? new Condition.Not(found) : found)
                .map(ContentJson::ofCondition);
    }

    private static Optional<Condition.Test> test(JsonNode older, String sentence) {
        String questionnaire = OlderTexts.code(OlderTexts.text(older, "vragenlijst"));
        Matcher answer = ANSWER.matcher(sentence);
        if (answer.matches()) {
            return Optional.of(new Condition.Test(
                    "value.%s.%s".formatted(questionnaire, OlderTexts.code(x(older, answer))),
                    Operator.EQUALS,
                    number(y(older, answer))));
        }
        Matcher score = SCORE.matcher(sentence);
        if (score.matches()) {
            return Optional.of(new Condition.Test(
                    "score.%s.%s".formatted(questionnaire, OlderTexts.code(x(older, score))),
                    Operator.EQUALS,
                    number(y(older, score))));
        }
        Matcher changed = CHANGED.matcher(sentence);
        if (changed.matches() && CHANGING.containsKey(changed.group("x"))) {
            return Optional.of(new Condition.Test(CHANGING.get(changed.group("x")), Operator.CHANGED));
        }
        Matcher type = CASE_TYPE.matcher(sentence);
        return type.matches()
                ? Optional.of(new Condition.Test("case.type", Operator.EQUALS, caseType(y(older, type))))
                : Optional.empty();
    }

    private static String x(JsonNode older, Matcher sentence) {
        String written = sentence.group("x").strip();
        return written.equals("X") ? OlderTexts.text(older, "x") : written;
    }

    private static String y(JsonNode older, Matcher sentence) {
        String written = sentence.group("y").strip();
        return written.equals("Y") ? OlderTexts.text(older, "y") : written;
    }

    /** By its Dutch name or its code; what is neither is told as a mistake. */
    private static String caseType(String named) {
        return CASE_TYPES.getOrDefault(named.toLowerCase(Locale.ROOT), named);
    }

    private static String number(String text) {
        return text.replace(',', '.');
    }
}
