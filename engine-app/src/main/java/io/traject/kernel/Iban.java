package io.traject.kernel;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;

/**
 * An international bank account number (ISO 13616): the form of its country and check digits that fit. {@link #toString()}
 * is masked.
 *
 * @param value in its electronic form, without blanks: {@code NL91ABNA0417164300}
 */
public record Iban(String value) {

    public static final int MAX_LENGTH = 34;

    private static final int GROUP = 4;

    private static final Pattern START_OF_GROUP = Pattern.compile("(?<=\\G.{" + GROUP + "})(?=.)");

    /** @throws IllegalArgumentException unless the value is a number in its electronic form */
    public Iban {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("not an IBAN");
        }
    }

    /** Reads the electronic and the printed form, in capitals or not. */
    public static Optional<Iban> parse(String text) {
        String electronic = Ascii.upperCase(text.replace(" ", ""));
        return isNumber(electronic) ? Optional.of(new Iban(electronic)) : Optional.empty();
    }

    /** In groups of four: {@code NL91 ABNA 0417 1643 00}. */
    public String printed() {
        return START_OF_GROUP.matcher(value).replaceAll(" ");
    }

    private static boolean isNumber(String text) {
        return IBANValidator.getInstance().isValid(text);
    }

    @Override
    public String toString() {
        return value.substring(0, 2) + "******" + value.substring(value.length() - 4);
    }
}
