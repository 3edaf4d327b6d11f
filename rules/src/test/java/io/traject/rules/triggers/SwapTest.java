package io.traject.rules.triggers;

import static io.traject.rules.triggers.Fixtures.MUNICIPALITY;
import static io.traject.rules.triggers.Fixtures.facts;
import static io.traject.rules.triggers.Fixtures.that;
import static io.traject.rules.triggers.Operator.AT_LEAST;
import static io.traject.rules.triggers.Operator.EQUALS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Publication while events flow. */
class SwapTest {

    private static final int PUBLICATIONS = 30;
    private static final int READERS = 4;
    private static final String EVENT = "case.closed";
    private static final Map<String, List<Field>> FIELDS =
            Map.of(EVENT, List.of(Field.of("case.type", FieldType.CODE), Field.of("score.stress", FieldType.NUMBER)));

    /** Each publication fires at other values than the last, by rules whose versions say which publication they are of. */
    private record Publication(int number, CompiledTriggers triggers) {

        static Publication of(int number) {
            List<TriggerRule> rules = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Condition byType = that("case.type", EQUALS, "T" + (i + number) % 10);
                Condition byScore = that("score.stress", AT_LEAST, String.valueOf((i + number) % 10));
                rules.add(rule(number, i, byType));
                rules.add(rule(number, 50 + i, byScore));
            }
            return new Publication(number, CompiledTriggers.compile(rules, FIELDS));
        }

        private static TriggerRule rule(int number, int i, Condition condition) {
            return new TriggerRule(new UUID(number, i), MUNICIPALITY, EVENT, condition, null, null);
        }

        Set<UUID> expected(int value) {
            Set<UUID> expected = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                if ((i + number) % 10 == value) {
                    expected.add(new UUID(number, i));
                }
                if ((i + number) % 10 <= value) {
                    expected.add(new UUID(number, 50 + i));
                }
            }
            return expected;
        }
    }

    @Test
    void shouldJudgeEachEventByOnePublication() throws Exception {
        var current = new AtomicReference<>(Publication.of(0));
        List<Future<Set<Integer>>> readers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(reader(current)));
            }
            for (int number = 1; number <= PUBLICATIONS; number++) {
                current.set(Publication.of(number));
            }
        }
        for (Future<Set<Integer>> reader : readers) {
            assertThat(reader.get()).hasSizeGreaterThan(1).contains(PUBLICATIONS);
        }
    }

    /** Reads until it has seen the last publication, and tells which it saw. */
    private static Callable<Set<Integer>> reader(AtomicReference<Publication> current) {
        return () -> {
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; !seen.contains(PUBLICATIONS); i++) {
                int value = i % 10;
                Publication publication = current.get();
                Facts facts = facts(EVENT, Map.of("case.type", "T" + value, "score.stress", new BigDecimal(value)));
                assertThat(publication.triggers().firing(facts)).isEqualTo(publication.expected(value));
                seen.add(publication.number());
            }
            return seen;
        };
    }
}
