package io.traject.triggers.web;

import io.traject.rules.triggers.Operator;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.web.ConditionNode.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Reads the editor's form. A part of the conditions has a name by the positions to it: {@code c} is the root, {@code c.0.2} the
 * third part of its first part, {@code c.0.2.field} the field of that. Actions are {@code a.0}, {@code a.0.s.title}. Whatever
 * else is sent is not looked at.
 */
final class TriggerFormReader {

    static final String NEGATED = "not:";

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 250;
    private static final int MOST_ACTIONS = 30;
    private static final int MOST_VALUES = 250;
    private static final int LONGEST = 10_000;

    private final MultiValueMap<String, String> sent;
    private int parts;

    private TriggerFormReader(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    static TriggerForm read(MultiValueMap<String, String> sent) {
        return new TriggerFormReader(sent).form();
    }

    private TriggerForm form() {
        return new TriggerForm(
                line("name"),
                text("description").strip(),
                shortened(line("event"), TriggerContent.MAX_EVENT_LENGTH),
                line("from"),
                line("until"),
                line("comment"),
                version(),
                node("c", 0),
                actions());
    }

    private long version() {
        try {
            return Long.parseLong(line("version"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private ConditionNode node(String path, int depth) {
        parts++;
        String kind = line(path + ".kind");
        if (kind.equals("TEST") && depth > 0) {
            return test(path);
        }
        List<ConditionNode> within = new ArrayList<>();
        for (int i = 0; depth < DEEPEST && parts < MOST_PARTS && sent.containsKey(path + "." + i + ".kind"); i++) {
            within.add(node(path + "." + i, depth + 1));
        }
        boolean negated = kind.startsWith(NEGATED);
        return ConditionNode.group(kind.endsWith("ANY") ? Kind.ANY : Kind.ALL, negated, within);
    }

    private ConditionNode test(String path) {
        String operator = line(path + ".operator");
        boolean negated = operator.startsWith(NEGATED);
        String name = negated ? operator.substring(NEGATED.length()) : operator;
        return new ConditionNode(
                Kind.TEST,
                negated,
                field(path),
                Arrays.stream(Operator.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElse(Operator.EQUALS),
                values(path + ".value"),
                line(path + ".search"),
                List.of());
    }

    /** Of a questionnaire's part: what is chosen one after the other. */
    private String field(String path) {
        String source = line(path + ".source");
        return source.isEmpty()
                ? line(path + ".field")
                : source + "." + line(path + ".questionnaire") + "." + line(path + ".question");
    }

    private List<String> values(String name) {
        return Objects.requireNonNullElse(sent.get(name), List.<String>of()).stream()
                .flatMap(value -> cut(value).lines())
                .map(TriggerFormReader::clean)
                .filter(value -> !value.isEmpty())
                .limit(MOST_VALUES)
                .toList();
    }

    private List<ChosenAction> actions() {
        List<ChosenAction> actions = new ArrayList<>();
        for (int i = 0; i < MOST_ACTIONS && sent.containsKey("a." + i + ".kind"); i++) {
            actions.add(new ChosenAction(line("a." + i + ".kind"), settings("a." + i + ".s.")));
        }
        return actions;
    }

    private Map<String, String> settings(String prefix) {
        Map<String, String> settings = new HashMap<>();
        Stream<String> names = sent.keySet().stream().filter(name -> name.startsWith(prefix));
        names.forEach(name -> {
            String value = text(name).strip();
            if (!value.isEmpty()) {
                settings.put(name.substring(prefix.length()), value);
            }
        });
        return settings;
    }

    private String line(String name) {
        return clean(text(name));
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private String text(String name) {
        return cut(Objects.requireNonNullElse(sent.getFirst(name), ""));
    }

    private static String cut(String text) {
        String plain = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
        return shortened(plain, LONGEST);
    }

    private static String shortened(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
