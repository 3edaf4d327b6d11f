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
        return isPlain(words) ? eachLower(words) : foldLetters(words);
    }

    /** Whether each letter has one capital: in Latin-1 all but a sharp s and the micro sign. Most texts are so. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > 0xFF || letter == 'ß' || letter == 'µ') {
                return false;
            }
        }
        return true;
    }

    /** Capitals first become small, so that {@code ẞ} becomes {@code ß} before that becomes {@code SS}. */
    private static String foldLetters(String words) {
        String capitals = eachLower(composed(words)).toUpperCase(Locale.ROOT);
        return composed(eachLower(capitals));
    }

    private static String eachLower(String words) {
        var lower = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); ) {
            int letter = words.codePointAt(i);
            lower.appendCodePoint(Character.toLowerCase(letter));
            i += Character.charCount(letter);
        }
        return lower.toString();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
