package io.traject.kernel;

import java.util.Locale;

/** A language in which pages, mails and letters exist. */
public enum Language {
    NL("nl-NL", "Nederlands"),
    EN("en-GB", "English");

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
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
