package io.traject.triggers.web;

import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.FieldType;
import io.traject.rules.triggers.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A part of the conditions as the editor shows it: a group of parts, or a comparison. A negation belongs to the part that it
 * negates. Never changes; each change makes another tree.
 *
 * @param negated whether it must not hold
 * @param field key; empty until one is chosen
 * @param values as typed, of a comparison
 * @param search what was searched for among the values to choose from
 * @param parts of a group
 */
record ConditionNode(
        Kind kind,
        boolean negated,
        String field,
        Operator operator,
        List<String> values,
        String search,
        List<ConditionNode> parts) {

    enum Kind {
        ALL,
        ANY,
        TEST
    }

    ConditionNode {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    static ConditionNode group(Kind kind, boolean negated, List<ConditionNode> parts) {
        return new ConditionNode(kind, negated, "", Operator.EQUALS, List.of(), "", parts);
    }

    static ConditionNode test(String field) {
        return new ConditionNode(Kind.TEST, false, field, Operator.EQUALS, List.of(), "", List.of());
    }

    /** The root of the editor's tree: always a group. */
    static ConditionNode root(Condition condition) {
        ConditionNode node = of(condition);
        return node.kind() == Kind.TEST ? group(Kind.ALL, false, List.of(node)) : node;
    }

    private static ConditionNode of(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> group(Kind.ALL, false, all(of));
            case Condition.Any(List<Condition> of) -> group(Kind.ANY, false, all(of));
            case Condition.Not(Condition of) -> {
                ConditionNode node = of(of);
                yield node.negated() ? group(Kind.ALL, true, List.of(node)) : node.negate();
            }
            case Condition.Test(String field, Operator operator, List<String> operands) ->
                new ConditionNode(Kind.TEST, false, field, operator, operands, "", List.of());
        };
    }

    private static List<ConditionNode> all(List<Condition> conditions) {
        return conditions.stream().map(ConditionNode::of).toList();
    }

    /** @param types of the fields; values are written as the type of their field is */
    Condition condition(Function<String, Optional<FieldType>> types) {
        Condition plain = switch (kind) {
            case ALL -> new Condition.All(conditions(types));
            case ANY -> new Condition.Any(conditions(types));
            case TEST -> new Condition.Test(field, operator, operands(types.apply(field)));
        };
        return negated ? new Condition.Not(plain) : plain;
    }

    private List<Condition> conditions(Function<String, Optional<FieldType>> types) {
        return parts.stream().map(part -> part.condition(types)).toList();
    }

    private List<String> operands(Optional<FieldType> type) {
        List<String> filled = values.stream()
                .map(value ->
                        type.map(known -> TypedValue.canonical(known, value)).orElse(value.strip()))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return switch (operator.operands()) {
            case NONE -> List.of();
            case ONE -> filled.stream().limit(1).toList();
            case SOME -> filled;
        };
    }

    /** The part of the tree that a mistake at this place of the condition is about, as the positions to it. */
    List<Integer> positions(List<Integer> place) {
        List<Integer> rest = negated && !place.isEmpty() ? place.subList(1, place.size()) : place;
        if (rest.isEmpty() || kind == Kind.TEST || rest.getFirst() >= parts.size()) {
            return List.of();
        }
        List<Integer> positions = new ArrayList<>(List.of(rest.getFirst()));
        positions.addAll(parts.get(rest.getFirst()).positions(rest.subList(1, rest.size())));
        return positions;
    }

    /** The part at the positions; the last that there is on the way. */
    ConditionNode at(List<Integer> positions) {
        return positions.isEmpty() || positions.getFirst() >= parts.size()
                ? this
                : parts.get(positions.getFirst()).at(positions.subList(1, positions.size()));
    }

    ConditionNode negate() {
        return new ConditionNode(kind, !negated, field, operator, values, search, parts);
    }

    ConditionNode with(Operator other) {
        return new ConditionNode(kind, negated, field, other, values, search, parts);
    }

    private ConditionNode with(List<ConditionNode> others) {
        return new ConditionNode(kind, negated, field, operator, values, search, others);
    }

    /** The tree in which every part is replaced, the innermost first. */
    ConditionNode mapped(UnaryOperator<ConditionNode> change) {
        return change.apply(with(parts.stream().map(part -> part.mapped(change)).toList()));
    }

    /** Adds a part at the end of the group at the positions; nothing when there is no such group. */
    ConditionNode added(List<Integer> positions, ConditionNode part) {
        return at(positions, group -> {
            if (group.kind() == Kind.TEST) {
                return group;
            }
            List<ConditionNode> more = new ArrayList<>(group.parts());
            more.add(part);
            return group.with(more);
        });
    }

    /** Takes the part at the positions out; the root stays. */
    ConditionNode removed(List<Integer> positions) {
        return inParent(positions, (parts, index) -> parts.remove((int) index));
    }

    /** Moves the part at the positions among its neighbours. @param by -1 for up, 1 for down */
    ConditionNode moved(List<Integer> positions, int by) {
        return inParent(positions, (parts, index) -> {
            int other = index + by;
            if (other >= 0 && other < parts.size()) {
                Collections.swap(parts, index, other);
            }
        });
    }

    private interface Change {
        void of(List<ConditionNode> parts, Integer index);
    }

    private ConditionNode inParent(List<Integer> positions, Change change) {
        if (positions.isEmpty()) {
            return this;
        }
        int index = positions.getLast();
        return at(positions.subList(0, positions.size() - 1), parent -> {
            if (index < 0 || index >= parent.parts().size()) {
                return parent;
            }
            List<ConditionNode> changed = new ArrayList<>(parent.parts());
            change.of(changed, index);
            return parent.with(changed);
        });
    }

    private ConditionNode at(List<Integer> positions, UnaryOperator<ConditionNode> change) {
        if (positions.isEmpty()) {
            return change.apply(this);
        }
        return with(IntStream.range(0, parts.size())
                .mapToObj(index -> index == positions.getFirst()
                        ? parts.get(index).at(positions.subList(1, positions.size()), change)
                        : parts.get(index))
                .toList());
    }
}
