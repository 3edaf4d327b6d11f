package io.traject.kernel;

import java.util.Locale;

/** A language in which pages, mails and letters exist. */
public enum Language {
    NL("nl-NL"),
    EN("en-GB");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    /** The language code as stored and as in URLs: {@code nl}, {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a locale; Dutch, the installation's default, for one that is not offered. */
    public static Language of(Locale locale) {
        return "en".equals(locale.getLanguage()) ? EN : NL;
    }

    /** @throws IllegalArgumentException for a code that is not offered */
    public static Language ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
