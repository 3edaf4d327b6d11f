package io.traject.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Dutch postcode.
 *
 * @param value as it is printed: {@code 1234 AB}
 */
public record Postcode(String value) {

    /** SA, SD and SS are never given out. */
    private static final Pattern PRINTED = Pattern.compile("[1-9][0-9]{3} (?!S[ADS])[A-Z]{2}");

    private static final Pattern TYPED = Pattern.compile("[1-9][0-9]{3} ?[A-Za-z]{2}");

    /** @throws IllegalArgumentException unless the value is written as {@code 1234 AB} */
    public Postcode {
        if (!PRINTED.matcher(value).matches()) {
            throw new IllegalArgumentException("not a postcode");
        }
    }

    /** Reads {@code 1234 AB}, {@code 1234AB} and {@code 1234ab}. */
    public static Optional<Postcode> parse(String text) {
        return TYPED.matcher(text).matches()
                ? Optional.of(text.substring(0, 4) + ' ' + text.substring(text.length() - 2))
                        .map(printed -> printed.toUpperCase(Locale.ROOT))
                        .filter(printed -> PRINTED.matcher(printed).matches())
                        .map(Postcode::new)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.substring(0, 4) + " **";
    }
}
