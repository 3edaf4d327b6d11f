package io.traject.triggers;

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
}
