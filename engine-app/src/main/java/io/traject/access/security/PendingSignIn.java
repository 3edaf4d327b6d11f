package io.traject.access.security;

import io.traject.access.accounts.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a session knows of one who has given the right password and still owes the second step. It opens no page.
 *
 * @param passwordMark goes with the password of that moment, and with no later one
 */
record PendingSignIn(UUID userId, byte[] passwordMark, Instant since) implements Serializable {

    static final String ATTRIBUTE = PendingSignIn.class.getName();

    private static final Duration VALID = Duration.ofMinutes(10);

    static PendingSignIn of(UUID userId, String passwordHash, Instant now) {
        return new PendingSignIn(userId, Secrets.hash(passwordHash), now);
    }

    static Optional<PendingSignIn> in(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (PendingSignIn) session.getAttribute(ATTRIBUTE))
                .filter(pending -> pending.since.plus(VALID).isAfter(now));
    }

    boolean goesWith(String passwordHash) {
        return MessageDigest.isEqual(passwordMark, Secrets.hash(passwordHash));
    }

    @Override
    public String toString() {
        return "PendingSignIn[" + userId + "]";
    }
}
