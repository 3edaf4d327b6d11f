package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Organisations;
import io.traject.access.Permission;
import io.traject.kernel.NameClaims;
import io.traject.kernel.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator lets someone in, with a generated password that the new user changes at once (A12). */
@Component
public class AddUser {

    private final UserAccounts users;
    private final CreateUser createUser;
    private final GiveRights giveRights;
    private final Organisations organisations;
    private final Authorization authorization;
    private final PasswordChangesDue due;
    private final NameClaims claims;
    private final AnnounceUsers announce;

    AddUser(
            UserAccounts users,
            CreateUser createUser,
            GiveRights giveRights,
            Organisations organisations,
            Authorization authorization,
            PasswordChangesDue due,
            NameClaims claims,
            AnnounceUsers announce) {
        this.users = users;
        this.createUser = createUser;
        this.giveRights = giveRights;
        this.organisations = organisations;
        this.authorization = authorization;
        this.due = due;
        this.claims = claims;
        this.announce = announce;
    }

    /**
     * Refused with {@code user-beyond-own} for another organisation than the actor's, with {@code organisation-unknown},
     * {@code username-taken}, or for what {@link GiveRights} doesn't let be given.
     */
    @Transactional
    public Outcome<UserCredentials> add(NewUser wanted) {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        if (!ManagedUsers.manages(authorization, wanted.organisation())) {
            return Outcome.refused("user-beyond-own");
        }
        if (wanted.organisation().filter(id -> !organisations.exists(id)).isPresent()) {
            return Outcome.refused("organisation-unknown");
        }
        String username = wanted.username().value();
        claims.claim("user", username);
        if (users.findByUsername(username).isPresent()) {
            return Outcome.refused("username-taken", username);
        }
        return switch (giveRights.check(actor, wanted.organisation(), wanted.role(), wanted.groups())) {
            case Outcome.Refused<Rights>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Rights> ignored -> {
                String password = Passwords.generate();
                UserAccount user = createUser.create(wanted, password);
                due.demand(user.id());
                announce.added(user);
                yield Outcome.done(new UserCredentials(username, password));
            }
        };
    }
}
