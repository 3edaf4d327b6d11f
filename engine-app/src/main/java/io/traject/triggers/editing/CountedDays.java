package io.traject.triggers.editing;

import io.traject.events.PassingDates;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A condition on time that passes, told apart: how many days, and all else that must hold.
 *
 * @param days as they are written
 */
record CountedDays(List<BigDecimal> days, Condition.All others) {

    CountedDays {
        days = List.copyOf(days);
    }

    /** Empty for triggers about other events, and where the days are not simply one of all conditions. */
    static Optional<CountedDays> of(TriggerContent content) {
        if (!PassingDates.isType(content.event()) || !(content.condition() instanceof Condition.All(var parts))) {
            return Optional.empty();
        }
        return parts.stream().filter(CountedDays::counts).findFirst().map(first -> {
            List<String> days = ((Condition.Test) first).operands();
            List<Condition> others =
                    parts.stream().filter(part -> part != first).toList();
            return new CountedDays(days.stream().map(BigDecimal::new).toList(), new Condition.All(others));
        });
    }

    private static boolean counts(Condition part) {
        return part instanceof Condition.Test(String field, Operator operator, List<String> operands)
                && field.equals(PassingDates.DAYS)
                && (operator == Operator.EQUALS || operator == Operator.ONE_OF)
                && !operands.isEmpty()
                && operands.stream().allMatch(operand -> operand.matches("-?\\d{1,5}"));
    }
}
