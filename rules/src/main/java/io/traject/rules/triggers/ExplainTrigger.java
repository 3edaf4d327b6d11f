package io.traject.rules.triggers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Interprets a trigger part by part, in the plainest way: what {@link CompiledTriggers} answers fast, this answers with its
 * reasons. Both have their own reading of operators and values, so that each proves the other; only what the same words are is
 * said once, by {@link Words}.
 */
public final class ExplainTrigger {

    private final Map<String, Field> fields;
    private final Facts facts;

    private ExplainTrigger(Map<String, Field> fields, Facts facts) {
        this.fields = fields;
        this.facts = facts;
    }

    /**
     * What becomes of each part of a condition.
     *
     * @param fields what the event has
     * @throws IllegalArgumentException when the condition has {@link CheckCondition mistakes}
     */
    public static Explanation explain(Condition condition, Collection<Field> fields, Facts facts) {
        List<Mistake> mistakes = CheckCondition.check(condition, fields);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("Not a condition: " + mistakes);
        }
        return new ExplainTrigger(Fields.byKey(fields), facts).explain(condition);
    }

    /**
     * Why a trigger fires, or why not.
     *
     * @param fields what the event has that the trigger is about
     * @throws IllegalArgumentException when the condition has {@link CheckCondition mistakes} and is looked at
     */
    public static Judgement judge(TriggerRule rule, Collection<Field> fields, Facts facts) {
        if (!rule.organisation().equals(facts.organisation()) || !rule.event().equals(facts.event())) {
            return new Judgement.OtherEvent();
        }
        if (rule.from() != null && facts.on().isBefore(rule.from())) {
            return new Judgement.NotYetValid(rule.from());
        }
        if (rule.until() != null && facts.on().isAfter(rule.until())) {
            return new Judgement.NoLongerValid(rule.until());
        }
        Explanation explanation = explain(rule.condition(), fields, facts);
        return explanation.holds() ? new Judgement.Fires(explanation) : new Judgement.Fails(explanation);
    }

    private Explanation explain(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> {
                List<Explanation> parts = of.stream().map(this::explain).toList();
                yield whole(condition, parts.stream().allMatch(Explanation::holds), parts);
            }
            case Condition.Any(List<Condition> of) -> {
                List<Explanation> parts = of.stream().map(this::explain).toList();
                yield whole(condition, parts.stream().anyMatch(Explanation::holds), parts);
            }
            case Condition.Not(Condition of) -> {
                Explanation part = explain(of);
                yield whole(condition, !part.holds(), List.of(part));
            }
            case Condition.Test test -> explain(test);
        };
    }

    private static Explanation whole(Condition condition, boolean holds, List<Explanation> parts) {
        return new Explanation(condition, holds, null, null, parts);
    }

    private Explanation explain(Condition.Test test) {
        FieldType type = type(test.field());
        boolean changed = facts.changed().contains(test.field());
        Object now = usable(type, facts.now().get(test.field()));
        Object before = changed ? usable(type, facts.before().get(test.field())) : null;
        return new Explanation(test, holds(test, type, changed, now, before), now, before, List.of());
    }

    private FieldType type(String key) {
        Field field = fields.get(key);
        if (field == null) {
            throw new IllegalArgumentException("No field " + key);
        }
        return field.type();
    }

    /** The value, or null where it says nothing: of another class than the type has now, blank, or no codes at all. */
    private static @Nullable Object usable(FieldType type, @Nullable Object value) {
        boolean is = switch (value) {
            case null -> false;
            case String text -> !text.isBlank();
            case List<?> codes -> !codes.isEmpty() && codes.stream().allMatch(String.class::isInstance);
            default -> true;
        };
        return is && type.valueClass().isInstance(value) ? value : null;
    }

    private boolean holds(
            Condition.Test test, FieldType type, boolean changed, @Nullable Object now, @Nullable Object before) {
        return switch (test.operator()) {
            case EMPTY -> now == null;
            case CHANGED -> changed;
            case BECAME -> changed && isOneOf(test, type, now) && !isOneOf(test, type, before);
            case WAS -> changed && isOneOf(test, type, before) && !isOneOf(test, type, now);
            case EQUALS, ONE_OF -> isOneOf(test, type, now);
            case CONTAINS -> now != null && contains(now, operand(test));
            case AT_LEAST -> now instanceof BigDecimal number && number.compareTo(new BigDecimal(operand(test))) >= 0;
            case AT_MOST -> now instanceof BigDecimal number && number.compareTo(new BigDecimal(operand(test))) <= 0;
            case BEFORE -> now instanceof LocalDate day && day.isBefore(LocalDate.parse(operand(test)));
            case AFTER -> now instanceof LocalDate day && day.isAfter(LocalDate.parse(operand(test)));
            case IN_LAST_DAYS -> now instanceof LocalDate day && isInLast(Long.parseLong(operand(test)), day);
        };
    }

    private static String operand(Condition.Test test) {
        return test.operands().getFirst();
    }

    private static boolean isOneOf(Condition.Test test, FieldType type, @Nullable Object value) {
        return value != null && test.operands().stream().anyMatch(operand -> isSame(type, value, operand));
    }

    private static boolean isSame(FieldType type, Object value, String operand) {
        return switch (type) {
            case TEXT -> Words.fold(value.toString()).equals(Words.fold(operand));
            case NUMBER -> ((BigDecimal) value).compareTo(new BigDecimal(operand)) == 0;
            case CODE, CODES, REFERENCE, DATE, YES_NO -> value.toString().equals(operand);
        };
    }

    private static boolean contains(Object value, String operand) {
        return value instanceof List<?> codes
                ? codes.contains(operand)
                : Words.fold(value.toString()).contains(Words.fold(operand));
    }

    private boolean isInLast(long days, LocalDate day) {
        long ago = facts.on().toEpochDay() - day.toEpochDay();
        return 0 <= ago && ago <= days;
    }
}
