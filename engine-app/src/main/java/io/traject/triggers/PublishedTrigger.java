package io.traject.triggers;

import io.traject.rules.triggers.CheckCondition;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.TriggerRule;
import io.traject.triggers.actions.ChosenAction;
import java.util.List;
import java.util.UUID;

/**
 * A version of a trigger that is published.
 *
 * @param trigger its id, the same for all versions
 * @param name by which administrators know it
 * @param rule when it fires; its {@link TriggerRule#version()} names this version
 * @param actions in their order
 */
public record PublishedTrigger(UUID trigger, String name, TriggerRule rule, List<ChosenAction> actions) {

    public PublishedTrigger {
        actions = List.copyOf(actions);
    }

    /** Whether its conditions can be judged. @param fields that are known at its event */
    public boolean fits(List<Field> fields) {
        return CheckCondition.check(rule.condition(), fields).isEmpty();
    }
}
