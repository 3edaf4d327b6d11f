package io.traject.rules;

/**
 * A rule as people know it.
 *
 * @param name a sentence that says what holds when nothing is wrong, such as {@code A required field is filled in}
 * @param explanation stable, kebab-case; the last part of the key of the text that explains it
 */
public record NamedRule(String name, String explanation) {}
