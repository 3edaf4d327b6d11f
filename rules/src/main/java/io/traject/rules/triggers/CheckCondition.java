package io.traject.rules.triggers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says before a condition is ever judged what is wrong with it. What has no mistakes can be compiled and explained. */
public final class CheckCondition {

    /** How many parts may lie within each other, the root included. */
    public static final int DEEPEST = 8;

    /** How many parts the tree may have, all/any/not included. */
    public static final int MOST_PARTS = 200;

    public static final int MOST_OPERANDS = 200;
    public static final int LONGEST_OPERAND = 500;
    public static final int MOST_DAYS = 36_500;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,10})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DAYS = Pattern.compile("\\d{1,5}");

    private final Map<String, Field> fields;
    private final List<Mistake> mistakes = new ArrayList<>();
    private int parts;

    private CheckCondition(Map<String, Field> fields) {
        this.fields = fields;
    }

    /**
     * All mistakes, in the order of the tree. A missing operand is named by where it should be, a surplus one by the first
     * that is too many; a tree of too many parts by its root, and only the first parts of it are looked at. A root that is an
     * {@link Condition.All} may be empty: always.
     *
     * @param fields what the event has
     */
    public static List<Mistake> check(Condition condition, Collection<Field> fields) {
        var check = new CheckCondition(Fields.byKey(fields));
        check.visit(condition, List.of());
        return List.copyOf(check.mistakes);
    }

    private void visit(Condition condition, List<Integer> place) {
        if (place.size() >= DEEPEST) {
            mistake(place, "too-deep");
            return;
        }
        if (++parts > MOST_PARTS) {
            return;
        }
        switch (condition) {
            case Condition.All(List<Condition> of) when of.isEmpty() && place.isEmpty() -> {}
            case Condition.All(List<Condition> of) -> visit(of, place);
            case Condition.Any(List<Condition> of) -> visit(of, place);
            case Condition.Not(Condition of) -> visit(List.of(of), place);
            case Condition.Test test -> visit(test, place);
        }
    }

    private void visit(List<Condition> within, List<Integer> place) {
        if (within.isEmpty()) {
            mistake(place, "nothing-in-it");
        }
        for (int i = 0; i < within.size() && parts <= MOST_PARTS; i++) {
            var there = new ArrayList<>(place);
            there.add(i);
            visit(within.get(i), there);
        }
        if (place.isEmpty() && parts > MOST_PARTS) {
            mistake(place, "too-many");
        }
    }

    private void visit(Condition.Test test, List<Integer> place) {
        Field field = fields.get(test.field());
        if (field == null) {
            mistake(place, "field-unknown");
        } else if (!test.operator().takes(field.type())) {
            mistake(place, "operator-unfit");
        } else {
            if (test.operator().looksAtChange() && !field.changes()) {
                mistake(place, "no-change");
            }
            visitOperands(test, field, place);
        }
    }

    private void visitOperands(Condition.Test test, Field field, List<Integer> place) {
        List<String> operands = test.operands();
        int most = switch (test.operator().operands()) {
            case NONE -> 0;
            case ONE -> 1;
            case SOME -> MOST_OPERANDS;
        };
        if (most > 0 && operands.isEmpty()) {
            mistakes.add(new Mistake(place, 0, "operand-missing"));
        }
        for (int i = 0; i < Math.min(most, operands.size()); i++) {
            String wrong = wrong(test.operator(), field, operands.get(i));
            if (wrong != null) {
                mistakes.add(new Mistake(place, i, wrong));
            }
        }
        if (operands.size() > most) {
            mistakes.add(new Mistake(place, most, most == MOST_OPERANDS ? "too-many" : "operand-surplus"));
        }
    }

    private static @Nullable String wrong(Operator operator, Field field, String operand) {
        if (operand.isBlank()) {
            return "operand-missing";
        }
        if (operand.length() > LONGEST_OPERAND) {
            return "too-long";
        }
        if (operator == Operator.IN_LAST_DAYS) {
            return isDays(operand) ? null : "not-days";
        }
        if (!isValue(field.type(), operand)) {
            return switch (field.type()) {
                case NUMBER -> "not-a-number";
                case DATE -> "not-a-date";
                case YES_NO -> "not-yes-or-no";
                case TEXT, CODE, CODES, REFERENCE -> "operand-missing";
            };
        }
        return field.options().isEmpty() || field.options().contains(operand) ? null : "option-unknown";
    }

    /** Whether it is the canonical form of one value of that type. */
    static boolean isValue(FieldType type, String operand) {
        return switch (type) {
            case TEXT, CODE, CODES, REFERENCE -> !operand.isBlank();
            case NUMBER -> NUMBER.matcher(operand).matches();
            case DATE -> isDate(operand);
            case YES_NO -> operand.equals("true") || operand.equals("false");
        };
    }

    private static boolean isDays(String operand) {
        return DAYS.matcher(operand).matches() && Integer.parseInt(operand) <= MOST_DAYS;
    }

    private static boolean isDate(String operand) {
        try {
            return DATE.matcher(operand).matches()
                    && LocalDate.parse(operand).toString().equals(operand);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void mistake(List<Integer> place, String code) {
        mistakes.add(new Mistake(place, -1, code));
    }
}
