package io.traject.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under which the Dutch Chamber of Commerce (KvK) registers an establishment of an enterprise. It has no check digit.
 *
 * @param value twelve digits, as text because leading zeros count
 */
public record EstablishmentNumber(String value) {

    public static final int LENGTH = 12;

    private static final Pattern FORM = Pattern.compile("(?!0{12})\\d{12}");

    /** @throws IllegalArgumentException unless the value is twelve digits, not all zero */
    public EstablishmentNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("not an establishment number");
        }
    }

    /** Reads twelve digits, with or without blanks and dots. */
    public static Optional<EstablishmentNumber> parse(String text) {
        String digits = text.replace(" ", "").replace(".", "");
        return isNumber(digits) ? Optional.of(new EstablishmentNumber(digits)) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
