package io.traject.triggers.actions;

/**
 * Something to be filled in for an action. Its label is the text {@code trigger.action.<kind>.<key>}, a hint, where there is
 * one, the same with {@code .hint}.
 *
 * @param form how it is filled in
 */
public record Setting(String key, Form form, boolean required) {

    /** How a setting is filled in. */
    public enum Form {
        /** One line; fields such as {@code {{case.number}}} are merged. */
        LINE,
        /** Several lines; fields are merged. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        YES_NO,
        /** One of {@link TriggerAction#choices}. */
        CHOICE
    }

    public static Setting required(String key, Form form) {
        return new Setting(key, form, true);
    }

    public static Setting optional(String key, Form form) {
        return new Setting(key, form, false);
    }
}
