package io.traject.rules.triggers;

import static io.traject.rules.triggers.Fixtures.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Triggers and events at random, the same for the same seed. Values are few, so that rules agree by chance and share what they
 * ask; the fields of the events have the same keys but not the same types.
 */
final class RandomTriggers {

    private static final List<String> EVENTS = List.of("case.opened", "case.closed", "task.added");
    private static final List<UUID> ORGANISATIONS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    private static final List<String> WORDS = List.of(
            "Rug",
            "RUG",
            " rug ",
            "rugklachten",
            "straße",
            "STRASSE",
            "e\u0301\u0301n",
            "é",
            "e\u0301",
            "ΟΔΟΣ",
            "οδος",
            "İ",
            "i",
            "20",
            "20.0",
            "true",
            "a|b",
            "meaning 1",
            "\u0000",
            "'\"",
            "\uD800");
    private static final List<String> CODES = List.of("a", "A", "b", "20", "20.0", "true", "null");
    private static final List<String> NUMBERS = List.of("20", "20.0", "020", "-0", "0.00", "19.99", "-3.5");
    private static final List<Object> ODDITIES = List.of(
            "",
            " ",
            20,
            20L,
            20.0,
            List.of(),
            List.of(1),
            List.of("a", 1),
            Map.of(),
            new BigDecimal("20"),
            TODAY,
            true,
            "a");

    private final Random random;

    RandomTriggers(long seed) {
        this.random = new Random(seed);
    }

    Map<String, List<Field>> fieldsByEvent() {
        Map<String, List<Field>> fields = new HashMap<>();
        FieldType[] types = FieldType.values();
        for (int event = 0; event < EVENTS.size(); event++) {
            int shift = event;
            fields.put(
                    EVENTS.get(event),
                    IntStream.range(0, 2 * types.length)
                            .mapToObj(i -> new Field(
                                    "case.f" + i, types[(i + shift) % types.length], i < types.length, List.of()))
                            .toList());
        }
        return fields;
    }

    List<TriggerRule> rules(int count, Map<String, List<Field>> fieldsByEvent) {
        return Stream.generate(() -> rule(fieldsByEvent)).limit(count).toList();
    }

    private TriggerRule rule(Map<String, List<Field>> fieldsByEvent) {
        String event = any(EVENTS);
        LocalDate from = chance(20) ? TODAY.plusDays(random.nextInt(-3, 4)) : null;
        LocalDate until = chance(20) ? TODAY.plusDays(random.nextInt(-3, 4)) : null;
        Condition condition = chance(3) ? new Condition.All(List.of()) : condition(fieldsByEvent.get(event), 1);
        return new TriggerRule(
                new UUID(random.nextLong(), random.nextLong()), any(ORGANISATIONS), event, condition, from, until);
    }

    private Condition condition(List<Field> fields, int depth) {
        int kind = depth >= CheckCondition.DEEPEST ? 9 : random.nextInt(10);
        return switch (kind) {
            case 0, 1 -> new Condition.All(conditions(fields, depth));
            case 2, 3 -> new Condition.Any(conditions(fields, depth));
            case 4 -> new Condition.Not(condition(fields, depth + 1));
            default -> test(fields);
        };
    }

    private List<Condition> conditions(List<Field> fields, int depth) {
        return Stream.generate(() -> condition(fields, depth + 1))
                .limit(random.nextInt(1, 4))
                .toList();
    }

    private Condition.Test test(List<Field> fields) {
        Field field = any(fields);
        Operator operator = any(Arrays.stream(Operator.values())
                .filter(each -> each.takes(field.type()) && (field.changes() || !each.looksAtChange()))
                .toList());
        int operands = switch (operator.operands()) {
            case NONE -> 0;
            case ONE -> 1;
            case SOME -> random.nextInt(1, 4);
        };
        return new Condition.Test(
                field.key(),
                operator,
                Stream.generate(() -> operand(field.type(), operator))
                        .limit(operands)
                        .toList());
    }

    private String operand(FieldType type, Operator operator) {
        if (operator == Operator.IN_LAST_DAYS) {
            return String.valueOf(random.nextInt(4));
        }
        return switch (type) {
            case TEXT -> any(WORDS);
            case CODE, CODES, REFERENCE -> any(CODES);
            case NUMBER -> any(NUMBERS);
            case DATE -> day().toString();
            case YES_NO -> String.valueOf(random.nextBoolean());
        };
    }

    Facts facts(Map<String, List<Field>> fieldsByEvent) {
        String event = any(EVENTS);
        Map<String, Object> now = new HashMap<>();
        Map<String, Object> before = new HashMap<>();
        Set<String> changed = new HashSet<>();
        for (Field field : fieldsByEvent.get(event)) {
            put(now, field);
            if (field.changes() && chance(50)) {
                changed.add(field.key());
                put(before, field);
            }
        }
        return new Facts(any(ORGANISATIONS), event, TODAY, now, changed, before);
    }

    private void put(Map<String, Object> values, Field field) {
        if (chance(8)) {
            values.put(field.key(), any(ODDITIES));
        } else if (chance(85)) {
            values.put(field.key(), value(field.type()));
        }
    }

    private Object value(FieldType type) {
        return switch (type) {
            case TEXT -> chance(50) ? any(WORDS) : any(WORDS) + any(WORDS);
            case CODE, REFERENCE -> any(CODES);
            case CODES -> new ArrayList<>(Set.of(any(CODES), "z"));
            case NUMBER -> new BigDecimal(any(NUMBERS));
            case DATE -> chance(2) ? any(List.of(LocalDate.MIN, LocalDate.MAX)) : day();
            case YES_NO -> random.nextBoolean();
        };
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(-4, 3));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
