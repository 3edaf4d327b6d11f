package io.traject.questionnaires;

import io.traject.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A text in both languages; in a draft either may still be empty. */
public record Bilingual(String nl, String en) {

    public static final Bilingual EMPTY = new Bilingual("", "");

    public Bilingual(@Nullable String nl, @Nullable String en) {
        this.nl = clean(nl);
        this.en = clean(en);
    }

    /** In the language, or, where it is not there yet, in the other. */
    public String in(Language language) {
        String wanted = language == Language.EN ? en : nl;
        return !wanted.isBlank() ? wanted : language == Language.EN ? nl : en;
    }

    private static String clean(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]+", " ")
                        .strip();
    }
}
