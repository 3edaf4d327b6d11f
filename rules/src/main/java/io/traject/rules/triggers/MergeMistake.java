package io.traject.rules.triggers;

/**
 * What is wrong with a text that has merge fields.
 *
 * @param line from 1
 * @param column from 1
 * @param code stable, kebab-case: {@code field-unknown}, {@code field-empty}, {@code field-unclosed}, {@code too-long},
 *     {@code too-many}
 * @param subject the name of the unknown field, the braces without their others, or the most that there may be
 */
public record MergeMistake(int line, int column, String code, String subject) {}
