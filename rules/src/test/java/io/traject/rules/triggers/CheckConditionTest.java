package io.traject.rules.triggers;

import static io.traject.rules.triggers.Fixtures.all;
import static io.traject.rules.triggers.Fixtures.always;
import static io.traject.rules.triggers.Fixtures.any;
import static io.traject.rules.triggers.Fixtures.not;
import static io.traject.rules.triggers.Fixtures.that;
import static io.traject.rules.triggers.Operator.AFTER;
import static io.traject.rules.triggers.Operator.AT_LEAST;
import static io.traject.rules.triggers.Operator.BECAME;
import static io.traject.rules.triggers.Operator.CHANGED;
import static io.traject.rules.triggers.Operator.CONTAINS;
import static io.traject.rules.triggers.Operator.EMPTY;
import static io.traject.rules.triggers.Operator.EQUALS;
import static io.traject.rules.triggers.Operator.IN_LAST_DAYS;
import static io.traject.rules.triggers.Operator.ONE_OF;
import static io.traject.rules.triggers.Operator.WAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a condition. */
class CheckConditionTest {

    private static final List<Field> FIELDS = List.of(
            Field.of("case.subject", FieldType.TEXT),
            Field.code("case.type", List.of("A", "B")).changing(),
            new Field("case.labels", FieldType.CODES, false, List.of("x", "y")),
            Field.of("case.owner", FieldType.REFERENCE),
            Field.of("score.stress", FieldType.NUMBER),
            Field.of("case.due", FieldType.DATE),
            Field.of("case.urgent", FieldType.YES_NO));

    @Test
    void shouldFindNothingWrong() {
        assertThat(check(all(
                        any(that("case.subject", CONTAINS, "rug"), not(that("case.owner", EMPTY))),
                        that("case.type", BECAME, "A"),
                        that("case.type", ONE_OF, "A", "B"),
                        that("case.labels", CONTAINS, "x"),
                        that("case.owner", EQUALS, "anything"),
                        that("score.stress", AT_LEAST, "-20.50"),
                        that("case.due", AFTER, "2024-02-29"),
                        that("case.due", IN_LAST_DAYS, "36500"),
                        that("case.urgent", EQUALS, "false"))))
                .isEmpty();
    }

