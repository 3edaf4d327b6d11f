package io.traject.triggers.exchange;

import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.ContentJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * An action of the older format. There was one for each way in which an appointment can be asked for; now there is one with
 * settings. Texts were fixed; now they take merge fields, and a fixed text is one without.
 */
final class OlderAction {

    static final String APPOINTMENT = "create-appointment-request";
    static final String TASK = "add-task";
    static final String END = "end-case";

    private static final String COMPLETED = "COMPLETED";

    /** In which ways a case was ended, and what the action calls them. */
    private static final Map<String, String> ENDINGS = Map.of(
            "voltooid", COMPLETED,
            "niet meer nodig", "NO_LONGER_NEEDED",
            "dienstverband beëindigd", "EMPLOYMENT_ENDED",
            "geannuleerd", "CANCEL");

    private OlderAction() {}

    static Optional<JsonNode> convert(JsonNode older, List<Conversion> report) {
        String was = OlderTexts.text(older, "actie");
        Optional<ChosenAction> action = switch (was) {
            case "createAppointmentRequest", "Oproepverzoek aanmaken" -> Optional.of(appointment(older, false, report));
            case "createDraftAppointmentRequest", "Concept oproepverzoek aanmaken" ->
                Optional.of(appointment(older, true, report));
            case "addTaskToCase", "Taak toevoegen aan traject" -> Optional.of(task(older, report));
            case "endCase", "Traject beëindigen" -> Optional.of(end(older, report));
            default -> Optional.empty();
        };
        report.add(action.map(made -> Conversion.of(was, "action", made.kind(), told(made)))
                .orElseGet(() -> Conversion.of(was, "unknown-action")));
        return action.map(made -> ContentJson.ofActions(List.of(made)).get(0));
    }

    private static ChosenAction appointment(JsonNode older, boolean draft, List<Conversion> report) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "consultationType", OlderTexts.text(older, "spreekuursoort"));
        if (draft) {
            settings.put("draft", "true");
        }
        put(settings, "remark", OlderTexts.fixed(OlderTexts.text(older, "opmerking"), report));
        return new ChosenAction(APPOINTMENT, settings);
    }

    private static ChosenAction task(JsonNode older, List<Conversion> report) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "title", OlderTexts.fixed(OlderTexts.text(older, "titel"), report));
        put(settings, "instruction", OlderTexts.fixed(OlderTexts.text(older, "omschrijving"), report));
        put(settings, "dueInDays", OlderTexts.text(older, "termijnInDagen"));
        return new ChosenAction(TASK, settings);
    }

    private static ChosenAction end(JsonNode older, List<Conversion> report) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("how", ENDINGS.getOrDefault(OlderTexts.text(older, "uitkomst"), COMPLETED));
        put(settings, "reason", OlderTexts.fixed(OlderTexts.text(older, "reden"), report));
        return new ChosenAction(END, settings);
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (!value.isEmpty()) {
            settings.put(key, value);
        }
    }

    private static String told(ChosenAction action) {
        return new TreeMap<>(action.settings()).toString();
    }
}
