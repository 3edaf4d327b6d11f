package io.traject.rules.triggers;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Published triggers, compiled together: says which of them fire at an event. Never changes; any number of threads may ask, and
 * another set takes its place by reference.
 */
public final class CompiledTriggers {

    private final KieBase rules;

    private CompiledTriggers(KieBase rules) {
        this.rules = rules;
    }

    /**
     * @param fieldsByEvent what each event has that a rule is about
     * @throws IllegalArgumentException when a rule has {@link CheckCondition mistakes}, is about an event that is not known, or
     *     is there twice
     */
    public static CompiledTriggers compile(Collection<TriggerRule> rules, Map<String, List<Field>> fieldsByEvent) {
        var model = new TriggerModel();
        Map<String, Map<String, Field>> known = new HashMap<>();
        Set<UUID> versions = HashSet.newHashSet(rules.size());
        for (TriggerRule rule : rules) {
            List<Field> fields = fieldsByEvent.get(rule.event());
            if (fields == null) {
                throw new IllegalArgumentException("Trigger %s: no event %s".formatted(rule.version(), rule.event()));
            }
            List<Mistake> mistakes = CheckCondition.check(rule.condition(), fields);
            if (!mistakes.isEmpty()) {
                throw new IllegalArgumentException("Trigger %s: %s".formatted(rule.version(), mistakes));
            }
            if (!versions.add(rule.version())) {
                throw new IllegalArgumentException("Trigger %s: twice".formatted(rule.version()));
            }
            model.add(rule, known.computeIfAbsent(rule.event(), event -> Fields.byKey(fields)));
        }
        return new CompiledTriggers(KieBaseBuilder.createKieBaseFromModel(model.model()));
    }

    /**
     * The versions of the rules that fire: those of the same organisation and event that are valid on its day and whose condition
     * holds. A value of another class than its field has now, as in an event that was recorded before the field changed, counts
     * as none.
     */
    public Set<UUID> firing(Facts facts) {
        var evaluation = new Evaluation(facts);
        rules.newStatelessKieSession().execute(evaluation);
        return evaluation.firing();
    }
}
