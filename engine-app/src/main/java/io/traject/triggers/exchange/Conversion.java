package io.traject.triggers.exchange;

import java.util.List;

/**
 * What became of something in the older format.
 *
 * @param was as it stood there
 * @param code of the text that says what became of it, {@code triggers.conversion.<code>}
 * @param arguments of the text
 */
public record Conversion(String was, String code, List<Object> arguments) {

    public Conversion {
        arguments = List.copyOf(arguments);
    }

    static Conversion of(String was, String code, Object... arguments) {
        return new Conversion(was, code, List.of(arguments));
    }

    /** Whether it could not be converted. */
    public boolean failed() {
        return code.startsWith("unknown");
    }

    public String messageKey() {
        return "triggers.conversion." + code;
    }
}
