package io.traject.rules.employers;

import io.traject.rules.NamedRule;
import io.traject.rules.Reason;
import io.traject.rules.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The rule set {@code employer-completeness}: whether an employer is registered in full, and what stands in its way (A13). */
public final class EmployerCompleteness {

    private final RuleSet rules = RuleSet.read("employer-completeness");

    public Collection<NamedRule> rules() {
        return rules.rules();
    }

    /**
     * What is missing or wrong, field by field in the order of the facts; nothing when the registration is complete. The
     * subject of a reason is the key of a field.
     */
    public List<Reason> judge(EmployerFacts employer) {
        List<Object> facts = new ArrayList<>(employer.fields());
        facts.add(employer);
        List<String> order =
                employer.fields().stream().map(EmployerFacts.Field::key).toList();
        return rules.judge(facts).stream()
                .sorted(Comparator.<Reason>comparingInt(reason -> order.indexOf(reason.subject()))
                        .thenComparing(reason -> reason.rule().name()))
                .toList();
    }
}
