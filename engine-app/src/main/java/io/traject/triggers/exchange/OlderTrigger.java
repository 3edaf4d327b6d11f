package io.traject.triggers.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trigger of the format that came before this one (A11e), in which everything has a Dutch name: {@code naam}, {@code
 * omschrijving}, {@code gebeurtenis}, {@code voorwaarden}, {@code acties}. See {@code docs/triggers.md}.
 *
 * @param converted the same in the present format
 * @param report what became of each part
 */
record OlderTrigger(JsonNode converted, List<Conversion> report) {

    static final String TRIGGERS = "triggers";
    static final String EVENT = "gebeurtenis";
    static final String CONDITIONS = "voorwaarden";
    static final String ACTIONS = "acties";

    private static final int MOST = 200;

    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("Traject gestart", "case.opened"),
            Map.entry("Traject beëindigd", "case.closed"),
            Map.entry("Traject geannuleerd", "case.cancelled"),
            Map.entry("Traject heropend", "case.reopened"),
            Map.entry("Taak toegevoegd", "task.added"),
            Map.entry("Taak afgerond", "task.completed"),
            Map.entry("Taak verlopen", "task.overdue"),
            Map.entry("Vragenlijst ingevuld", "questionnaire.completed"),
            Map.entry("Dienstverband gewijzigd", "employment.changed"),
            Map.entry("Medewerker toegevoegd", "employee.added"),
            Map.entry("Werkgever gepubliceerd", "employer.published"),
            Map.entry("Oproepverzoek aangemaakt", "appointment.requested"),
            Map.entry("Afspraak gepland", "appointment.planned"),
            Map.entry("Afspraakreminders niet aangemaakt", "appointment.remindersNotCreated"));

    /** Whether the file is of the older format: it calls things by their Dutch names. */
    static boolean isOne(JsonNode file) {
        JsonNode triggers = file.get(TRIGGERS);
        return file.isObject()
                && !file.has("format")
                && triggers != null
                && triggers.isArray()
                && triggers.valueStream().anyMatch(trigger -> trigger.has(EVENT) || trigger.has(ACTIONS));
    }

    static OlderTrigger convert(JsonNode older) {
        List<Conversion> report = new ArrayList<>();
        ObjectNode trigger = JsonNodeFactory.instance.objectNode();
        trigger.put(TriggerFile.NAME, OlderTexts.text(older, "naam"));
        trigger.put(TriggerFile.DESCRIPTION, OlderTexts.text(older, "omschrijving"));
        trigger.put(TriggerFile.EVENT, event(OlderTexts.text(older, EVENT), report));
        trigger.set(TriggerFile.CONDITION, conditions(older, report));
        ArrayNode actions = trigger.putArray(TriggerFile.ACTIONS);
        parts(older, ACTIONS)
                .forEach(action -> OlderAction.convert(action, report).ifPresent(actions::add));
        return new OlderTrigger(trigger, List.copyOf(report));
    }

    private static String event(String name, List<Conversion> report) {
        String type = EVENTS.get(name);
        if (type == null) {
            report.add(Conversion.of(name, "unknown-event"));
            return name;
        }
        report.add(Conversion.of(name, "event", type));
        return type;
    }

    /** Joined by {@code combinatie}: {@code alle}, the usual, or {@code een}. */
    private static ObjectNode conditions(JsonNode older, List<Conversion> report) {
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        ArrayNode parts =
                condition.putArray(OlderTexts.text(older, "combinatie").equals("een") ? "any" : "all");
        parts(older, CONDITIONS)
                .forEach(part -> OlderCondition.convert(part, report).ifPresent(parts::add));
        return condition;
    }

    private static List<JsonNode> parts(JsonNode older, String name) {
        JsonNode parts = older.get(name);
        return parts == null || !parts.isArray()
                ? List.of()
                : IntStream.range(0, Math.min(MOST, parts.size()))
                        .mapToObj(parts::get)
                        .toList();
    }
}
