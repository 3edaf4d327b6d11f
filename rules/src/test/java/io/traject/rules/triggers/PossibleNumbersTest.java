package io.traject.rules.triggers;

import static io.traject.rules.triggers.Operator.AT_LEAST;
import static io.traject.rules.triggers.Operator.EQUALS;
import static io.traject.rules.triggers.Operator.ONE_OF;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Which numbers a field must be for a condition to hold. */
class PossibleNumbersTest {

    private static final String DAYS = "event.days";
    private static final Condition OPEN = new Condition.Test("case.state", EQUALS, "OPEN");

    @Test
    void shouldBeThoseThatEveryWayThroughTheConditionNames() {
        assertThat(days(days("14"))).contains(List.of("14"));
        assertThat(days(all(OPEN, days("14", "-3")))).contains(List.of("-3", "14"));
        assertThat(days(any(days("14"), all(OPEN, days("7"))))).contains(List.of("7", "14"));
        assertThat(days(all(days("1", "2"), any(days("2"), days("3"))))).contains(List.of("2"));
        assertThat(days(all(days("1.0"), days("1")))).contains(List.of("1.0"));
    }

    @Test
    void shouldBeAnyWhereSomeWayNamesNone() {
        assertThat(days(OPEN)).isEmpty();
        assertThat(days(all())).isEmpty();
        assertThat(days(any(days("14"), OPEN))).isEmpty();
        assertThat(days(new Condition.Not(days("14")))).isEmpty();
        assertThat(days(new Condition.Test(DAYS, AT_LEAST, "14"))).isEmpty();
    }

    @Test
    void shouldBeNoneWhereNothingEverHolds() {
        assertThat(days(all(days("1"), days("2")))).contains(List.of());
        assertThat(days(any())).contains(List.of());
    }

    private static Optional<List<String>> days(Condition condition) {
        Optional<SortedSet<BigDecimal>> numbers = PossibleNumbers.of(condition, DAYS);
        return numbers.map(all -> all.stream().map(BigDecimal::toPlainString).toList());
    }

    private static Condition days(String... days) {
        return new Condition.Test(DAYS, ONE_OF, days);
    }

    private static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    private static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }
}
