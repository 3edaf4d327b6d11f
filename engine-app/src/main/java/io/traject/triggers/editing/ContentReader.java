package io.traject.triggers.editing;

import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.actions.ChosenAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads conditions and actions from {@link ContentJson JSON} that anybody may have written. What can't be read is a mistake at
 * its place, and something harmless stands there instead; whether what was read makes sense is for {@link CheckTrigger}.
 */
public final class ContentReader {

    /** Deeper than people nest, and harmless to walk through. */
    private static final int DEEPEST = 20;

    private static final int MOST_PARTS = 500;
    private static final int MOST_ACTIONS = 50;
    private static final int MOST_SETTINGS = 50;

    /** Of any text in it. */
    static final int LONGEST_TEXT = 10_000;

    private static final Condition NOTHING = new Condition.All(List.of());

    private final List<TriggerMistake> mistakes = new ArrayList<>();
    private int parts;

    /** What could not be read until now. */
    public List<TriggerMistake> mistakes() {
        return List.copyOf(mistakes);
    }

    public Condition condition(@Nullable JsonNode node) {
        parts = 0;
        return node == null || node.isNull() ? NOTHING : condition(node, "condition", 0);
    }

    public List<ChosenAction> actions(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST_ACTIONS) {
            mistake("actions", node.isArray() ? "too-many" : "not-a-list");
            return List.of();
        }
        return IntStream.range(0, node.size())
                .mapToObj(index -> action(node.get(index), "actions." + index))
                .flatMap(Optional::stream)
                .toList();
    }

    private Condition condition(JsonNode node, String place, int depth) {
        if (depth > DEEPEST) {
            return nothing(place, "too-deep");
        }
        if (++parts > MOST_PARTS) {
            return nothing(place, "too-many");
        }
        if (!node.isObject()) {
            return nothing(place, "not-a-condition");
        }
        if (node.has(ContentJson.ALL)) {
            return new Condition.All(conditions(node.get(ContentJson.ALL), place, depth));
        }
        if (node.has(ContentJson.ANY)) {
            return new Condition.Any(conditions(node.get(ContentJson.ANY), place, depth));
        }
        if (node.has(ContentJson.NOT)) {
            return new Condition.Not(condition(node.get(ContentJson.NOT), place + ".0", depth + 1));
        }
        return node.has(ContentJson.FIELD) ? test(node, place) : nothing(place, "not-a-condition");
    }

    private List<Condition> conditions(JsonNode node, String place, int depth) {
        if (!node.isArray() || node.size() > MOST_PARTS) {
            mistake(place, node.isArray() ? "too-many" : "not-a-list");
            return List.of();
        }
        return IntStream.range(0, node.size())
                .mapToObj(index -> condition(node.get(index), place + "." + index, depth + 1))
                .toList();
    }

    private Condition test(JsonNode node, String place) {
        String field = text(node.get(ContentJson.FIELD), place);
        String code = text(node.get(ContentJson.OPERATOR), place);
        Optional<Operator> operator = Arrays.stream(Operator.values())
                .filter(one -> ContentJson.code(one).equals(code))
                .findFirst();
        if (operator.isEmpty()) {
            mistake(place, "operator-unknown");
        }
        return new Condition.Test(
                field, operator.orElse(Operator.EQUALS), values(node.get(ContentJson.VALUES), place + ".values"));
    }

    private List<String> values(@Nullable JsonNode node, String place) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST_PARTS) {
            mistake(place, node.isArray() ? "too-many" : "not-a-list");
            return List.of();
        }
        return IntStream.range(0, node.size())
                .mapToObj(index -> text(node.get(index), place + "." + index))
                .toList();
    }

    private Optional<ChosenAction> action(JsonNode node, String place) {
        JsonNode settings = node.get(ContentJson.SETTINGS);
        if (!node.isObject() || !node.has(ContentJson.KIND)) {
            mistake(place, "not-an-action");
            return Optional.empty();
        }
        Map<String, String> read = new LinkedHashMap<>();
        if (settings != null && settings.isObject() && settings.size() <= MOST_SETTINGS) {
            settings.properties()
                    .forEach(setting ->
                            read.put(setting.getKey(), text(setting.getValue(), place + "." + setting.getKey())));
        } else if (settings != null) {
            mistake(place, "settings-unreadable");
        }
        return Optional.of(new ChosenAction(text(node.get(ContentJson.KIND), place), read));
    }

    /** Numbers and switches are read as they are written. */
    private String text(@Nullable JsonNode node, String place) {
        if (node == null || !node.isValueNode() || node.isNull()) {
            mistake(place, "not-a-text");
            return "";
        }
        String text = node.asString();
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            mistake(place, text.length() > LONGEST_TEXT ? "too-long" : "not-a-text");
            return "";
        }
        return text;
    }

    private Condition nothing(String place, String code) {
        mistake(place, code);
        return NOTHING;
    }

    private void mistake(String place, String code) {
        mistakes.add(TriggerMistake.of(place, code));
    }
}
