package io.traject.triggers.editing;

import io.traject.events.PassingDates;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.rules.triggers.PossibleNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds what a trigger about time that passes does not say: how many days. Otherwise it would wait for every day of everything. */
final class CheckDays {

    private static final BigDecimal MOST = BigDecimal.valueOf(PassingDates.MOST_DAYS);

    private final List<TriggerMistake> mistakes = new ArrayList<>();
    private String firstTest = "condition";

    private CheckDays() {}

    /** Only for a condition without other mistakes. */
    static List<TriggerMistake> check(TriggerContent content) {
        if (!PassingDates.isType(content.event())) {
            return List.of();
        }
        var check = new CheckDays();
        check.visit(content.condition(), "condition");
        boolean missing = PossibleNumbers.of(content.condition(), PassingDates.DAYS)
                .filter(days -> !days.isEmpty())
                .isEmpty();
        return missing ? List.of(TriggerMistake.of(check.firstTest, "days-missing")) : List.copyOf(check.mistakes);
    }

    private void visit(Condition condition, String place) {
        switch (condition) {
            case Condition.All(List<Condition> of) -> visit(of, place);
            case Condition.Any(List<Condition> of) -> visit(of, place);
            case Condition.Not(Condition of) -> visit(List.of(of), place);
            case Condition.Test test when test.field().equals(PassingDates.DAYS) -> visit(test, place);
            case Condition.Test test -> {}
        }
    }

    private void visit(List<Condition> parts, String place) {
        IntStream.range(0, parts.size()).forEach(index -> visit(parts.get(index), place + "." + index));
    }

    private void visit(Condition.Test test, String place) {
        if (firstTest.equals("condition")) {
            firstTest = place;
        }
        if (test.operator() == Operator.EQUALS || test.operator() == Operator.ONE_OF) {
            IntStream.range(0, test.operands().size())
                    .filter(index -> !isWhole(new BigDecimal(test.operands().get(index))))
                    .forEach(index -> mistakes.add(
                            TriggerMistake.of(place + ".values." + index, "days-too-far", PassingDates.MOST_DAYS)));
        }
    }

    private static boolean isWhole(BigDecimal days) {
        return days.abs().compareTo(MOST) <= 0 && days.stripTrailingZeros().scale() <= 0;
    }
}
