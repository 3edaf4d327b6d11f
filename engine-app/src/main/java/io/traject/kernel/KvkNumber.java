package io.traject.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under which the Dutch Chamber of Commerce (KvK) registers an enterprise. It has no check digit.
 *
 * @param value eight digits, as text because leading zeros count
 */
public record KvkNumber(String value) {

    public static final int LENGTH = 8;

    private static final Pattern FORM = Pattern.compile("(?!0{8})\\d{8}");

    /** @throws IllegalArgumentException unless the value is eight digits, not all zero */
    public KvkNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("not a KvK number");
        }
    }

    /** Reads eight digits, with or without blanks and dots. */
    public static Optional<KvkNumber> parse(String text) {
        String digits = text.replace(" ", "").replace(".", "");
        return isNumber(digits) ? Optional.of(new KvkNumber(digits)) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
