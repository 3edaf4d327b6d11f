package io.traject.triggers.exchange;

import io.traject.triggers.editing.ContentJson;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerVersion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Triggers as a file: {@code {"format": "traject-triggers", "version": 1, "triggers": [...]}}, each with {@code name}, {@code
 * description}, {@code event}, {@code condition}, {@code actions}, {@code validFrom}, {@code validUntil} and {@code comment}.
 */
public final class TriggerFile {

    static final String FORMAT = "traject-triggers";
    static final int VERSION = 1;

    static final String TRIGGERS = "triggers";
    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String EVENT = "event";
    static final String CONDITION = "condition";
    static final String ACTIONS = "actions";
    static final String FROM = "validFrom";
    static final String UNTIL = "validUntil";
    static final String COMMENT = "comment";

    private static final JsonMapper JSON = new JsonMapper();

    private TriggerFile() {}

    /** What runs of each; of what doesn't run, what was written last. */
    public static byte[] of(List<Trigger> triggers) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("format", FORMAT);
        file.put("version", VERSION);
        ArrayNode all = file.putArray(TRIGGERS);
        triggers.forEach(trigger -> {
            TriggerVersion version = trigger.running().orElseGet(trigger::newest);
            ObjectNode node = all.addObject();
            node.put(NAME, trigger.called().name());
            node.put(DESCRIPTION, trigger.called().description());
            put(node, version.content());
            node.put(COMMENT, version.comment());
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    /** Adds what a version says. */
    public static void put(ObjectNode node, TriggerContent content) {
        node.put(EVENT, content.event());
        node.set(CONDITION, ContentJson.ofCondition(content.condition()));
        node.set(ACTIONS, ContentJson.ofActions(content.actions()));
        node.put(FROM, text(content.from()));
        node.put(UNTIL, text(content.until()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
