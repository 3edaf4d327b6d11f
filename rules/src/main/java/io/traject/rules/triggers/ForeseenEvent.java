package io.traject.rules.triggers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of which only some values are known yet: says what can't hold when it comes. */
final class ForeseenEvent {

    private enum Outlook {
        YES,
        NO,
        UNKNOWN;

        Outlook opposite() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case UNKNOWN -> UNKNOWN;
            };
        }
    }

    private static final UUID NOBODY = new UUID(0, 0);

    private final Collection<Field> fields;
    private final Facts known;

    /** What is still to be merged, and what can't be read as a value of its field, is not known. */
    ForeseenEvent(RaisedEvent event, Collection<Field> fields) {
        this.fields = fields;
        Map<String, Object> values = new HashMap<>();
        for (Field field : fields) {
            Object value = value(field, event.constants().get(field.key()));
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        this.known = new Facts(NOBODY, event.event(), LocalDate.EPOCH, values, Set.of(), Map.of());
    }

    boolean maySatisfy(Condition condition) {
        return outlook(condition) != Outlook.NO;
    }

    private Outlook outlook(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) ->
                all(of.stream().map(this::outlook).toList());
            case Condition.Any(List<Condition> of) ->
                all(of.stream().map(each -> outlook(each).opposite()).toList()).opposite();
            case Condition.Not(Condition of) -> outlook(of).opposite();
            case Condition.Test test -> outlook(test);
        };
    }

    private static Outlook all(List<Outlook> parts) {
        if (parts.contains(Outlook.NO)) {
            return Outlook.NO;
        }
        return parts.contains(Outlook.UNKNOWN) ? Outlook.UNKNOWN : Outlook.YES;
    }

    private Outlook outlook(Condition.Test test) {
        if (!known.now().containsKey(test.field())
                || test.operator() == Operator.IN_LAST_DAYS
                || !CheckCondition.check(test, fields).isEmpty()) {
            return Outlook.UNKNOWN;
        }
        return switch (test.operator()) {
            case CHANGED, WAS -> Outlook.UNKNOWN;
            case BECAME ->
                is(new Condition.Test(test.field(), Operator.EQUALS, test.operands())) ? Outlook.UNKNOWN : Outlook.NO;
            default -> is(test) ? Outlook.YES : Outlook.NO;
        };
    }

    private boolean is(Condition.Test test) {
        return ExplainTrigger.explain(test, fields, known).holds();
    }

    private static @Nullable Object value(Field field, @Nullable String constant) {
        if (constant == null || constant.contains("{{") || !CheckCondition.isValue(field.type(), constant)) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, CODE, REFERENCE -> constant;
            case CODES -> null;
            case NUMBER -> new BigDecimal(constant);
            case DATE -> LocalDate.parse(constant);
            case YES_NO -> Boolean.valueOf(constant);
        };
    }
}
