package io.traject.triggers.web;

import io.traject.events.PassingDates;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.web.ConditionNode.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A button of the editor, as it is sent: {@code save}, or what is to become of a part, {@code remove:c.0.1}. Anything else only
 * shows the form again.
 */
record EditorCommand(String verb, String path) {

    private static final Pattern PLACE = Pattern.compile("[ca](\\.\\d{1,3}){0,12}");
    private static final Pattern PART = Pattern.compile("[ca](\\.\\d{1,3}){1,12}");

    static EditorCommand parse(String sent) {
        String[] words = sent.split(":", 2);
        boolean moves = words[0].equals("up") || words[0].equals("down") || words[0].equals("remove");
        boolean fits = words.length == 1
                ? words[0].equals("save")
                : (moves ? PART : PLACE).matcher(words[1]).matches();
        return fits ? new EditorCommand(words[0], words.length == 1 ? "" : words[1]) : new EditorCommand("look", "");
    }

    boolean saves() {
        return verb.equals("save");
    }

    /**
     * @param fields of the event that is chosen
     * @param newAction the kind to add
     */
    TriggerForm apply(TriggerForm form, Collection<Field> fields, String newAction) {
        return path.startsWith("a")
                ? form.with(actions(form.actions(), newAction))
                : form.with(fitting(conditions(verb.equals("look") ? begun(form) : form.root()), fields));
    }

    /** Time that passes needs a number of days. */
    private static ConditionNode begun(TriggerForm form) {
        return PassingDates.isType(form.event()) && form.root().parts().isEmpty()
                ? form.root().added(List.of(), ConditionNode.test(PassingDates.DAYS))
                : form.root();
    }

    private ConditionNode conditions(ConditionNode root) {
        return switch (verb) {
            case "add" -> root.added(positions(), ConditionNode.test(""));
            case "add-answer" -> root.added(positions(), ConditionNode.test("answer.."));
            case "add-score" ->
                root.added(positions(), ConditionNode.test("score..").with(Operator.AT_LEAST));
            case "add-group" ->
                root.added(positions(), ConditionNode.group(Kind.ANY, false, List.of(ConditionNode.test(""))));
            case "remove" -> root.removed(positions());
            case "up" -> root.moved(positions(), -1);
            case "down" -> root.moved(positions(), 1);
            default -> root;
        };
    }

    /** Another field may be compared in other ways: the first that it can. */
    private static ConditionNode fitting(ConditionNode root, Collection<Field> fields) {
        Map<String, Field> known = fields.stream().collect(Collectors.toMap(Field::key, Function.identity()));
        return root.mapped(node -> {
            Field field = known.get(node.field());
            return node.kind() != Kind.TEST || field == null || node.operator().takes(field.type())
                    ? node
                    : node.with(Arrays.stream(Operator.values())
                            .filter(operator -> operator.takes(field.type()))
                            .findFirst()
                            .orElseThrow());
        });
    }

    private List<ChosenAction> actions(List<ChosenAction> actions, String newAction) {
        List<ChosenAction> changed = new ArrayList<>(actions);
        if (verb.equals("add") && !newAction.isBlank()) {
            changed.add(new ChosenAction(newAction, Map.of()));
        }
        if (positions().isEmpty() || positions().getFirst() >= actions.size()) {
            return changed;
        }
        int index = positions().getFirst();
        switch (verb) {
            case "remove" -> changed.remove(index);
            case "up" -> Collections.swap(changed, index, Math.max(0, index - 1));
            case "down" -> Collections.swap(changed, index, Math.min(changed.size() - 1, index + 1));
            default -> {}
        }
        return changed;
    }

    /** Where the reader goes on after this: the element's id; empty for where it was. */
    String focus(TriggerForm changed) {
        boolean action = path.startsWith("a");
        String part = EditorView.idOf(path);
        List<Integer> positions = positions();
        String parent = part.contains("-") ? part.substring(0, part.lastIndexOf('-')) : part;
        return switch (verb) {
            case "add" -> action ? "a-" + (changed.actions().size() - 1) : added(changed.root());
            case "add-answer", "add-score", "add-group" -> added(changed.root());
            case "remove" -> action ? "newAction" : parent + "-add";
            case "up" -> parent + "-" + Math.max(0, positions.getLast() - 1) + "-up";
            case "down" -> parent + "-" + (positions.getLast() + 1) + "-down";
            default -> "";
        };
    }

    private String added(ConditionNode root) {
        return EditorView.idOf(path) + "-" + (root.at(positions()).parts().size() - 1);
    }

    private List<Integer> positions() {
        return path.length() < 2
                ? List.of()
                : Arrays.stream(path.substring(2).split("\\."))
                        .map(Integer::valueOf)
                        .toList();
    }
}
