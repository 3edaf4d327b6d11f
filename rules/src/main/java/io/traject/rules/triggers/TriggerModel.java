package io.traject.rules.triggers;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.drools.model.Index.ConstraintType;
import org.drools.model.Model;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.jspecify.annotations.Nullable;

/**
 * Triggers in Drools' executable model. A rule is found by its organisation and event, then by the texts, codes and references
 * that its condition requires; what more there is to its condition is asked of the few that remain. Drools shares the nodes of
 * what has the same id, so an id is drawn for each meaning and nothing that anybody wrote is part of one.
 */
final class TriggerModel {

    private static final String PACKAGE = "io.traject.triggers";

    /** Conditions mean the same only where fields have the same types. */
    private record Meaning(String event, Object what) {}

    private record Validity(
            @Nullable LocalDate from, @Nullable LocalDate until) {

        boolean holds(Evaluation event) {
            return (from == null || !event.on().isBefore(from))
                    && (until == null || !event.on().isAfter(until));
        }
    }

    private final ModelImpl model = new ModelImpl();
    private final Map<Meaning, String> ids = new HashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    Model model() {
        return model;
    }

    /** @param rule one without mistakes */
    void add(TriggerRule rule, Map<String, Field> fields) {
        Variable<Evaluation> event = declarationOf(Evaluation.class, "event");
        model.addRule(rule(PACKAGE, rule.version().toString())
                .build(fitting(rule, fields, event), on(event).execute(it -> it.fires(rule.version()))));
    }

    private PatternDef<Evaluation> fitting(TriggerRule rule, Map<String, Field> fields, Variable<Evaluation> event) {
        String subject = Evaluation.subjectOf(rule.organisation(), rule.event());
        PatternDef<Evaluation> pattern = pattern(event)
                .expr(
                        "subject " + subject,
                        it -> subject.equals(it.subject()),
                        alphaIndexedBy(String.class, ConstraintType.EQUAL, 0, Evaluation::subject, subject));
        List<Condition> conjuncts = new ArrayList<>();
        flatten(rule.condition(), conjuncts);
        List<Condition.Test> equalities = conjuncts.stream()
                .flatMap(conjunct -> equality(conjunct, fields))
                .distinct()
                .sorted(Comparator.comparing(Condition.Test::field))
                .toList();
        for (Condition.Test equality : equalities) {
            pattern = byValue(
                    pattern,
                    rule.event(),
                    equality,
                    CompiledCondition.field(equality, fields).type());
        }
        if (rule.from() != null || rule.until() != null) {
            var validity = new Validity(rule.from(), rule.until());
            pattern = pattern.expr(id(rule.event(), validity), validity::holds);
        }
        for (Condition conjunct : conjuncts) {
            if (!equalities.contains(conjunct)) {
                Predicate<Evaluation> holds = CompiledCondition.of(conjunct, fields);
                pattern = pattern.expr(id(rule.event(), conjunct), holds::test);
            }
        }
        return pattern;
    }

    private static void flatten(Condition condition, List<Condition> conjuncts) {
        if (condition instanceof Condition.All(List<Condition> of)) {
            of.forEach(each -> flatten(each, conjuncts));
        } else {
            conjuncts.add(condition);
        }
    }

    /** What a condition requires of a text, code or reference: the condition itself, or what must hold for it to hold. */
    private static Stream<Condition.Test> equality(Condition conjunct, Map<String, Field> fields) {
        if (conjunct instanceof Condition.Test test
                && (test.operator() == Operator.EQUALS || test.operator() == Operator.BECAME)) {
            return switch (CompiledCondition.field(test, fields).type()) {
                case TEXT, CODE, REFERENCE ->
                    Stream.of(new Condition.Test(test.field(), Operator.EQUALS, test.operands()));
                case CODES, NUMBER, DATE, YES_NO -> Stream.empty();
            };
        }
        return Stream.empty();
    }

    private PatternDef<Evaluation> byValue(
            PatternDef<Evaluation> pattern, String event, Condition.Test equality, FieldType type) {
        String field = equality.field();
        String operand = equality.operands().getFirst();
        String value = type == FieldType.TEXT ? Words.fold(operand) : operand;
        int index = indexes.computeIfAbsent(type + field, key -> indexes.size() + 1);
        return pattern.expr(
                id(event, new Condition.Test(field, Operator.EQUALS, value)),
                it -> value.equals(CompiledCondition.indexed(type, it, it.now(field))),
                alphaIndexedBy(
                        String.class,
                        ConstraintType.EQUAL,
                        index,
                        it -> CompiledCondition.indexed(type, it, it.now(field)),
                        value));
    }

    private String id(String event, Object what) {
        return ids.computeIfAbsent(new Meaning(event, what), key -> "meaning " + ids.size());
    }
}
