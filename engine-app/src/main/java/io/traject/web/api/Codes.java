package io.traject.web.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** How REST writes the constants of an enum: {@code AWAITING_DATA} is {@code awaiting-data}. */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws RequestProblemException 400 when the parameter names no constant */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String parameter, Optional<String> code) {
        return code.map(text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new RequestProblemException(HttpStatus.BAD_REQUEST, "parameter-invalid", parameter, text)));
    }
}
