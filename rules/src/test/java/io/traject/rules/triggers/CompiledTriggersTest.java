package io.traject.rules.triggers;

import static io.traject.rules.triggers.Fixtures.MUNICIPALITY;
import static io.traject.rules.triggers.Fixtures.NEIGHBOUR;
import static io.traject.rules.triggers.Fixtures.TODAY;
import static io.traject.rules.triggers.Fixtures.all;
import static io.traject.rules.triggers.Fixtures.always;
import static io.traject.rules.triggers.Fixtures.any;
import static io.traject.rules.triggers.Fixtures.not;
import static io.traject.rules.triggers.Fixtures.rule;
import static io.traject.rules.triggers.Fixtures.that;
import static io.traject.rules.triggers.Operator.AT_LEAST;
import static io.traject.rules.triggers.Operator.BECAME;
import static io.traject.rules.triggers.Operator.EQUALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rules of a published set fire. */
class CompiledTriggersTest {

    private static final Map<String, List<Field>> FIELDS = Map.of(
            "case.closed",
            List.of(
                    Field.code("case.type", List.of("A", "B", "C", "D", "E")).changing(),
                    Field.of("case.subject", FieldType.TEXT),
                    Field.of("score.stress", FieldType.NUMBER)),
            "case.opened",
            List.of(Field.code("case.type", List.of("A", "B"))));

    @Test
    void shouldFireForTheSameOrganisationAndEventOnly() {
        TriggerRule ours = rule(MUNICIPALITY, "case.closed", always());
        TriggerRule theirs = rule(NEIGHBOUR, "case.closed", always());
        TriggerRule other = rule(MUNICIPALITY, "case.opened", always());
        CompiledTriggers triggers = CompiledTriggers.compile(List.of(ours, theirs, other), FIELDS);
        assertThat(triggers.firing(facts(MUNICIPALITY, "case.closed", Map.of())))
                .containsExactly(ours.version());
        assertThat(triggers.firing(facts(NEIGHBOUR, "case.closed", Map.of()))).containsExactly(theirs.version());
        assertThat(triggers.firing(facts(MUNICIPALITY, "case.opened", Map.of())))
                .containsExactly(other.version());
        assertThat(triggers.firing(facts(NEIGHBOUR, "case.opened", Map.of()))).isEmpty();
        assertThat(triggers.firing(facts(MUNICIPALITY, "task.added", Map.of()))).isEmpty();
    }

    @Test
    void shouldFireFromTheFirstDayToTheLast() {
        TriggerRule rule = new TriggerRule(
                UUID.randomUUID(), MUNICIPALITY, "case.closed", always(), TODAY.minusDays(1), TODAY.plusDays(1));
        CompiledTriggers triggers = CompiledTriggers.compile(List.of(rule), FIELDS);
        assertThat(IntStream.rangeClosed(-3, 3)
                        .filter(day -> !triggers.firing(new Facts(
                                        MUNICIPALITY, "case.closed", TODAY.plusDays(day), Map.of(), Set.of(), Map.of()))
                                .isEmpty()))
                .containsExactly(-1, 0, 1);
    }

    @Test
    void shouldFindRulesByValueWhereManyRequireOne() {
        Map<String, TriggerRule> byType = new HashMap<>();
        for (String type : List.of("A", "B", "C", "D", "E")) {
            byType.put(type, rule(MUNICIPALITY, "case.closed", that("case.type", EQUALS, type)));
        }
        CompiledTriggers triggers = CompiledTriggers.compile(byType.values(), FIELDS);
        byType.forEach((type, rule) -> assertThat(
                        triggers.firing(facts(MUNICIPALITY, "case.closed", Map.of("case.type", type))))
                .containsExactly(rule.version()));
        assertThat(triggers.firing(facts(MUNICIPALITY, "case.closed", Map.of("case.type", "a"))))
                .isEmpty();
        assertThat(triggers.firing(facts(MUNICIPALITY, "case.closed", Map.of())))
                .isEmpty();
        assertThat(triggers.firing(facts(MUNICIPALITY, "case.closed", Map.of("case.type", new BigDecimal(1)))))
                .isEmpty();
    }

    @Test
    void shouldJudgeNestedConditions() {
        TriggerRule rule = rule(
                "case.closed",
                all(
                        that("case.subject", EQUALS, " Straße "),
                        any(that("score.stress", AT_LEAST, "20"), not(that("case.type", BECAME, "B")))));
        CompiledTriggers triggers = CompiledTriggers.compile(List.of(rule), FIELDS);
        Map<String, Object> low =
                Map.of("case.subject", "STRASSE", "score.stress", new BigDecimal("19.9"), "case.type", "B");
        Map<String, Object> high =
                Map.of("case.subject", "strasse", "score.stress", new BigDecimal("20.0"), "case.type", "B");
        assertThat(triggers.firing(changed(low))).isEmpty();
        assertThat(triggers.firing(changed(high))).containsExactly(rule.version());
        assertThat(triggers.firing(facts(MUNICIPALITY, "case.closed", low))).containsExactly(rule.version());
    }

    @Test
    void shouldFireNothingWithoutRules() {
        assertThat(CompiledTriggers.compile(List.of(), Map.of()).firing(facts(MUNICIPALITY, "case.closed", Map.of())))
                .isEmpty();
    }

    @Test
    void shouldRefuseRulesThatCannotBeJudged() {
        TriggerRule mistaken = rule(MUNICIPALITY, "case.closed", that("score.stress", EQUALS, "many"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledTriggers.compile(List.of(mistaken), FIELDS))
                .withMessageContaining(mistaken.version().toString())
                .withMessageContaining("not-a-number");
        TriggerRule unheardOf = rule(MUNICIPALITY, "case.forgotten", always());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledTriggers.compile(List.of(unheardOf), FIELDS))
                .withMessageContaining("no event case.forgotten");
        TriggerRule twice = rule(MUNICIPALITY, "case.closed", always());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledTriggers.compile(List.of(twice, twice), FIELDS))
                .withMessageContaining("twice");
    }

    @Test
    void shouldTakeWhatAnybodyWroteForAValueOnly() {
        String hostile = "A\", true) || eval(System.exit(1)) || ('";
        TriggerRule rule = rule(MUNICIPALITY, "case.closed", that("case.subject", EQUALS, hostile));
        TriggerRule other = rule(MUNICIPALITY, "case.closed", that("case.subject", EQUALS, "meaning 1"));
        CompiledTriggers triggers = CompiledTriggers.compile(List.of(rule, other), FIELDS);
        assertThat(triggers.firing(facts(MUNICIPALITY, "case.closed", Map.of("case.subject", hostile))))
                .containsExactly(rule.version());
    }

    private static Facts facts(UUID organisation, String event, Map<String, Object> now) {
        return new Facts(organisation, event, TODAY, now, Set.of(), Map.of());
    }

    private static Facts changed(Map<String, Object> now) {
        return new Facts(MUNICIPALITY, "case.closed", TODAY, now, Set.of("case.type"), Map.of("case.type", "A"));
    }
}
