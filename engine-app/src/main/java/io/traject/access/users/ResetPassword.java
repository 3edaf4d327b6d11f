package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.kernel.Outcome;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a user who can't sign in a new generated password, to be changed at once. The caller ends the user's sessions.
 */
@Component
public class ResetPassword {

    private final ManagedUsers users;
    private final Authorization authorization;
    private final PasswordEncoder passwords;
    private final PasswordChangesDue due;
    private final SecurityNotices notices;

    ResetPassword(
            ManagedUsers users,
            Authorization authorization,
            PasswordEncoder passwords,
            PasswordChangesDue due,
            SecurityNotices notices) {
        this.users = users;
        this.authorization = authorization;
        this.passwords = passwords;
        this.due = due;
        this.notices = notices;
    }

    /**
     * Refused with {@code user-self}: one changes the own password on the page of the own account, knowing the old one; with
     * {@code role-beyond-own} for a user who may do more than the actor.
     */
    @Transactional
    public Outcome<UserCredentials> reset(UUID id) {
        UserAccount user = users.get(id);
        Actor actor = authorization.actor();
        if (id.equals(actor.id())) {
            return Outcome.refused("user-self");
        }
        if (!user.role().mayBeGivenBy(authorization.actor())) {
            return Outcome.refused("role-beyond-own");
        }
        String password = Passwords.generate();
        user.changePasswordHash(Objects.requireNonNull(passwords.encode(password)));
        due.demand(id);
        notices.happened(id, SecurityEventKind.PASSWORD_RESET, Origin.administrator(actor.displayName()));
        return Outcome.done(new UserCredentials(user.username(), password));
    }
}
