package io.traject.triggers.editing;

import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.actions.ChosenAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conditions and actions as JSON, the same in the database, in files and for programs: {@code {"all": [...]}}, {@code {"any":
 * [...]}}, {@code {"not": {...}}}, {@code {"field": "case.type", "operator": "one-of", "values": ["..."]}}; {@code {"kind":
 * "add-task", "settings": {"title": "..."}}}.
 */
public final class ContentJson {

    static final String ALL = "all";
    static final String ANY = "any";
    static final String NOT = "not";
    static final String FIELD = "field";
    static final String OPERATOR = "operator";
    static final String VALUES = "values";
    static final String KIND = "kind";
    static final String SETTINGS = "settings";

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ContentJson() {}

    public static ObjectNode ofCondition(Condition condition) {
        ObjectNode node = NODES.objectNode();
        switch (condition) {
            case Condition.All(List<Condition> of) -> node.set(ALL, ofConditions(of));
            case Condition.Any(List<Condition> of) -> node.set(ANY, ofConditions(of));
            case Condition.Not(Condition of) -> node.set(NOT, ofCondition(of));
            case Condition.Test(String field, Operator operator, List<String> operands) -> {
                node.put(FIELD, field);
                node.put(OPERATOR, code(operator));
                ArrayNode values = node.putArray(VALUES);
                operands.forEach(values::add);
            }
        }
        return node;
    }

    public static ArrayNode ofActions(List<ChosenAction> actions) {
        ArrayNode nodes = NODES.arrayNode();
        actions.forEach(action -> {
            ObjectNode node = nodes.addObject();
            node.put(KIND, action.kind());
            ObjectNode settings = node.putObject(SETTINGS);
            action.settings().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
        });
        return nodes;
    }

    /** As JSON names an operator: {@code at-least}. */
    public static String code(Operator operator) {
        return operator.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalStateException for what was never stored */
    public static Condition condition(String stored) {
        ContentReader reader = new ContentReader();
        Condition condition = reader.condition(JSON.readTree(stored));
        requireNone(reader.mistakes());
        return condition;
    }

    /** @throws IllegalStateException for what was never stored */
    public static List<ChosenAction> actions(String stored) {
        ContentReader reader = new ContentReader();
        List<ChosenAction> actions = reader.actions(JSON.readTree(stored));
        requireNone(reader.mistakes());
        return actions;
    }

    private static ArrayNode ofConditions(List<Condition> conditions) {
        ArrayNode nodes = NODES.arrayNode();
        conditions.forEach(condition -> nodes.add(ofCondition(condition)));
        return nodes;
    }

    private static void requireNone(List<TriggerMistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("stored content can't be read: " + mistakes);
        }
    }
}
