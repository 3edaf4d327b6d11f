package io.traject.rules;

/**
 * What a rule objects to.
 *
 * @param rule the one that objects
 * @param subject what it is about, in the words of its facts: the key of a field
 */
public record Reason(NamedRule rule, String subject) {}
