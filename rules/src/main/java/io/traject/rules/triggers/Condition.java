package io.traject.rules.triggers;

import java.util.List;

/** What must hold for a trigger to fire: a tree. */
public sealed interface Condition {

    /** Every one holds; without any, it holds. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one holds; without any, it does not hold. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /**
     * A field compared with operands.
     *
     * @param operands in canonical form: numbers as {@code 12.5}, days as {@code 2026-11-29}, {@code true} and {@code false}
     */
    record Test(String field, Operator operator, List<String> operands) implements Condition {
        public Test {
            operands = List.copyOf(operands);
        }

        public Test(String field, Operator operator, String... operands) {
            this(field, operator, List.of(operands));
        }
    }
}
