package io.traject.rules.triggers;

import static io.traject.rules.triggers.Fixtures.MUNICIPALITY;
import static io.traject.rules.triggers.Fixtures.NEIGHBOUR;
import static io.traject.rules.triggers.Fixtures.all;
import static io.traject.rules.triggers.Fixtures.always;
import static io.traject.rules.triggers.Fixtures.any;
import static io.traject.rules.triggers.Fixtures.not;
import static io.traject.rules.triggers.Fixtures.rule;
import static io.traject.rules.triggers.Fixtures.that;
import static io.traject.rules.triggers.Operator.AT_LEAST;
import static io.traject.rules.triggers.Operator.BECAME;
import static io.traject.rules.triggers.Operator.CHANGED;
import static io.traject.rules.triggers.Operator.EMPTY;
import static io.traject.rules.triggers.Operator.EQUALS;
import static io.traject.rules.triggers.Operator.IN_LAST_DAYS;
import static io.traject.rules.triggers.Operator.ONE_OF;
import static io.traject.rules.triggers.Operator.WAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which triggers may set each other off without end. */
class FindLoopsTest {

    private static final Map<String, List<Field>> FIELDS = Map.of(
            "task.added",
            List.of(
                    Field.code("event.taskType", List.of("CALL", "VISIT", "MAIL"))
                            .changing(),
                    Field.of("event.name", FieldType.TEXT),
                    Field.of("event.days", FieldType.NUMBER),
                    Field.of("event.due", FieldType.DATE),
                    Field.of("case.subject", FieldType.TEXT)));

    private final List<TriggerRule> rules = new ArrayList<>();
    private final Map<UUID, Set<RaisedEvent>> raised = new HashMap<>();

    @Test
    void shouldFindTheRuleThatRaisesItsOwnEvent() {
        TriggerRule task = add("task.added", always(), RaisedEvent.of("task.added"));
        add("case.opened", always(), RaisedEvent.of("task.added"));
        assertThat(loops()).containsExactly(List.of(task));
    }

    @Test
    void shouldFindRulesThatRaiseEachOthersEvents() {
        TriggerRule a = add("case.opened", always(), RaisedEvent.of("task.added"));
        TriggerRule b = add("task.added", always(), RaisedEvent.of("mail.sent"), RaisedEvent.of("note.added"));
        TriggerRule c = add("mail.sent", always(), RaisedEvent.of("case.opened"));
        add("note.added", always());
        assertThat(loops()).containsExactly(List.of(a, b, c));
    }

    @Test
    void shouldFindEachLoopOnceAndTheShortestThroughARule() {
        TriggerRule a = add("a", always(), RaisedEvent.of("b"));
        TriggerRule b = add("b", always(), RaisedEvent.of("a"), RaisedEvent.of("c"));
        TriggerRule c = add("c", always(), RaisedEvent.of("a"));
        add("b", always());
        add("d", always(), RaisedEvent.of("a"));
        assertThat(loops()).containsExactly(List.of(a, b), List.of(a, b, c));
    }

    @Test
    void shouldFindNoneWhereNothingComesBack() {
        add("a", always(), RaisedEvent.of("b"));
        add("b", always(), RaisedEvent.of("c"), RaisedEvent.of("nobody.listens"));
        add("c", always());
        assertThat(loops()).isEmpty();
    }

    @Test
    void shouldKeepOrganisationsApart() {
        TriggerRule ours = add("a", always(), RaisedEvent.of("b"));
        TriggerRule theirs = rule(NEIGHBOUR, "b", always());
        rules.add(theirs);
        raised.put(theirs.version(), Set.of(RaisedEvent.of("a")));
        assertThat(loops()).isEmpty();
        assertThat(ours.organisation()).isEqualTo(MUNICIPALITY);
    }

    @Test
    void shouldNotBeStoppedByAConditionThatMayHold() {
        for (Condition condition : List.of(
                that("case.subject", EQUALS, "rug"),
                that("event.taskType", EQUALS, "CALL"),
                that("event.taskType", BECAME, "CALL"),
                that("event.taskType", CHANGED),
                that("event.taskType", WAS, "VISIT"),
                not(that("event.taskType", BECAME, "CALL")),
                not(that("event.taskType", EQUALS, "VISIT")),
                any(that("event.taskType", EQUALS, "VISIT"), that("case.subject", EMPTY)),
                not(all(that("event.taskType", EQUALS, "CALL"), that("case.subject", EMPTY))),
                that("event.name", EQUALS, "bel"),
                that("event.days", AT_LEAST, "7"),
                that("event.due", IN_LAST_DAYS, "7"),
                that("event.gone", EQUALS, "x"))) {
            assertThat(isLoop(condition)).as("%s", condition).isTrue();
        }
    }

    @Test
    void shouldBeStoppedByAConditionThatTheActionContradicts() {
        for (Condition condition : List.of(
                that("event.taskType", EQUALS, "VISIT"),
                that("event.taskType", ONE_OF, "VISIT", "MAIL"),
                that("event.taskType", BECAME, "VISIT"),
                that("event.taskType", EMPTY),
                not(that("event.taskType", EQUALS, "CALL")),
                all(that("case.subject", EMPTY), that("event.taskType", EQUALS, "VISIT")),
                any(that("event.taskType", EQUALS, "VISIT"), that("event.name", EQUALS, "schrijf")),
                not(any(that("event.taskType", EQUALS, "CALL"), that("case.subject", EMPTY))),
                that("event.days", AT_LEAST, "7.1"))) {
            assertThat(isLoop(condition)).as("%s", condition).isFalse();
        }
    }

    @Test
    void shouldCountALoopWhenOneOfItsActionsMayMakeIt() {
        TriggerRule rule = add(
                "task.added",
                that("event.taskType", EQUALS, "VISIT"),
                new RaisedEvent("task.added", Map.of("event.taskType", "CALL")),
                new RaisedEvent("task.added", Map.of("event.taskType", "VISIT")));
        assertThat(loops()).containsExactly(List.of(rule));
    }

    @Test
    void shouldKnowNothingByConstantsThatAreNoValues() {
        assertThat(isLoop(that("event.days", AT_LEAST, "8"), Map.of("event.days", "seven")))
                .isTrue();
        assertThat(isLoop(that("event.name", EQUALS, "x"), Map.of("event.name", " ")))
                .isTrue();
        assertThat(isLoop(that("event.name", EQUALS, "x"), Map.of("event.name", "{{case.subject}}")))
                .isTrue();
    }

    @Test
    void shouldFindAThousandRulesInOneRing() {
        for (int i = 0; i < 1_000; i++) {
            add("e" + i, always(), RaisedEvent.of("e" + (i + 1) % 1_000));
        }
        assertThat(loops()).singleElement().isEqualTo(rules);
    }

    private boolean isLoop(Condition condition) {
        return isLoop(condition, Map.of("event.taskType", "CALL", "event.name", "Bel", "event.days", "7"));
    }

    private boolean isLoop(Condition condition, Map<String, String> constants) {
        TriggerRule rule = rule("task.added", condition);
        var event = new RaisedEvent("task.added", constants);
        return !FindLoops.among(List.of(rule), Map.of(rule.version(), Set.of(event)), FIELDS)
                .isEmpty();
    }

    private TriggerRule add(String event, Condition condition, RaisedEvent... raises) {
        TriggerRule rule = rule(event, condition);
        rules.add(rule);
        raised.put(rule.version(), Set.of(raises));
        return rule;
    }

    private List<List<TriggerRule>> loops() {
        return FindLoops.among(rules, raised, FIELDS);
    }
}
