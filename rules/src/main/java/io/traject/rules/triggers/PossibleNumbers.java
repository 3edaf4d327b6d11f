package io.traject.rules.triggers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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
            case Condition.All(List<Condition> parts) -> inAll(parts, field);
            case Condition.Any(List<Condition> parts) -> inAny(parts, field);
            case Condition.Not(Condition any) -> Optional.empty();
            case Condition.Test test -> of(test, field);
        };
    }

    private static Optional<SortedSet<BigDecimal>> inAll(List<Condition> parts, String field) {
        Optional<SortedSet<BigDecimal>> all = Optional.empty();
        for (Condition part : parts) {
            Optional<SortedSet<BigDecimal>> one = of(part, field);
            if (all.isPresent() && one.isPresent()) {
                all.get().retainAll(one.get());
            } else if (one.isPresent()) {
                all = one;
            }
        }
        return all;
    }

    private static Optional<SortedSet<BigDecimal>> inAny(List<Condition> parts, String field) {
        SortedSet<BigDecimal> any = new TreeSet<>();
        for (Condition part : parts) {
            Optional<SortedSet<BigDecimal>> one = of(part, field);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            any.addAll(one.get());
        }
        return Optional.of(any);
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
}
