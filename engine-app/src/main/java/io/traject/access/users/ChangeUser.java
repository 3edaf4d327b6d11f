package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Outcome;
import io.traject.kernel.RefusedException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator changes who a user is, and what that user may do where. Another address is told to both (A15). */
@Component
public class ChangeUser {

    private final ManagedUsers users;
    private final GiveRights giveRights;
    private final StoredRightsHolders holders;
    private final SecurityNotices notices;
    private final AnnounceUsers announce;
    private final Authorization authorization;

    ChangeUser(
            ManagedUsers users,
            GiveRights giveRights,
            StoredRightsHolders holders,
            SecurityNotices notices,
            AnnounceUsers announce,
            Authorization authorization) {
        this.users = users;
        this.giveRights = giveRights;
        this.holders = holders;
        this.notices = notices;
        this.announce = announce;
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
                Optional<EmailAddress> before = user.email();
                announce.changing(
                        user,
                        () -> holders.keepAdministrator(user.organisation(), () -> {
                            user.describe(wanted.displayName(), wanted.email(), wanted.language());
                            user.give(rights);
                        }));
                if (!user.email().equals(before)) {
                    notices.happened(
                            id,
                            SecurityEventKind.EMAIL_CHANGED,
                            Origin.administrator(actor.displayName()),
                            before.stream().toArray(EmailAddress[]::new));
                }
                yield Outcome.done(user);
            }
        };
    }
}
