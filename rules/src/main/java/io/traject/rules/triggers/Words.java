package io.traject.rules.triggers;

import java.text.Normalizer;
import java.util.Locale;

/**
 * When two {@link FieldType#TEXT texts} are the same: without regard to case and to white space around them. Case is folded as
 * Unicode does, in no particular language and each letter by itself: {@code STRASSE} is {@code Straße}, a sigma is a sigma
 * wherever it stands, and {@code I}, {@code i}, {@code İ} and {@code ı} are one letter. Accents count ({@code é} is not
 * {@code e}), however they were typed: a letter with an accent is the same as that letter and the accent.
 */
final class Words {

    private Words() {}

    /** The one text that stands for all that are the same. */
    static String fold(String text) {
        String words = text.strip();
        return isAscii(words) ? words.toLowerCase(Locale.ROOT) : foldLetters(words);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String foldLetters(String words) {
        String upper = composed(words).toUpperCase(Locale.ROOT);
        var folded = new StringBuilder(upper.length());
        upper.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return composed(folded.toString());
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
