package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The users that the actor manages: those of the own municipality, or all for an administrator of the installation. */
@Component
public class ManagedUsers {

    private final UserAccounts users;
    private final Authorization authorization;

    ManagedUsers(UserAccounts users, Authorization authorization) {
        this.users = users;
        this.authorization = authorization;
    }

    /** @param text part of the name or the username; empty for all */
    @Transactional(readOnly = true)
    public Page<UserAccount> search(String text, Pageable page) {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        return users.search(
                actor.organisation().isEmpty(),
                actor.organisation().orElse(null),
                text.strip().toLowerCase(Locale.ROOT),
                page);
    }

    /** @throws NotFoundException also for one that the actor doesn't manage */
    @Transactional(readOnly = true)
    public UserAccount get(UUID id) {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        return users.findById(id)
                .filter(user ->
                        actor.organisation().isEmpty() || actor.organisation().equals(user.organisation()))
                .orElseThrow(NotFoundException::new);
    }
}
