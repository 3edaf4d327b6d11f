package io.traject.access.users;

import io.traject.kernel.Outcome;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A user changes the own password. The caller ends the user's other sessions. */
@Component
public class ChangePassword {

    private final UserAccounts users;
    private final PasswordEncoder passwords;

    ChangePassword(UserAccounts users, PasswordEncoder passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /** Refused with {@code password-wrong}, {@code password-too-short}, {@code password-too-long} or {@code password-known}. */
    @Transactional
    public Outcome<UserAccount> change(UUID userId, String current, String wanted) {
        UserAccount user = users.findByIdAndActiveTrue(userId).orElseThrow();
        if (!passwords.matches(current, user.passwordHash())) {
            return Outcome.refused("password-wrong");
        }
        if (Passwords.tooShort(wanted)) {
            return Outcome.refused("password-too-short", Passwords.MINIMUM_LENGTH);
        }
        if (Passwords.tooLong(wanted)) {
            return Outcome.refused("password-too-long");
        }
        if (wanted.equals(current) || wanted.equalsIgnoreCase(user.username())) {
            return Outcome.refused("password-known");
        }
        user.changePasswordHash(Objects.requireNonNull(passwords.encode(wanted)));
        return Outcome.done(user);
    }
}
