package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Organisations;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator lets someone in, with a generated password. */
@Component
public class AddUser {

    private final UserAccounts users;
    private final CreateUser createUser;
    private final Organisations organisations;
    private final Authorization authorization;

    AddUser(UserAccounts users, CreateUser createUser, Organisations organisations, Authorization authorization) {
        this.users = users;
        this.createUser = createUser;
        this.organisations = organisations;
        this.authorization = authorization;
    }

    /**
     * Refused with {@code user-beyond-own} for another organisation than the actor's or a role above it, with
     * {@code organisation-unknown} or {@code username-taken}.
     */
    @Transactional
    public Outcome<UserCredentials> add(NewUser wanted) {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        boolean inReach = actor.organisation().isEmpty() || actor.organisation().equals(wanted.organisation());
        if (!inReach || !wanted.role().mayBeGivenBy(actor)) {
            return Outcome.refused("user-beyond-own");
        }
        if (wanted.organisation().filter(id -> !organisations.exists(id)).isPresent()) {
            return Outcome.refused("organisation-unknown");
        }
        String username = wanted.username().value();
        if (users.findByUsername(username).isPresent()) {
            return Outcome.refused("username-taken", username);
        }
        String password = Passwords.generate();
        createUser.create(wanted, password);
        return Outcome.done(new UserCredentials(username, password));
    }
}
