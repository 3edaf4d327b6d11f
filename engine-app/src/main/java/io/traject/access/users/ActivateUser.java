package io.traject.access.users;

import io.traject.access.Authorization;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a deactivated user in again, with the password and the rights of before. */
@Component
public class ActivateUser {

    private final ManagedUsers users;
    private final AnnounceUsers announce;
    private final Authorization authorization;

    ActivateUser(ManagedUsers users, AnnounceUsers announce, Authorization authorization) {
        this.users = users;
        this.announce = announce;
        this.authorization = authorization;
    }

    /** Refused with {@code role-beyond-own}: to let in again is to give. */
    @Transactional
    public Outcome<UserAccount> activate(UUID id) {
        UserAccount user = users.get(id);
        if (!user.role().mayBeGivenBy(authorization.actor())) {
            return Outcome.refused("role-beyond-own");
        }
        announce.changing(user, user::activate);
        return Outcome.done(user);
    }
}
