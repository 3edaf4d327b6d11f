package io.traject.rules.triggers;

import static io.traject.rules.triggers.Fixtures.MUNICIPALITY;
import static io.traject.rules.triggers.Fixtures.NEIGHBOUR;
import static io.traject.rules.triggers.Fixtures.TODAY;
import static io.traject.rules.triggers.Fixtures.all;
import static io.traject.rules.triggers.Fixtures.always;
import static io.traject.rules.triggers.Fixtures.any;
import static io.traject.rules.triggers.Fixtures.facts;
import static io.traject.rules.triggers.Fixtures.not;
import static io.traject.rules.triggers.Fixtures.rule;
import static io.traject.rules.triggers.Fixtures.that;
import static io.traject.rules.triggers.Operator.AT_LEAST;
import static io.traject.rules.triggers.Operator.BECAME;
import static io.traject.rules.triggers.Operator.CONTAINS;
import static io.traject.rules.triggers.Operator.EQUALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why a trigger fires, or does not. */
class ExplainTriggerTest {

    private static final String EVENT = "employee.changed";
    private static final List<Field> FIELDS = List.of(
            Field.of("employee.department", FieldType.REFERENCE).changing(),
            Field.of("score.stress", FieldType.NUMBER),
            Field.of("employee.name", FieldType.TEXT));

    @Test
    void shouldTellWhatItSaw() {
        Facts moved = new Facts(
                MUNICIPALITY,
                EVENT,
                TODAY,
                Map.of("employee.department", "8", "score.stress", new BigDecimal("19.5")),
                Set.of("employee.department"),
                Map.of("employee.department", "7"));
        Condition condition = all(
                that("employee.department", BECAME, "8"),
                that("score.stress", AT_LEAST, "20"),
                not(that("employee.name", EQUALS, "x")));
        Explanation explanation = ExplainTrigger.explain(condition, FIELDS, moved);
        assertThat(explanation.holds()).isFalse();
        assertThat(explanation.parts())
                .extracting(Explanation::holds, Explanation::seen, Explanation::seenBefore)
                .containsExactly(
                        tuple(true, "8", "7"), tuple(false, new BigDecimal("19.5"), null), tuple(true, null, null));
        assertThat(explanation.firstFailure())
                .hasValue(new Explanation(
                        that("score.stress", AT_LEAST, "20"), false, new BigDecimal("19.5"), null, List.of()));
    }

    @Test
    void shouldBlameTheComparisonThatIsInTheWay() {
        Facts facts = facts(EVENT, Map.of("employee.name", "Anna", "score.stress", BigDecimal.TEN));
        Condition low = that("score.stress", AT_LEAST, "20");
        Condition other = that("employee.name", CONTAINS, "bert");
        Condition here = that("employee.name", CONTAINS, "ann");
        assertThat(blamed(all(here, other, low), facts)).isEqualTo(other);
        assertThat(blamed(any(other, low), facts)).isEqualTo(low);
        assertThat(blamed(all(here, not(here)), facts)).isEqualTo(here);
        assertThat(blamed(all(here, not(all(here, here))), facts)).isEqualTo(all(here, here));
        assertThat(blamed(any(all(here, low), other), facts)).isEqualTo(other);
        assertThat(ExplainTrigger.explain(here, FIELDS, facts).firstFailure()).isEmpty();
    }

    @Test
    void shouldNotShowAValueOfAnotherClass() {
        Facts old = facts(EVENT, Map.of("score.stress", "many"));
        assertThat(ExplainTrigger.explain(that("score.stress", AT_LEAST, "20"), FIELDS, old))
                .isEqualTo(new Explanation(that("score.stress", AT_LEAST, "20"), false, null, null, List.of()));
    }

    @Test
    void shouldSayWhyNot() {
        Condition low = that("score.stress", AT_LEAST, "20");
        assertThat(judge(rule(EVENT, always()))).isInstanceOf(Judgement.Fires.class);
        assertThat(judge(rule("case.opened", always()))).isEqualTo(new Judgement.OtherEvent());
        assertThat(judge(rule(NEIGHBOUR, EVENT, always()))).isEqualTo(new Judgement.OtherEvent());
        assertThat(judge(rule(EVENT, low)))
                .isEqualTo(new Judgement.Fails(new Explanation(low, false, null, null, List.of())));
        assertThat(judge(valid(TODAY.plusDays(1), null))).isEqualTo(new Judgement.NotYetValid(TODAY.plusDays(1)));
        assertThat(judge(valid(null, TODAY.minusDays(1)))).isEqualTo(new Judgement.NoLongerValid(TODAY.minusDays(1)));
        assertThat(judge(valid(TODAY, TODAY))).isInstanceOf(Judgement.Fires.class);
    }

    @Test
    void shouldRefuseWhatHasMistakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ExplainTrigger.explain(that("employee.age", AT_LEAST, "20"), FIELDS, facts(EVENT, Map.of())))
                .withMessageContaining("field-unknown");
    }

    private static Condition blamed(Condition condition, Facts facts) {
        return ExplainTrigger.explain(condition, FIELDS, facts)
                .firstFailure()
                .orElseThrow()
                .condition();
    }

    private static Judgement judge(TriggerRule rule) {
        return ExplainTrigger.judge(rule, FIELDS, facts(EVENT, Map.of()));
    }

    private static TriggerRule valid(LocalDate from, LocalDate until) {
        return new TriggerRule(UUID.randomUUID(), MUNICIPALITY, EVENT, always(), from, until);
    }
}
