package io.traject.triggers.exchange;

import io.traject.rules.triggers.Condition;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.ContentReader;
import io.traject.triggers.editing.SaveTrigger.Draft;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerMistake;
import io.traject.triggers.editing.TriggerName;
import io.traject.triggers.editing.TriggerVersion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A trigger as somebody wrote it in JSON.
 *
 * @param name as it was given; empty for none
 * @param draft what can be kept of it; empty when that is nothing
 * @param mistakes what could not be read, each at its place
 */
public record ReadTrigger(String name, Optional<Draft> draft, List<TriggerMistake> mistakes) {

    public ReadTrigger {
        mistakes = List.copyOf(mistakes);
    }

    public static ReadTrigger of(JsonNode node) {
        if (!node.isObject()) {
            return new ReadTrigger("", Optional.empty(), List.of(TriggerMistake.of("", "not-a-trigger")));
        }
        return new Reader(node).read();
    }

    private static final class Reader {

        private final JsonNode node;
        private final List<TriggerMistake> mistakes = new ArrayList<>();

        Reader(JsonNode node) {
            this.node = node;
        }

        ReadTrigger read() {
            String name = line(TriggerFile.NAME, Trigger.MAX_NAME_LENGTH);
            String event = line(TriggerFile.EVENT, TriggerContent.MAX_EVENT_LENGTH);
            String description = text(TriggerFile.DESCRIPTION, Trigger.MAX_DESCRIPTION_LENGTH);
            String comment = text(TriggerFile.COMMENT, TriggerVersion.MAX_COMMENT_LENGTH);
            LocalDate from = day(TriggerFile.FROM);
            LocalDate until = day(TriggerFile.UNTIL);
            required(TriggerFile.NAME, name);
            required(TriggerFile.EVENT, event);
            if (from != null && until != null && until.isBefore(from)) {
                mistakes.add(TriggerMistake.of(TriggerFile.UNTIL, "until-before"));
            }
            boolean keepable = mistakes.isEmpty();
            ContentReader content = new ContentReader();
            Condition condition = content.condition(node.get(TriggerFile.CONDITION));
            List<ChosenAction> actions = content.actions(node.get(TriggerFile.ACTIONS));
            mistakes.addAll(content.mistakes());
            return new ReadTrigger(
                    name,
                    keepable
                            ? Optional.of(new Draft(
                                    new TriggerName(name, description),
                                    new TriggerContent(event, condition, actions, from, until),
                                    comment))
                            : Optional.empty(),
                    mistakes);
        }

        private void required(String field, String value) {
            if (value.isBlank()
                    && mistakes.stream().noneMatch(mistake -> mistake.place().equals(field))) {
                mistakes.add(TriggerMistake.of(field, "setting-missing"));
            }
        }

        private String line(String field, int most) {
            return text(field, most).replaceAll("\\p{Cntrl}+", " ").strip();
        }

        private String text(String field, int most) {
            JsonNode value = node.get(field);
            if (value == null || value.isNull()) {
                return "";
            }
            String text = value.isString() ? value.asString().replace("\r\n", "\n") : "";
            if (!value.isString() || text.chars().anyMatch(one -> one < ' ' && one != '\n' && one != '\t')) {
                mistakes.add(TriggerMistake.of(field, "not-a-text"));
                return "";
            }
            if (text.length() > most) {
                mistakes.add(TriggerMistake.of(field, "too-long"));
                return "";
            }
            return text;
        }

        private @Nullable LocalDate day(String field) {
            String text = line(field, TriggerContent.MAX_EVENT_LENGTH);
            try {
                return text.isEmpty() ? null : LocalDate.parse(text);
            } catch (DateTimeException none) {
                mistakes.add(TriggerMistake.of(field, "not-a-date"));
                return null;
            }
        }
    }
}
