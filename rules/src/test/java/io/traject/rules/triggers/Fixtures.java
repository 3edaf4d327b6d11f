package io.traject.rules.triggers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Triggers and events that read like sentences. */
final class Fixtures {

    static final UUID MUNICIPALITY = new UUID(0, 1);
    static final UUID NEIGHBOUR = new UUID(0, 2);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private Fixtures() {}

    static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    static Condition not(Condition of) {
        return new Condition.Not(of);
    }

    static Condition that(String field, Operator operator, String... operands) {
        return new Condition.Test(field, operator, operands);
    }

    static Condition always() {
        return all();
    }

    static TriggerRule rule(String event, Condition condition) {
        return rule(MUNICIPALITY, event, condition);
    }

    static TriggerRule rule(UUID organisation, String event, Condition condition) {
        return new TriggerRule(UUID.randomUUID(), organisation, event, condition, null, null);
    }

    static Facts facts(String event, Map<String, Object> now) {
        return new Facts(MUNICIPALITY, event, TODAY, now, Set.of(), Map.of());
    }
}
