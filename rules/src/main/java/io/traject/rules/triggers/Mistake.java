package io.traject.rules.triggers;

import java.util.List;

/**
 * What is wrong with a condition.
 *
 * @param place where in the tree: the positions to it from the root, from 0; empty for the root itself. A {@link Condition.Not}
 *     has its one part at 0
 * @param operand which of the operands, from 0, or -1 for the whole
 * @param code stable, kebab-case: {@code field-unknown}, {@code operator-unfit}, {@code operand-missing}, {@code operand-surplus},
 *     {@code not-a-number}, {@code not-a-date}, {@code not-yes-or-no}, {@code option-unknown}, {@code not-days}, {@code no-change},
 *     {@code nothing-in-it}, {@code too-deep}, {@code too-many}, {@code too-long}
 */
public record Mistake(List<Integer> place, int operand, String code) {

    public Mistake {
        place = List.copyOf(place);
    }
}
