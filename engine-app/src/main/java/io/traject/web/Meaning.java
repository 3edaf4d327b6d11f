package io.traject.web;

import java.util.Locale;

/** What a colour says; on pages it always comes with an icon or a word too. */
public enum Meaning {
    NEUTRAL("circle"),
    INFO("info"),
    SUCCESS("check-circle"),
    WARNING("warning"),
    DANGER("danger");

    private final String icon;

    Meaning(String icon) {
        this.icon = icon;
    }

    /** Id in {@code static/images/icons.svg}. */
    public String icon() {
        return icon;
    }

    /** The word in class names and fragment parameters. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static Meaning ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
