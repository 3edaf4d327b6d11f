package io.traject.access.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts to sign in; nothing was checked. */
public final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyAttemptsException(Duration retryAfter) {
        super("too many attempts");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
