package io.traject.kernel;

import java.util.Optional;

/**
 * A Dutch postcode.
 *
 * @param value as it is printed: {@code 1234 AB}
 */
public record Postcode(String value) {

    /** @throws IllegalArgumentException unless the value is written as {@code 1234 AB} */
    public Postcode {
        if (!isPrinted(value)) {
            throw new IllegalArgumentException("not a postcode");
        }
    }

    /** Reads {@code 1234 AB}, {@code 1234AB} and {@code 1234ab}. */
    public static Optional<Postcode> parse(String text) {
        String spaced = text.length() == 6 ? text.substring(0, 4) + ' ' + text.substring(4) : text;
        if (spaced.length() != 7) {
            return Optional.empty();
        }
        String printed = spaced.substring(0, 5) + upperCase(spaced.charAt(5)) + upperCase(spaced.charAt(6));
        return isPrinted(printed) ? Optional.of(new Postcode(printed)) : Optional.empty();
    }

    private static char upperCase(char letter) {
        return letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
    }

    private static boolean isPrinted(String text) {
        return text.length() == 7
                && isBetween(text.charAt(0), '1', '9')
                && isBetween(text.charAt(1), '0', '9')
                && isBetween(text.charAt(2), '0', '9')
                && isBetween(text.charAt(3), '0', '9')
                && text.charAt(4) == ' '
                && isBetween(text.charAt(5), 'A', 'Z')
                && isBetween(text.charAt(6), 'A', 'Z')
                && !isNeverGivenOut(text.charAt(5), text.charAt(6));
    }

    /** SA, SD and SS. */
    private static boolean isNeverGivenOut(char first, char second) {
        return first == 'S' && (second == 'A' || second == 'D' || second == 'S');
    }

    private static boolean isBetween(char character, char from, char to) {
        return character >= from && character <= to;
    }

    @Override
    public String toString() {
        return value.substring(0, 4) + " **";
    }
}
