package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.kernel.Outcome;
import io.traject.kernel.RefusedException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator changes who a user is, and what that user may do where. */
@Component
public class ChangeUser {

    private final ManagedUsers users;
    private final GiveRights giveRights;
    private final StoredRightsHolders holders;
    private final Authorization authorization;

    ChangeUser(ManagedUsers users, GiveRights giveRights, StoredRightsHolders holders, Authorization authorization) {
        this.users = users;
        this.giveRights = giveRights;
        this.holders = holders;
        this.authorization = authorization;
    }

    /**
     * Refused with {@code changed-meanwhile} when someone else changed the user since, {@code role-beyond-own} when the user
     * has or gets more than the actor has, or for what {@link GiveRights} doesn't let be given.
     *
     * @throws RefusedException when nobody would be left to administer the organisation
     */
    @Transactional
    public Outcome<UserAccount> change(UUID id, UserChange wanted) {
        UserAccount user = users.get(id);
        Actor actor = authorization.actor();
        if (user.version() != wanted.version()) {
            return Outcome.refused("changed-meanwhile");
        }
        // Who may change an address could have the password of a mightier one sent to it.
        if (!user.role().mayBeGivenBy(actor)) {
            return Outcome.refused("role-beyond-own");
        }
        return switch (giveRights.check(actor, user.organisation(), wanted.role(), wanted.groups())) {
            case Outcome.Refused<Rights>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Rights>(Rights rights) -> {
                holders.keepAdministrator(user.organisation(), () -> {
                    user.describe(wanted.displayName(), wanted.email(), wanted.language());
                    user.give(rights);
                });
                yield Outcome.done(user);
            }
        };
    }
}
