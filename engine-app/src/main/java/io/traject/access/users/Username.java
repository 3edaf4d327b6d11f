package io.traject.access.users;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name with which a user or an API account signs in. Upper and lower case are the same.
 *
 * @param value in lower case
 */
public record Username(String value) {

    private static final Pattern ACCEPTED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.@_+-]{1,99}");

    /** @throws IllegalArgumentException for what can't be a username */
    public Username {
        if (!ACCEPTED.matcher(value).matches() || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a username");
        }
    }

    /** What someone typed as a username; empty for what can't be one. */
    public static Optional<Username> parse(String typed) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        return ACCEPTED.matcher(value).matches() ? Optional.of(new Username(value)) : Optional.empty();
    }
}
