package io.traject.access.users;

import io.traject.access.Authorization;
import io.traject.kernel.Outcome;
import io.traject.kernel.RefusedException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a user in no longer. The caller ends the user's sessions; what was done under the name stays. */
@Component
public class DeactivateUser {

    private final ManagedUsers users;
    private final StoredRightsHolders holders;
    private final AnnounceUsers announce;
    private final Authorization authorization;

    DeactivateUser(
            ManagedUsers users, StoredRightsHolders holders, AnnounceUsers announce, Authorization authorization) {
        this.users = users;
        this.holders = holders;
        this.announce = announce;
        this.authorization = authorization;
    }

    /**
     * Refused with {@code user-self}.
     *
     * @throws RefusedException when nobody would be left to administer the organisation
     */
    @Transactional
    public Outcome<UserAccount> deactivate(UUID id) {
        UserAccount user = users.get(id);
        if (id.equals(authorization.actor().id())) {
            return Outcome.refused("user-self");
        }
        announce.changing(user, () -> holders.keepAdministrator(user.organisation(), user::deactivate));
        return Outcome.done(user);
    }
}
