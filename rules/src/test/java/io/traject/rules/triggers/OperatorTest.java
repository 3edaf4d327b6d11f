package io.traject.rules.triggers;

import static io.traject.rules.triggers.FieldType.CODE;
import static io.traject.rules.triggers.FieldType.CODES;
import static io.traject.rules.triggers.FieldType.DATE;
import static io.traject.rules.triggers.FieldType.NUMBER;
import static io.traject.rules.triggers.FieldType.REFERENCE;
import static io.traject.rules.triggers.FieldType.TEXT;
import static io.traject.rules.triggers.FieldType.YES_NO;
import static io.traject.rules.triggers.Fixtures.MUNICIPALITY;
import static io.traject.rules.triggers.Fixtures.TODAY;
import static io.traject.rules.triggers.Fixtures.not;
import static io.traject.rules.triggers.Operator.AFTER;
import static io.traject.rules.triggers.Operator.AT_LEAST;
import static io.traject.rules.triggers.Operator.AT_MOST;
import static io.traject.rules.triggers.Operator.BECAME;
import static io.traject.rules.triggers.Operator.BEFORE;
import static io.traject.rules.triggers.Operator.CHANGED;
import static io.traject.rules.triggers.Operator.CONTAINS;
import static io.traject.rules.triggers.Operator.EMPTY;
import static io.traject.rules.triggers.Operator.EQUALS;
import static io.traject.rules.triggers.Operator.IN_LAST_DAYS;
import static io.traject.rules.triggers.Operator.ONE_OF;
import static io.traject.rules.triggers.Operator.WAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each operator means, by compiled rules and by the interpreter. */
class OperatorTest {

    private static final Object NONE = new Object();
    private static final String FIELD = "case.field";

    @ParameterizedTest
    @MethodSource
    void shouldHoldFor(FieldType type, Object value, Operator operator, List<String> operands) {
        assertThat(holds(type, Set.of(), NONE, value, operator, operands)).isTrue();
    }

    static Stream<Arguments> shouldHoldFor() {
        return Stream.of(
                now(TEXT, "Rugklachten", EQUALS, "rugKLACHTEN"),
                now(TEXT, " Straße\n", EQUALS, "STRASSE"),
                now(TEXT, "cafe\u0301", EQUALS, "CAF\u00c9"),
                now(TEXT, "ΟΔΟΣ", EQUALS, "οδοσ"),
                now(TEXT, "20", EQUALS, "20"),
                now(TEXT, "nek", ONE_OF, "Rug", "NEK"),
                now(TEXT, "Klachten aan rug en nek", CONTAINS, "RUG "),
                now(TEXT, "ΟΔΟΣΑ", CONTAINS, "οδος"),
                now(CODE, "open", EQUALS, "open"),
                now(CODE, "open", ONE_OF, "closed", "open"),
                now(REFERENCE, "7", EQUALS, "7"),
                now(REFERENCE, "7", ONE_OF, "8", "7", "7"),
                now(CODES, List.of("a", "b"), CONTAINS, "b"),
                now(NUMBER, new BigDecimal("20.0"), EQUALS, "20"),
                now(NUMBER, new BigDecimal("0.00"), EQUALS, "-0"),
                now(NUMBER, new BigDecimal("2E+1"), ONE_OF, "19", "20.00"),
                now(NUMBER, new BigDecimal("20.0"), AT_LEAST, "20"),
                now(NUMBER, new BigDecimal("1E+999999999"), AT_LEAST, "20"),
                now(NUMBER, new BigDecimal("20.0"), AT_MOST, "20"),
                now(NUMBER, new BigDecimal("-3"), AT_MOST, "-2.5"),
                now(DATE, TODAY, EQUALS, "2026-11-29"),
                now(DATE, TODAY, BEFORE, "2026-11-30"),
                now(DATE, LocalDate.MIN, BEFORE, "2026-11-30"),
                now(DATE, TODAY, AFTER, "2026-11-28"),
                now(DATE, TODAY, IN_LAST_DAYS, "0"),
                now(DATE, TODAY.minusDays(7), IN_LAST_DAYS, "7"),
                now(YES_NO, true, EQUALS, "true"),
                now(YES_NO, false, EQUALS, "false"),
                now(TEXT, NONE, EMPTY),
                now(TEXT, " \t", EMPTY),
                now(CODE, "", EMPTY),
                now(REFERENCE, " ", EMPTY),
                now(CODES, List.of(), EMPTY),
                now(NUMBER, NONE, EMPTY),
                now(DATE, NONE, EMPTY),
                now(YES_NO, NONE, EMPTY));
    }

