package io.traject.kernel;

import java.util.List;

/**
 * A set of rules that the code ships with and that nobody can change, as people read about it. Each room contributes its own as
 * beans.
 */
public interface ShippedRules {

    /** Message key of what the rules decide, in a few words. */
    String titleKey();

    /** The rules, in the order in which they read best. */
    List<ShippedRule> shipped();

    /**
     * A rule.
     *
     * @param nameKey message key of a sentence that says what holds when nothing is wrong
     * @param explanationKey message key of what it is there for
     */
    record ShippedRule(String nameKey, String explanationKey) {}
}
