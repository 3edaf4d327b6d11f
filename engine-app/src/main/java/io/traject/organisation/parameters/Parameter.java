package io.traject.organisation.parameters;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that can be set of how the product works. The room that heeds it declares it as a bean and reads it by
 * {@link Parameters#value}.
 *
 * @param category under which it is found, such as {@code Consultation}
 * @param code names it among all; as in the language of administrators: {@code CalculateAvailabilitiesForAppointmentRequest}
 * @param usual the value where nobody set one
 * @param explanationKey message key of what it does, in a sentence or two
 */
public record Parameter<T>(
        Kind kind, String category, String code, ParameterType<T> type, T usual, String explanationKey) {

    public static final int MAX_CODE_LENGTH = 80;

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0," + (MAX_CODE_LENGTH - 1) + "}");

    /** Who has a value of its own. */
    public enum Kind {
        /** The organisation as a whole. */
        PRODUCT,
        /** Each employer; where it has none that of its organisation holds. */
        CONFIGURATION
    }

    /** @throws IllegalArgumentException for a code that could not stand in an address, or a usual value of another type */
    public Parameter {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not the code of a parameter: " + code);
        }
        if (!type.parse(type.text(usual)).equals(Optional.of(usual))) {
            throw new IllegalArgumentException("the usual value of %s is none of its values".formatted(code));
        }
    }

    /** A parameter of the organisation as a whole. */
    public static <T> Parameter<T> product(
            String category, String code, ParameterType<T> type, T usual, String explanationKey) {
        return new Parameter<>(Kind.PRODUCT, category, code, type, usual, explanationKey);
    }

    /** A parameter that may differ by employer. */
    public static <T> Parameter<T> configuration(
            String category, String code, ParameterType<T> type, T usual, String explanationKey) {
        return new Parameter<>(Kind.CONFIGURATION, category, code, type, usual, explanationKey);
    }

    /** The usual value as it would be stored. */
    public String usualText() {
        return type.text(usual);
    }
}
