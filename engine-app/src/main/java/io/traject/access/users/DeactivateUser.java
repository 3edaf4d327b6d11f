package io.traject.access.users;

import io.traject.access.Authorization;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a user in no longer. The caller ends the user's sessions; what was done under the name stays. */
@Component
public class DeactivateUser {

    private final ManagedUsers users;
    private final Authorization authorization;

    DeactivateUser(ManagedUsers users, Authorization authorization) {
        this.users = users;
        this.authorization = authorization;
    }

    /** Refused with {@code user-self}: someone must be left who can let people in. */
    @Transactional
    public Outcome<UserAccount> deactivate(UUID id) {
        UserAccount user = users.get(id);
        if (id.equals(authorization.actor().id())) {
            return Outcome.refused("user-self");
        }
        user.deactivate();
        return Outcome.done(user);
    }
}
