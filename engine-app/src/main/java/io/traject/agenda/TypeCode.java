package io.traject.agenda;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What rules and programs know a consultation type by, such as {@code return-to-work}. It never changes. */
public record TypeCode(String value) {

    public static final int MAX_LENGTH = 40;

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException for anything but words of small letters and digits with dashes between them */
    public TypeCode {
        if (value.length() > MAX_LENGTH || !CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("no code: " + value);
        }
    }

    /** The code that a text comes down to: without capitals and accents, with dashes for all else; empty for nothing. */
    public static Optional<TypeCode> from(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return Optional.of(
                        plain.substring(0, Math.min(plain.length(), MAX_LENGTH)).replaceAll("-$", ""))
                .filter(code -> !code.isEmpty())
                .map(TypeCode::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
