package io.traject.triggers.editing;

import io.traject.rules.triggers.Condition;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.actions.Setting;
import io.traject.triggers.actions.TriggerAction;
import io.traject.triggers.editing.RuleWords.Teller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What is different between two versions of a trigger, part by part. */
public final class VersionDifference {

    /** What became of a part. */
    public enum Change {
        KEPT,
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A part in words.
     *
     * @param depth how deep it lies in others, from 0
     * @param before what it was; empty when it was added
     * @param after what it became; empty when it was removed
     */
    public record Part(Change change, int depth, String before, String after) {}

    private record Line(int depth, String text) {}

    private VersionDifference() {}

    /** Of the conditions: a group, and below it what is in it. */
    public static List<Part> ofConditions(
            Condition before, Teller tellsBefore, Condition after, Teller tellsAfter, GroupWords groups) {
        List<Line> old = new ArrayList<>();
        List<Line> present = new ArrayList<>();
        lines(before, tellsBefore, groups, 0, false, old);
        lines(after, tellsAfter, groups, 0, false, present);
        return matched(old, present, Line::equals).stream()
                .map(pair -> part(pair.before(), pair.after()))
                .toList();
    }

    /** Of the actions: each, and below one that stayed its settings that changed. */
    public static List<Part> ofActions(
            List<ChosenAction> before,
            Teller tellsBefore,
            List<ChosenAction> after,
            Teller tellsAfter,
            ActionCatalogue catalogue) {
        List<Part> parts = new ArrayList<>();
        matched(before, after, (one, other) -> one.kind().equals(other.kind())).forEach(pair -> {
            Optional<ChosenAction> old = pair.before();
            Optional<ChosenAction> present = pair.after();
            if (old.isPresent()
                    && present.isPresent()
                    && old.get().kind().equals(present.get().kind())) {
                parts.addAll(ofSettings(old.get(), tellsBefore, present.get(), tellsAfter, catalogue));
            } else {
                old.ifPresent(one -> parts.add(new Part(Change.REMOVED, 0, tellsBefore.action(one), "")));
                present.ifPresent(one -> parts.add(new Part(Change.ADDED, 0, "", tellsAfter.action(one))));
            }
        });
        return parts;
    }

    /** What a group is called: {@code ALL}, {@code not.ANY}. */
    public interface GroupWords {
        String of(String group);
    }

    private static void lines(
            Condition condition, Teller teller, GroupWords groups, int depth, boolean negated, List<Line> lines) {
        String not = negated ? "not." : "";
        switch (condition) {
            case Condition.All(List<Condition> of) -> {
                lines.add(new Line(depth, groups.of(not + "ALL")));
                of.forEach(part -> lines(part, teller, groups, depth + 1, false, lines));
            }
            case Condition.Any(List<Condition> of) -> {
                lines.add(new Line(depth, groups.of(not + "ANY")));
                of.forEach(part -> lines(part, teller, groups, depth + 1, false, lines));
            }
            case Condition.Not(Condition.Not of) -> lines(of.of(), teller, groups, depth, negated, lines);
            case Condition.Not(Condition of) -> lines(of, teller, groups, depth, !negated, lines);
            case Condition.Test test ->
                lines.add(new Line(depth, teller.condition(negated ? new Condition.Not(test) : test)));
        }
    }

    private static Part part(Optional<Line> before, Optional<Line> after) {
        String old = before.map(Line::text).orElse("");
        String present = after.map(Line::text).orElse("");
        int depth = after.or(() -> before).orElseThrow().depth();
        Change change = after.isEmpty()
                ? Change.REMOVED
                : before.isEmpty() ? Change.ADDED : before.equals(after) ? Change.KEPT : Change.CHANGED;
        return new Part(change, depth, old, present);
    }

    private static List<Part> ofSettings(
            ChosenAction before, Teller tellsBefore, ChosenAction after, Teller tellsAfter, ActionCatalogue catalogue) {
        String kind = after.kind();
        List<Part> changed = settings(catalogue, before, after)
                .filter(setting -> !value(before, setting).equals(value(after, setting)))
                .map(setting -> new Part(
                        change(before, after, setting),
                        1,
                        told(before, setting, tellsBefore),
                        told(after, setting, tellsAfter)))
                .toList();
        Part whole = changed.isEmpty()
                ? new Part(Change.KEPT, 0, tellsBefore.action(before), tellsAfter.action(after))
                : new Part(Change.KEPT, 0, tellsBefore.kind(kind), tellsAfter.kind(kind));
        return Stream.concat(Stream.of(whole), changed.stream()).toList();
    }

    private static Change change(ChosenAction before, ChosenAction after, Setting setting) {
        return value(before, setting).isEmpty()
                ? Change.ADDED
                : value(after, setting).isEmpty() ? Change.REMOVED : Change.CHANGED;
    }

    private static Stream<Setting> settings(ActionCatalogue catalogue, ChosenAction before, ChosenAction after) {
        List<Setting> known =
                catalogue.find(after.kind()).map(TriggerAction::settings).orElse(List.of());
        List<String> keys = known.stream().map(Setting::key).toList();
        Stream<Setting> others = Stream.of(before, after)
                .map(ChosenAction::settings)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .distinct()
                .filter(key -> !keys.contains(key))
                .sorted()
                .map(key -> Setting.optional(key, Setting.Form.LINE));
        return Stream.concat(known.stream(), others);
    }

    private static String value(ChosenAction action, Setting setting) {
        return Objects.requireNonNullElse(action.settings().get(setting.key()), "");
    }

    private static String told(ChosenAction action, Setting setting, Teller teller) {
        String value = value(action, setting);
        return value.isEmpty()
                ? ""
                : teller.setting(action.kind(), setting.key()) + ": "
                        + teller.settingValue(action.kind(), setting, value);
    }

    private record Pair<T>(Optional<T> before, Optional<T> after) {}

    /**
     * By the longest common subsequence. What was removed and what was added at the same spot are a change, one by one.
     */
    private static <T> List<Pair<T>> matched(List<T> before, List<T> after, BiPredicate<T, T> same) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = same.test(before.get(i), after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Pair<T>> pairs = new ArrayList<>();
        List<T> removed = new ArrayList<>();
        List<T> added = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && same.test(before.get(i), after.get(j))) {
                settle(removed, added, pairs);
                pairs.add(new Pair<>(Optional.of(before.get(i++)), Optional.of(after.get(j++))));
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                removed.add(before.get(i++));
            } else {
                added.add(after.get(j++));
            }
        }
        settle(removed, added, pairs);
        return pairs;
    }

    private static <T> void settle(List<T> removed, List<T> added, List<Pair<T>> pairs) {
        for (int k = 0; k < Math.max(removed.size(), added.size()); k++) {
            pairs.add(new Pair<>(
                    k < removed.size() ? Optional.of(removed.get(k)) : Optional.empty(),
                    k < added.size() ? Optional.of(added.get(k)) : Optional.empty()));
        }
        removed.clear();
        added.clear();
    }
}
