package io.traject.rules.triggers;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition without mistakes as a chain of closures: operands are read once, values by their class. */
final class CompiledCondition {

    /** What a value must be; null is a value that is not known. */
    private interface Meaning {
        boolean fits(Evaluation event, @Nullable Object value);
    }

    private CompiledCondition() {}

    static Predicate<Evaluation> of(Condition condition, Map<String, Field> fields) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> all(compiled(of, fields));
            case Condition.Any(List<Condition> of) -> any(compiled(of, fields));
            case Condition.Not(Condition of) -> of(of, fields).negate();
            case Condition.Test test -> of(test, field(test, fields).type());
        };
    }

    static Field field(Condition.Test test, Map<String, Field> fields) {
        return Objects.requireNonNull(fields.get(test.field()), test.field());
    }

    /** How the value of a field is written where rules are found by it; null when it has none. */
    static @Nullable String indexed(FieldType type, Evaluation event, @Nullable Object value) {
        return switch (value) {
            case String text when text.isBlank() -> null;
            case String text -> type == FieldType.TEXT ? event.fold(text) : text;
            case null, default -> null;
        };
    }

    private static List<Predicate<Evaluation>> compiled(List<Condition> conditions, Map<String, Field> fields) {
        return conditions.stream().map(each -> of(each, fields)).toList();
    }

    private static Predicate<Evaluation> all(List<Predicate<Evaluation>> parts) {
        return event -> {
            for (Predicate<Evaluation> part : parts) {
                if (!part.test(event)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<Evaluation> any(List<Predicate<Evaluation>> parts) {
        return all(parts.stream().map(Predicate::negate).toList()).negate();
    }

    private static Predicate<Evaluation> of(Condition.Test test, FieldType type) {
        String field = test.field();
        Meaning meaning = meaning(test, type);
        return switch (test.operator()) {
            case CHANGED -> event -> event.changed(field);
            case BECAME ->
                event -> event.changed(field)
                        && meaning.fits(event, event.now(field))
                        && !meaning.fits(event, event.before(field));
            case WAS ->
                event -> event.changed(field)
                        && meaning.fits(event, event.before(field))
                        && !meaning.fits(event, event.now(field));
            default -> event -> meaning.fits(event, event.now(field));
        };
    }

    private static Meaning meaning(Condition.Test test, FieldType type) {
        if (test.operator() == Operator.EMPTY || test.operator() == Operator.CHANGED) {
            return empty(type);
        }
        return switch (type) {
            case TEXT -> text(test);
            case CODE, REFERENCE -> {
                Set<String> codes = Set.copyOf(new HashSet<>(test.operands()));
                yield (event, value) -> value instanceof String code && codes.contains(code);
            }
            case CODES -> {
                String code = test.operands().getFirst();
                yield (event, value) -> value instanceof List<?> codes && isCodes(codes) && codes.contains(code);
            }
            case NUMBER -> number(test);
            case DATE -> date(test);
            case YES_NO -> {
                Boolean answer = Boolean.valueOf(test.operands().getFirst());
                yield (event, value) -> answer.equals(value);
            }
        };
    }

    private static Meaning empty(FieldType type) {
        return switch (type) {
            case TEXT, CODE, REFERENCE -> (event, value) -> !(value instanceof String text) || text.isBlank();
            case CODES -> (event, value) -> !(value instanceof List<?> codes) || !isCodes(codes);
            case NUMBER -> (event, value) -> !(value instanceof BigDecimal);
            case DATE -> (event, value) -> !(value instanceof LocalDate);
            case YES_NO -> (event, value) -> !(value instanceof Boolean);
        };
    }

    private static boolean isCodes(List<?> list) {
        for (Object code : list) {
            if (!(code instanceof String)) {
                return false;
            }
        }
        return !list.isEmpty();
    }

    private static Meaning text(Condition.Test test) {
        Set<String> words = test.operands().stream().map(Words::fold).collect(Collectors.toUnmodifiableSet());
        if (test.operator() == Operator.CONTAINS) {
            String part = words.iterator().next();
            return (event, value) ->
                    value instanceof String text && event.fold(text).contains(part);
        }
        return (event, value) -> value instanceof String text && words.contains(event.fold(text));
    }

    private static Meaning number(Condition.Test test) {
        var numbers = new TreeSet<BigDecimal>();
        test.operands().forEach(operand -> numbers.add(new BigDecimal(operand)));
        BigDecimal first = numbers.getFirst();
        return switch (test.operator()) {
            case AT_LEAST -> (event, value) -> value instanceof BigDecimal number && first.compareTo(number) <= 0;
            case AT_MOST -> (event, value) -> value instanceof BigDecimal number && first.compareTo(number) >= 0;
            default -> (event, value) -> value instanceof BigDecimal number && numbers.contains(number);
        };
    }

    private static Meaning date(Condition.Test test) {
        if (test.operator() == Operator.IN_LAST_DAYS) {
            int days = Integer.parseInt(test.operands().getFirst());
            return (event, value) ->
                    value instanceof LocalDate day && !day.isAfter(event.on()) && DAYS.between(day, event.on()) <= days;
        }
        LocalDate date = LocalDate.parse(test.operands().getFirst());
        return switch (test.operator()) {
            case BEFORE -> (event, value) -> value instanceof LocalDate day && day.isBefore(date);
            case AFTER -> (event, value) -> value instanceof LocalDate day && day.isAfter(date);
            default -> (event, value) -> date.equals(value);
        };
    }
}