    @ParameterizedTest
    @MethodSource
    void shouldNotHoldFor(FieldType type, Object value, Operator operator, List<String> operands) {
        assertThat(holds(type, Set.of(), NONE, value, operator, operands)).isFalse();
    }

    static Stream<Arguments> shouldNotHoldFor() {
        return Stream.of(
                now(TEXT, "Rug", EQUALS, "Rugklachten"),
                now(TEXT, "één", EQUALS, "een"),
                now(TEXT, "rug  nek", EQUALS, "rug nek"),
                now(TEXT, "20.0", EQUALS, "20"),
                now(TEXT, "knie", ONE_OF, "Rug", "NEK"),
                now(TEXT, "café", CONTAINS, "cafe"),
                now(CODE, "open", EQUALS, "Open"),
                now(CODE, " open", EQUALS, "open"),
                now(REFERENCE, "7", ONE_OF, "07", "70"),
                now(CODES, List.of("ab"), CONTAINS, "a"),
                now(CODES, List.of("A"), CONTAINS, "a"),
                now(NUMBER, new BigDecimal("20.01"), EQUALS, "20"),
                now(NUMBER, new BigDecimal("19.999"), AT_LEAST, "20"),
                now(NUMBER, new BigDecimal("20.001"), AT_MOST, "20"),
                now(DATE, TODAY, BEFORE, "2026-11-29"),
                now(DATE, TODAY, AFTER, "2026-11-29"),
                now(DATE, TODAY.minusDays(8), IN_LAST_DAYS, "7"),
                now(DATE, TODAY.plusDays(1), IN_LAST_DAYS, "7"),
                now(DATE, LocalDate.MIN, IN_LAST_DAYS, "7"),
                now(DATE, LocalDate.MAX, IN_LAST_DAYS, "7"),
                now(YES_NO, false, EQUALS, "true"),
                now(TEXT, "x", EMPTY),
                now(CODES, List.of("x"), EMPTY),
                now(NUMBER, BigDecimal.ZERO, EMPTY),
                now(YES_NO, false, EMPTY));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeNoValueForNothingButEmpty(FieldType type) {
        for (Operator operator : Operator.values()) {
            if (operator.takes(type) && operator != EMPTY) {
                List<String> operands = operator == CHANGED ? List.of() : List.of(anOperand(type, operator));
                assertThat(holds(type, Set.of(), NONE, NONE, operator, operands))
                        .as("%s", operator)
                        .isFalse();
            }
        }
        assertThat(holds(type, Set.of(), NONE, NONE, EMPTY, List.of())).isTrue();
    }

    /** As in an event that was recorded before the field changed its type. */
    @ParameterizedTest
    @EnumSource
    void shouldTakeAValueOfAnotherClassForNone(FieldType type) {
        List<Object> values = List.of(
                "20",
                "true",
                "2026-11-29",
                "a",
                20,
                20L,
                20.0,
                List.of("a"),
                List.of("a", 1),
                List.of(List.of("a")),
                new BigDecimal(20),
                TODAY,
                TODAY.atStartOfDay(),
                true,
                Map.of("a", "a"),
                new Object());
        for (Object value : values) {
            boolean fits = type.valueClass().isInstance(value)
                    && !(value instanceof List<?> list && !list.equals(List.of("a")));
            for (Operator operator : Operator.values()) {
                if (operator.takes(type) && !fits) {
                    List<String> operands = operator.operands() == Operator.Operands.NONE
                            ? List.of()
                            : List.of(anOperand(type, operator));
                    assertThat(holds(type, Set.of(FIELD), value, value, operator, operands))
                            .as("%s %s", operator, value)
                            .isEqualTo(operator == EMPTY || operator == CHANGED);
                }
            }
            assertThat(holds(type, Set.of(), NONE, value, EMPTY, List.of())).isNotEqualTo(fits);
        }
    }

    @Test
    void shouldHaveChangedWhateverItIs() {
        for (FieldType type : FieldType.values()) {
            assertThat(holds(type, Set.of(FIELD), NONE, NONE, CHANGED, List.of()))
                    .isTrue();
            assertThat(holds(type, Set.of("case.other"), NONE, NONE, CHANGED, List.of()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource
    void shouldBecomeWhatItWasNot(FieldType type, String operand, Object it, Object another) {
        Set<String> changed = Set.of(FIELD);
        List<String> operands = List.of(operand);
        assertThat(holds(type, changed, another, it, BECAME, operands)).isTrue();
        assertThat(holds(type, changed, NONE, it, BECAME, operands)).isTrue();
        assertThat(holds(type, changed, it, another, BECAME, operands)).isFalse();
        assertThat(holds(type, changed, it, NONE, BECAME, operands)).isFalse();
        assertThat(holds(type, changed, it, it, BECAME, operands)).isFalse();
        assertThat(holds(type, Set.of(), another, it, BECAME, operands)).isFalse();

        assertThat(holds(type, changed, it, another, WAS, operands)).isTrue();
        assertThat(holds(type, changed, it, NONE, WAS, operands)).isTrue();
        assertThat(holds(type, changed, another, it, WAS, operands)).isFalse();
        assertThat(holds(type, changed, NONE, another, WAS, operands)).isFalse();
        assertThat(holds(type, changed, it, it, WAS, operands)).isFalse();
        assertThat(holds(type, Set.of(), it, another, WAS, operands)).isFalse();
    }

    static Stream<Arguments> shouldBecomeWhatItWasNot() {
        return Stream.of(
                arguments(TEXT, "Rug", "rug", "nek"),
                arguments(CODE, "a", "a", "A"),
                arguments(REFERENCE, "7", "7", "8"),
                arguments(NUMBER, "20", new BigDecimal("20.0"), new BigDecimal("20.1")),
                arguments(DATE, "2026-11-29", TODAY, TODAY.minusDays(1)),
                arguments(YES_NO, "true", true, false));
    }

    @Test
    void shouldNotBecomeWhatIsTheSameInOtherLetters() {
        assertThat(holds(TEXT, Set.of(FIELD), "RUG", "rug", BECAME, List.of("Rug")))
                .isFalse();
        assertThat(holds(TEXT, Set.of(FIELD), "RUG", "rug", WAS, List.of("Rug")))
                .isFalse();
        assertThat(holds(TEXT, Set.of(FIELD), "RUG", "rug", CHANGED, List.of())).isTrue();
    }

    private static Arguments now(FieldType type, Object value, Operator operator, String... operands) {
        return arguments(type, value, operator, List.of(operands));
    }

    private static String anOperand(FieldType type, Operator operator) {
        return switch (type) {
            case TEXT, CODE, CODES, REFERENCE -> "a";
            case NUMBER -> "20";
            case DATE -> operator == IN_LAST_DAYS ? "7" : "2026-11-29";
            case YES_NO -> "true";
        };
    }

    /** By both, and that the opposite does not hold where it holds. */
    private static boolean holds(
            FieldType type, Set<String> changed, Object before, Object now, Operator operator, List<String> operands) {
        List<Field> fields = List.of(Field.of(FIELD, type).changing());
        Facts facts = new Facts(
                MUNICIPALITY,
                "case.closed",
                TODAY,
                now == NONE ? Map.of() : Map.of(FIELD, now),
                changed,
                before == NONE ? Map.of() : Map.of(FIELD, before));
        Condition condition = new Condition.Test(FIELD, operator, operands);
        boolean explained = ExplainTrigger.explain(condition, fields, facts).holds();
        TriggerRule rule = Fixtures.rule("case.closed", condition);
        TriggerRule opposite = Fixtures.rule("case.closed", not(condition));
        Set<TriggerRule> rules = Set.of(rule, opposite);
        assertThat(CompiledTriggers.compile(rules, Map.of("case.closed", fields))
                        .firing(facts))
                .as(Arrays.asList(operator, operands, now) + " compiled")
                .containsExactly(explained ? rule.version() : opposite.version());
        return explained;
    }
}
