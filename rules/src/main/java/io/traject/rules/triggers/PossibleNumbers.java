package io.traject.rules.triggers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Which numbers a field must be for a condition to hold. */
public final class PossibleNumbers {

    private PossibleNumbers() {}

    /**
     * With any other number of the field it does not hold, whatever else is known. Empty when there are more than can be listed, as
     * with {@code at least 3}; an empty set when it never holds.
     *
     * @param condition without {@link CheckCondition mistakes}
     */
    public static Optional<SortedSet<BigDecimal>> of(Condition condition, String field) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                parts.stream().flatMap(part -> of(part, field).stream()).reduce(both(SortedSet::retainAll));
            case Condition.Any(List<Condition> parts) -> {
                List<Optional<SortedSet<BigDecimal>>> each =
                        parts.stream().map(part -> of(part, field)).toList();
                yield each.stream().allMatch(Optional::isPresent)
                        ? Optional.of(each.stream()
                                .flatMap(Optional::stream)
                                .reduce(new TreeSet<>(), both(SortedSet::addAll)))
                        : Optional.empty();
            }
            case Condition.Not(Condition any) -> Optional.empty();
            case Condition.Test test -> of(test, field);
        };
    }

    private static Optional<SortedSet<BigDecimal>> of(Condition.Test test, String field) {
        boolean lists = test.operator() == Operator.EQUALS || test.operator() == Operator.ONE_OF;
        if (!lists || !test.field().equals(field)) {
            return Optional.empty();
        }
        SortedSet<BigDecimal> numbers = new TreeSet<>();
        test.operands().forEach(operand -> numbers.add(new BigDecimal(operand)));
        return Optional.of(numbers);
    }

    private interface Mixing {
        boolean mix(SortedSet<BigDecimal> into, SortedSet<BigDecimal> other);
    }

    private static BinaryOperator<SortedSet<BigDecimal>> both(Mixing mixing) {
        return (one, other) -> {
            SortedSet<BigDecimal> mixed = new TreeSet<>(one);
            mixing.mix(mixed, other);
            return mixed;
        };
    }
}
