package io.traject.rules.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiled rules and the interpreter, which read the model each in their own way, agree on rules and events at random. What
 * disagrees is made smaller and printed with its seed; {@code -Dtriggers.seed=7} tries one again, {@code -Dtriggers.sets=1000}
 * more of them.
 */
class AgreementTest {

    private static final int SETS = Integer.getInteger("triggers.sets", 25);
    private static final int RULES = 300;
    private static final int EVENTS = 200;

    /** How often comparisons held, and how often they did not: a test that never saw one of both proves nothing. */
    private static final Map<Operator, int[]> SEEN = new EnumMap<>(Operator.class);

    private static int fired;

    static List<Long> seeds() {
        Long one = Long.getLong("triggers.seed");
        return one != null ? List.of(one) : LongStream.range(0, SETS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFireWhatTheInterpreterSays(long seed) {
        var random = new RandomTriggers(seed);
        Map<String, List<Field>> fields = random.fieldsByEvent();
        List<TriggerRule> rules = random.rules(RULES, fields);
        CompiledTriggers triggers = CompiledTriggers.compile(rules, fields);
        for (int i = 0; i < EVENTS; i++) {
            Facts facts = random.facts(fields);
            Set<UUID> expected = interpreted(rules, fields, facts);
            Set<UUID> firing = triggers.firing(facts);
            fired += expected.size();
            if (!firing.equals(expected)) {
                throw new AssertionError("Seed %d: compiled and interpreted disagree on%n%s"
                        .formatted(seed, smallest(rules, fields, facts)));
            }
        }
    }

    @AfterAll
    static void shouldHaveSeenEveryOperatorHoldAndNotHold() {
        assertThat(SEEN).containsOnlyKeys(Operator.values());
        SEEN.forEach((operator, seen) -> assertThat(seen).as("%s", operator).doesNotContain(0));
        assertThat(fired).isGreaterThan(SEEN.size());
    }

    private static Set<UUID> interpreted(List<TriggerRule> rules, Map<String, List<Field>> fields, Facts facts) {
        return rules.stream()
                .filter(rule -> fires(ExplainTrigger.judge(rule, fields.get(rule.event()), facts)))
                .map(TriggerRule::version)
                .collect(Collectors.toSet());
    }

    private static boolean fires(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Fires(Explanation explanation) -> count(explanation);
            case Judgement.Fails(Explanation explanation) -> count(explanation);
            case Judgement.OtherEvent() -> false;
            case Judgement.NotYetValid(var from) -> false;
            case Judgement.NoLongerValid(var until) -> false;
        };
    }

    private static boolean count(Explanation explanation) {
        if (explanation.condition() instanceof Condition.Test test) {
            SEEN.computeIfAbsent(test.operator(), operator -> new int[2])[explanation.holds() ? 1 : 0]++;
        }
        explanation.parts().forEach(AgreementTest::count);
        return explanation.holds();
    }

    /** Leaves out rules and parts of conditions as long as they still disagree. */
    private static String smallest(List<TriggerRule> rules, Map<String, List<Field>> fields, Facts facts) {
        List<TriggerRule> left = new ArrayList<>(rules);
        for (TriggerRule rule : rules) {
            List<TriggerRule> fewer = left.stream().filter(each -> each != rule).toList();
            if (disagree(fewer, fields, facts)) {
                left = new ArrayList<>(fewer);
            }
        }
        for (int i = 0; i < left.size(); i++) {
            for (boolean smaller = true; smaller; ) {
                smaller = false;
                for (Condition part : smaller(left.get(i).condition())) {
                    List<TriggerRule> tried = new ArrayList<>(left);
                    tried.set(i, with(left.get(i), part));
                    if (disagree(tried, fields, facts)) {
                        left = tried;
                        smaller = true;
                        break;
                    }
                }
            }
        }
        return left + "\nat " + facts;
    }

    private static TriggerRule with(TriggerRule rule, Condition condition) {
        return new TriggerRule(rule.version(), rule.organisation(), rule.event(), condition, rule.from(), rule.until());
    }

    private static List<Condition> smaller(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> smaller(of, Condition.All::new);
            case Condition.Any(List<Condition> of) -> smaller(of, Condition.Any::new);
            case Condition.Not(Condition of) -> List.of(of);
            case Condition.Test test -> List.of();
        };
    }

    private static List<Condition> smaller(List<Condition> of, Function<List<Condition>, Condition> whole) {
        List<Condition> smaller = new ArrayList<>(of);
        for (int i = 0; i < of.size() && of.size() > 1; i++) {
            List<Condition> fewer = new ArrayList<>(of);
            fewer.remove(i);
            smaller.add(whole.apply(fewer));
        }
        return smaller;
    }

    private static boolean disagree(List<TriggerRule> rules, Map<String, List<Field>> fields, Facts facts) {
        return !CompiledTriggers.compile(rules, fields).firing(facts).equals(interpreted(rules, fields, facts));
    }
}
