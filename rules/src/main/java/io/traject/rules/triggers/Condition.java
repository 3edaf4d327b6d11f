package io.traject.rules.triggers;

import java.util.List;
import java.util.Objects;

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

    record Not(Condition of) implements Condition {
        public Not {
            Objects.requireNonNull(of, "of");
        }
    }

    /**
     * A field compared with operands.
     *
     * @param operands in canonical form: numbers as {@code 12.5}, days as {@code 2026-11-29}, {@code true} and {@code false}
     */
    record Test(String field, Operator operator, List<String> operands) implements Condition {
        public Test {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(operator, "operator");
            operands = List.copyOf(operands);
        }

        public Test(String field, Operator operator, String... operands) {
            this(field, operator, List.of(operands));
        }
    }
}
