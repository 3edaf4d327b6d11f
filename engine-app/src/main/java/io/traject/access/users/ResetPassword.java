package io.traject.access.users;

import io.traject.access.Authorization;
import io.traject.kernel.Outcome;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a user who can't sign in a new generated password. The caller ends the user's sessions. */
@Component
public class ResetPassword {

    private final ManagedUsers users;
    private final Authorization authorization;
    private final PasswordEncoder passwords;

    ResetPassword(ManagedUsers users, Authorization authorization, PasswordEncoder passwords) {
        this.users = users;
        this.authorization = authorization;
        this.passwords = passwords;
    }

    /**
     * Refused with {@code user-self}: one changes the own password on the page of the own account, knowing the old one; with
     * {@code role-beyond-own} for a user who may do more than the actor.
     */
    @Transactional
    public Outcome<UserCredentials> reset(UUID id) {
        UserAccount user = users.get(id);
        if (id.equals(authorization.actor().id())) {
            return Outcome.refused("user-self");
        }
        if (!user.role().mayBeGivenBy(authorization.actor())) {
            return Outcome.refused("role-beyond-own");
        }
        String password = Passwords.generate();
        user.changePasswordHash(Objects.requireNonNull(passwords.encode(password)));
        return Outcome.done(new UserCredentials(user.username(), password));
    }
}
