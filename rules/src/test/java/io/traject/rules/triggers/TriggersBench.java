package io.traject.rules.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Events a second against all rules, in one thread and by the time that it had a core, so that what else the machine does counts
 * as little as may be. Bare is a list of rules by event, written by hand: organisation and days are compared, conditions are the
 * same closures without Drools. {@code -Dbench.rules=100,1000,10000} chooses the numbers of rules, {@code -Dbench.rounds=5} the
 * rounds, of which the median counts.
 */
class TriggersBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UP = 3;
    private static final int EVENTS = 4_000;
    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    private record Bare(TriggerRule rule, Predicate<Evaluation> condition) {

        boolean fires(Facts facts, Evaluation event) {
            return rule.organisation().equals(facts.organisation())
                    && (rule.from() == null || !facts.on().isBefore(rule.from()))
                    && (rule.until() == null || !facts.on().isAfter(rule.until()))
                    && condition.test(event);
        }
    }

    @Test
    void measure() {
        System.out.println("figure | ours | bare | ratio");
        for (String count : System.getProperty("bench.rules", "100,1000,10000").split(",")) {
            measure(Integer.parseInt(count));
        }
    }

    private static void measure(int count) {
        Map<String, List<Field>> fields = LikelyTriggers.fieldsByEvent();
        List<TriggerRule> rules = new LikelyTriggers(1).rules(count);
        List<Facts> events =
                Stream.generate(new LikelyTriggers(2)::facts).limit(EVENTS).toList();
        Map<String, List<Bare>> bare = bare(rules, fields);

        double[] publishing = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = cpu();
            CompiledTriggers.compile(rules, fields);
            publishing[i] = (cpu() - start) / MILLION;
        }
        double empty = heap();
        CompiledTriggers triggers = CompiledTriggers.compile(rules, fields);
        events.forEach(triggers::firing);
        double held = heap() - empty;

        long fired = 0;
        for (Facts facts : events) {
            Set<UUID> firing = triggers.firing(facts);
            assertThat(firing).isEqualTo(byHand(bare, facts));
            fired += firing.size();
        }
        double ours = rate(events, triggers::firing);
        double byHand = rate(events, facts -> byHand(bare, facts));
        print("events/s, %,d rules | %,.0f | %,.0f | %.2f", count, ours, byHand, ours / byHand);
        print(
                "  rules that fire at an event, of those about it | %.1f | %.1f |",
                (double) fired / EVENTS, (double) count / 60);
        print("  publishing, ms: first | %.0f | |", publishing[0]);
        Arrays.sort(publishing);
        print("  publishing, ms: median | %.0f | |", publishing[ROUNDS / 2]);
        print("  heap, MB | %.1f | |", held);
    }

    private static Map<String, List<Bare>> bare(List<TriggerRule> rules, Map<String, List<Field>> fieldsByEvent) {
        Map<String, List<Bare>> byEvent = new HashMap<>();
        for (TriggerRule rule : rules) {
            Map<String, Field> fields = Fields.byKey(fieldsByEvent.get(rule.event()));
            byEvent.computeIfAbsent(rule.event(), event -> new ArrayList<>())
                    .add(new Bare(rule, CompiledCondition.of(rule.condition(), fields)));
        }
        return byEvent;
    }

    private static Set<UUID> byHand(Map<String, List<Bare>> bare, Facts facts) {
        var event = new Evaluation(facts);
        Set<UUID> firing = new HashSet<>();
        for (Bare each : bare.getOrDefault(facts.event(), List.of())) {
            if (each.fires(facts, event)) {
                firing.add(each.rule().version());
            }
        }
        return firing;
    }

    private static double rate(List<Facts> events, Function<Facts, Set<UUID>> firing) {
        double[] rates = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = cpu();
            long judged = 0;
            while (cpu() - start < NANOS) {
                for (Facts facts : events) {
                    judged += firing.apply(facts) == null ? 0 : 1;
                }
            }
            if (round >= 0) {
                rates[round] = judged * NANOS / (cpu() - start);
            }
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MILLION;
    }

    private static void print(String line, Object... figures) {
        System.out.printf(Locale.ROOT, line + "%n", figures);
    }
}
