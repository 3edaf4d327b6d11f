package io.traject.access.security;

import org.springframework.security.core.AuthenticationException;

/** The first step was too long ago, or is not worth anything any more: signing in begins anew. */
final class SecondStepExpiredException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    SecondStepExpiredException() {
        super("second step expired");
    }
}
