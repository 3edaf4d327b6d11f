package io.traject.triggers.actions;

import io.traject.kernel.Language;
import java.util.Optional;

/**
 * Something to be filled in for an action. Its label is the text {@code trigger.action.<kind>.<key>}, a hint, where there is
 * one, the same with {@code .hint}.
 *
 * @param form how it is filled in
 * @param language in which it is written; empty for the installation's
 */
public record Setting(String key, Form form, boolean required, Optional<Language> language) {

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
        return new Setting(key, form, true, Optional.empty());
    }

    /** The same, written in this language. */
    public Setting in(Language written) {
        return new Setting(key, form, required, Optional.of(written));
    }

    public static Setting optional(String key, Form form) {
        return new Setting(key, form, false, Optional.empty());
    }
}
