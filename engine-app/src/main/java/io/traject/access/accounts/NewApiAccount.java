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
 */
public record NewApiAccount(
        Username username, String description, Optional<UUID> organisation, Set<Permission> permissions) {

    public NewApiAccount {
        permissions = Set.copyOf(permissions);
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("An API account without permissions can do nothing");
        }
    }
}