    @Test
    void shouldNameEveryMistakeWithItsPlace() {
        assertThat(check(all(
                        that("case.colour", EQUALS, "red"),
                        any(
                                not(that("score.stress", CONTAINS, "2")),
                                that("score.stress", AT_LEAST, "twenty"),
                                that("case.type", ONE_OF, "A", "C", "B", "")),
                        that("case.subject", EQUALS),
                        that("case.subject", EMPTY, "really", "so"),
                        that("case.urgent", EQUALS, "yes", "no"))))
                .containsExactly(
                        mistake("field-unknown", -1, 0),
                        mistake("operator-unfit", -1, 1, 0, 0),
                        mistake("not-a-number", 0, 1, 1),
                        mistake("option-unknown", 1, 1, 2),
                        mistake("operand-missing", 3, 1, 2),
                        mistake("operand-missing", 0, 2),
                        mistake("operand-surplus", 0, 3),
                        mistake("not-yes-or-no", 0, 4),
                        mistake("operand-surplus", 1, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "score.stress, EQUALS, '1,5', not-a-number",
        "score.stress, EQUALS, 1e9, not-a-number",
        "score.stress, EQUALS, +1, not-a-number",
        "score.stress, EQUALS, .5, not-a-number",
        "score.stress, EQUALS, ' 1', not-a-number",
        "score.stress, EQUALS, ١, not-a-number",
        "score.stress, EQUALS, NaN, not-a-number",
        "score.stress, EQUALS, 1234567890123456789012345678901, not-a-number",
        "case.due, BEFORE, 29-11-2026, not-a-date",
        "case.due, BEFORE, 2026-02-29, not-a-date",
        "case.due, BEFORE, 2026-11-29T00:00, not-a-date",
        "case.due, BEFORE, +12026-11-29, not-a-date",
        "case.due, IN_LAST_DAYS, -1, not-days",
        "case.due, IN_LAST_DAYS, 1.5, not-days",
        "case.due, IN_LAST_DAYS, 36501, not-days",
        "case.due, IN_LAST_DAYS, 2026-11-29, not-days",
        "case.urgent, EQUALS, TRUE, not-yes-or-no",
        "case.type, EQUALS, a, option-unknown",
        "case.labels, CONTAINS, z, option-unknown",
        "case.subject, EQUALS, ' ', operand-missing",
        "case.owner, EQUALS, '', operand-missing"
    })
    void shouldNameWhatIsNoOperand(String field, Operator operator, String operand, String code) {
        assertThat(check(that(field, operator, operand))).containsExactly(mistake(code, 0));
    }

    @Test
    void shouldAskOnlyOfWhatMayChangeWhatItWas() {
        assertThat(check(all(
                        that("case.subject", CHANGED),
                        that("case.subject", BECAME, "x"),
                        that("case.subject", WAS, "x"),
                        that("case.type", CHANGED))))
                .containsExactly(mistake("no-change", -1, 0), mistake("no-change", -1, 1), mistake("no-change", -1, 2));
    }

    @Test
    void shouldRefuseWhatHasNothingInIt() {
        assertThat(check(always())).isEmpty();
        assertThat(check(any())).containsExactly(mistake("nothing-in-it", -1));
        assertThat(check(all(all(), any(), not(all()))))
                .containsExactly(
                        mistake("nothing-in-it", -1, 0),
                        mistake("nothing-in-it", -1, 1),
                        mistake("nothing-in-it", -1, 2, 0));
    }

    @Test
    void shouldGoEightDeep() {
        Condition deepest = that("case.subject", EMPTY);
        for (int i = 1; i < CheckCondition.DEEPEST; i++) {
            deepest = not(deepest);
        }
        assertThat(check(deepest)).isEmpty();
        assertThat(check(not(deepest))).containsExactly(mistake("too-deep", -1, 0, 0, 0, 0, 0, 0, 0, 0));
        for (int i = 0; i < 100_000; i++) {
            deepest = not(deepest);
        }
        assertThat(check(deepest)).extracting(Mistake::code).containsExactly("too-deep");
    }

    @Test
    void shouldTakeTwoHundredParts() {
        Condition part = that("case.subject", EMPTY);
        assertThat(check(new Condition.All(Collections.nCopies(199, part)))).isEmpty();
        assertThat(check(new Condition.All(Collections.nCopies(200, part)))).containsExactly(mistake("too-many", -1));
        assertThat(check(any(part, new Condition.All(Collections.nCopies(1_000_000, part)))))
                .containsExactly(mistake("too-many", -1));
    }

    @Test
    void shouldLimitOperands() {
        assertThat(check(that("case.subject", EQUALS, "x".repeat(500)))).isEmpty();
        assertThat(check(that("case.subject", EQUALS, "x".repeat(501)))).containsExactly(mistake("too-long", 0));
        assertThat(check(new Condition.Test("case.owner", ONE_OF, Collections.nCopies(200, "x"))))
                .isEmpty();
        assertThat(check(new Condition.Test("case.owner", ONE_OF, Collections.nCopies(201, "x"))))
                .containsExactly(mistake("too-many", 200));
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetEachTypeBeComparedByWhatItsOperatorsTake(FieldType type) {
        for (Operator operator : Operator.values()) {
            List<Field> fields = List.of(Field.of("case.field", type).changing());
            assertThat(CheckCondition.check(that("case.field", operator), fields).stream()
                            .anyMatch(mistake -> mistake.code().equals("operator-unfit")))
                    .isEqualTo(!operator.takes(type));
        }
    }

    @Test
    void shouldNotKnowWhichOfTwoFieldsIsMeant() {
        Field field = Field.of("case.subject", FieldType.TEXT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckCondition.check(always(), List.of(field, field)))
                .withMessageContaining("case.subject");
    }

    private static List<Mistake> check(Condition condition) {
        return CheckCondition.check(condition, FIELDS);
    }

    private static Mistake mistake(String code, int operand, Integer... place) {
        return new Mistake(List.of(place), operand, code);
    }
}
