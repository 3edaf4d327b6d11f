package io.traject.access.security;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.AuthenticationException;

/** The password is right, and the user has a second factor: nobody is signed in yet. */
final class SecondStepNeededException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final UUID userId;
    private final transient String passwordHash;

    SecondStepNeededException(SignedInUser user) {
        super("second step needed");
        this.userId = user.id();
        this.passwordHash = Objects.requireNonNull(user.getPassword());
    }

    PendingSignIn pending(Instant now) {
        return PendingSignIn.of(userId, passwordHash, now);
    }
}
