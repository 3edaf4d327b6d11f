package io.traject.kernel;

import java.util.Optional;

/**
 * A citizen service number (burgerservicenummer): nine digits, kept as text because leading zeros count. It is in no
 * URL, log or process variable; {@link #toString()} is masked.
 *
 * @param value nine digits that pass the eleven-test
 */
public record Bsn(String value) {

    public static final int LENGTH = 9;

    /** @throws IllegalArgumentException unless the value is nine digits that pass the eleven-test */
    public Bsn {
        if (!passesElevenTest(value)) {
            throw new IllegalArgumentException("not a BSN");
        }
    }

    public static Optional<Bsn> parse(String text) {
        return passesElevenTest(text) ? Optional.of(new Bsn(text)) : Optional.empty();
    }

    /** Weights 9, 8, ... 2, -1: the sum is a multiple of eleven. 000000000 passes the sum but is nobody's. */
    static boolean passesElevenTest(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int digits = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            digits += digit;
            sum += digit * (i == LENGTH - 1 ? -1 : LENGTH - i);
        }
        return digits > 0 && sum % 11 == 0;
    }

    @Override
    public String toString() {
        return "******" + value.substring(6);
    }
}
