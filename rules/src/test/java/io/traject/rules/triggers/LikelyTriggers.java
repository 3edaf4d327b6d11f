package io.traject.rules.triggers;

import static io.traject.rules.triggers.Fixtures.TODAY;
import static io.traject.rules.triggers.Fixtures.all;
import static io.traject.rules.triggers.Fixtures.any;
import static io.traject.rules.triggers.Fixtures.not;
import static io.traject.rules.triggers.Fixtures.that;
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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Triggers as people are likely to write them: 20 events with 14 fields each, three organisations (one has half of all rules and
 * events), conditions of one to eight comparisons. A sixth of them have nothing that they could be found by but their event.
 */
final class LikelyTriggers {

    private static final int EVENTS = 20;
    private static final List<String> TYPES = codes("TYPE", 12);
    private static final List<String> REASONS = codes("REASON", 6);
    private static final List<String> SECTORS = codes("SECTOR", 9);
    private static final List<String> COMPLAINTS = codes("COMPLAINT", 10);
    private static final List<String> WORDS =
            List.of("rug", "nek", "stress", "slaap", "knie", "verzuim", "één", "coördinatie");

    private final Random random;

    LikelyTriggers(long seed) {
        random = new Random(seed);
    }

    private static List<String> codes(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + "_" + i).toList();
    }

    static Map<String, List<Field>> fieldsByEvent() {
        List<Field> fields = List.of(
                Field.code("case.type", TYPES).changing(),
                Field.code("case.stage", REASONS).changing(),
                Field.of("case.subject", FieldType.TEXT),
                Field.of("case.due", FieldType.DATE),
                Field.code("event.reason", REASONS),
                Field.of("employee.department", FieldType.REFERENCE).changing(),
                Field.of("employee.name", FieldType.TEXT),
                Field.of("employee.since", FieldType.DATE),
                Field.of("employee.reachable", FieldType.YES_NO),
                Field.code("employer.sector", SECTORS),
                Field.of("employer.size", FieldType.NUMBER),
                new Field("answer.intake.complaints", FieldType.CODES, false, COMPLAINTS),
                Field.of("answer.intake.smokes", FieldType.YES_NO),
                Field.of("score.intake.stress", FieldType.NUMBER).changing());
        return IntStream.range(0, EVENTS).boxed().collect(Collectors.toMap(i -> "event." + i, i -> fields));
    }

    List<TriggerRule> rules(int count) {
        return Stream.generate(this::rule).limit(count).toList();
    }

    private TriggerRule rule() {
        boolean limited = chance(10);
        return new TriggerRule(
                new UUID(random.nextLong(), random.nextLong()),
                organisation(),
                event(),
                condition(),
                limited ? TODAY.minusDays(random.nextInt(100)) : null,
                limited && chance(50) ? TODAY.plusDays(random.nextInt(-20, 100)) : null);
    }

    private Condition condition() {
        int kind = random.nextInt(12);
        return switch (kind) {
            case 0, 1, 2 ->
                all(that("case.type", EQUALS, of(TYPES)), that("score.intake.stress", AT_LEAST, number()), change());
            case 3, 4 ->
                all(
                        that("case.type", ONE_OF, of(TYPES), of(TYPES), of(TYPES)),
                        that("event.reason", EQUALS, of(REASONS)),
                        any(that("case.subject", CONTAINS, of(WORDS)), that("employer.size", AT_MOST, number())),
                        not(that("employer.sector", EQUALS, of(SECTORS))));
            case 5, 6 -> any(all(simple(), simple()), all(simple(), simple(), not(simple())), all(change(), simple()));
            case 7, 8 ->
                all(
                        that("employee.department", BECAME, department()),
                        that("answer.intake.complaints", CONTAINS, of(COMPLAINTS)),
                        any(that("answer.intake.smokes", EQUALS, "true"), that("case.due", BEFORE, "2026-12-15")));
            case 9, 10 ->
                all(
                        that("employer.sector", EQUALS, of(SECTORS)),
                        that("employee.since", IN_LAST_DAYS, "90"),
                        not(that("case.due", EMPTY)),
                        that("employee.reachable", EQUALS, "true"));
            default -> simple();
        };
    }

    private Condition change() {
        return of(List.of(
                that("employee.department", CHANGED),
                that("case.stage", BECAME, of(REASONS)),
                that("case.stage", WAS, of(REASONS)),
                that("score.intake.stress", CHANGED)));
    }

    private Condition simple() {
        return of(List.of(
                that("case.type", EQUALS, of(TYPES)),
                that("case.subject", CONTAINS, of(WORDS)),
                that("employee.department", EQUALS, department()),
                that("case.due", AFTER, TODAY.plusDays(random.nextInt(30)).toString()),
                that("answer.intake.complaints", CONTAINS, of(COMPLAINTS)),
                that("employer.size", AT_LEAST, number()),
                that("score.intake.stress", AT_LEAST, number())));
    }

    Facts facts() {
        Map<String, Object> now = new HashMap<>();
        Map<String, Object> before = new HashMap<>();
        Set<String> changed = new HashSet<>();
        put(now, "case.type", () -> of(TYPES));
        put(now, "case.stage", () -> of(REASONS));
        put(now, "case.subject", () -> "Klachten: " + of(WORDS) + " en " + of(WORDS));
        put(now, "case.due", this::day);
        put(now, "event.reason", () -> of(REASONS));
        put(now, "employee.department", this::department);
        put(now, "employee.name", () -> "J. de Vries " + random.nextInt(1_000));
        put(now, "employee.since", () -> TODAY.minusDays(random.nextInt(4_000)));
        put(now, "employee.reachable", random::nextBoolean);
        put(now, "employer.sector", () -> of(SECTORS));
        put(now, "employer.size", () -> new BigDecimal(number()));
        put(now, "answer.intake.complaints", () -> List.of(of(COMPLAINTS), of(COMPLAINTS)));
        put(now, "answer.intake.smokes", random::nextBoolean);
        put(now, "score.intake.stress", () -> new BigDecimal(number()));
        change("case.stage", () -> of(REASONS), changed, before);
        change("employee.department", this::department, changed, before);
        return new Facts(organisation(), event(), TODAY, now, changed, before);
    }

    private void put(Map<String, Object> values, String field, Supplier<?> value) {
        if (chance(90)) {
            values.put(field, value.get());
        }
    }

    private void change(String field, Supplier<?> value, Set<String> changed, Map<String, Object> before) {
        if (chance(30)) {
            changed.add(field);
            put(before, field, value);
        }
    }

    private UUID organisation() {
        return new UUID(7, Math.max(0, random.nextInt(4) - 1));
    }

    private String event() {
        return "event." + random.nextInt(EVENTS);
    }

    private String department() {
        return "00000000-0000-7000-8000-0000000000" + random.nextInt(10, 50);
    }

    private String number() {
        return random.nextInt(60) + (chance(30) ? ".5" : "");
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(-10, 40));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
