package io.traject.access.accounts;

import io.traject.access.Permission;
import io.traject.access.users.Username;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An API account to be made.
 *
 * @param description which system it is for
 * @param permissions at least one
 * @param groups for which parts of the organisation they hold
 */
public record NewApiAccount(
        Username username,
        String description,
        Optional<UUID> organisation,
        Set<Permission> permissions,
        Set<UUID> groups) {

    public NewApiAccount {
        permissions = Set.copyOf(permissions);
        groups = Set.copyOf(groups);
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("An API account without permissions can do nothing");
        }
    }
}
